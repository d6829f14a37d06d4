import type { Adapter, Consent } from "../../managers/Adapter.js";
/** What is in force. */
export declare let consent: Consent;
/** Hears the managers from now on; `callback` is told each change of what is in force, at once if there is any. */
export declare function hearManagers(heard: readonly Adapter[], callback: (isAct?: boolean) => void): void;
/**
 * The site's own word, `mgt('consent', …)`; or an objection, `mgt('object')`: a refusal that stands until
 * the page is left or the site says yes.
 */
export declare function sayConsent(granted: boolean, manager?: string): void;
