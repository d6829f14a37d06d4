import type { Adapter } from "../Adapter.js";
interface Manager {
    isDirty(): boolean;
    getConsent(id: string): boolean | undefined;
    on(event: "dirty", listener: () => void): void;
}
interface Instance {
    manager?: Manager;
}
declare global {
    interface Window {
        orejime?: Instance;
    }
}
/**
 * Orejime 3. `dirty` comes at each change, after `update`, when the answer is complete. At `update` it is
 * not: on a first decision `isDirty()` still holds, and when the consents are cleared it does not yet,
 * while they already have the owner's defaults ("accept" and "refuse" in `consent.spec.ts`, which runs the real
 * package).
 */
export declare const orejime: () => Adapter;
export {};
