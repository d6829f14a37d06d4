import type { Adapter, Consent } from "../../managers/Adapter.js";
/** Told each change of what is in force. @param isAct the site has just spoken itself */
export type OnConsent = (isAct: boolean) => void;
export interface Engine {
    /** What is in force. */
    consentInForce(): Consent;
    /** Hears the managers from now on; `onConsent` is told at once if anything is in force already. */
    hearManagers(onConsent: OnConsent): void;
    /**
     * The site's own word, `mgt('consent', …)`; or an objection, `mgt('object')`: a refusal that stands until
     * the page is left or the site says yes.
     */
    sayConsent(granted: boolean, manager?: string): void;
}
export declare function createEngine(adapters: readonly Adapter[]): Engine;
