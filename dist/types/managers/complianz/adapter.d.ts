import type { Adapter } from "../Adapter.js";
interface Complianz {
    /** `optin`, `optout`, `other`. */
    consenttype?: string;
    forceEnableStats?: unknown;
    version?: string;
}
declare global {
    interface Window {
        complianz?: Complianz;
        cmplz_get_cookie?(name: string): string;
        wp_consent_type?: string;
    }
}
/**
 * Complianz 6 and 7: `statistics` unless the site names another category. Its cookies are read by its own
 * function, which knows their prefix: `cmplz_has_consent` says yes to every robot, and to everybody
 * who has not chosen in an opt-out region.
 * https://github.com/complianz/complianz-gdpr/blob/334dc56/cookiebanner/js/complianz.js
 */
export declare const complianz: () => Adapter;
export {};
