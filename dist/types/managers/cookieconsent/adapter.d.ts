import type { Adapter } from "../Adapter.js";
interface Library {
    validConsent?(): boolean;
    getConfig(field: "categories"): Record<string, {
        readOnly?: boolean;
        services?: Record<string, unknown>;
    }> | undefined;
    acceptedCategory(category: string): boolean;
    acceptedService(service: string, category: string): boolean;
}
declare global {
    interface Window {
        CookieConsent?: Library;
    }
}
/**
 * vanilla-cookieconsent 3. On pages after the choice only `cc:onConsent` fires ("stored yes, withdraw on a later page"
 * in `consent.spec.ts`), on later changes `cc:onChange` ("accept, withdraw").
 */
export declare const cookieconsent: () => Adapter;
export {};
