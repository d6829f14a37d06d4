import type { Adapter, Answer } from "./Adapter.js";
/** What is in force, and who said so. */
export interface Consent extends Answer {
    /** Name of the manager, or `"api"`, `"objection"`, `"gpc"`; `""` before anybody spoke. */
    manager: string;
}
export declare const UNKNOWN: Consent;
declare let onChange: ((consent: Consent) => void) | undefined;
/** Hears the managers from now on. `callback` is told each change of what is in force, at once if there is any. */
export declare function hearManagers(heard: readonly Adapter[], callback: typeof onChange): void;
/** The site's own word: `mgt('consent', …)`. */
export declare function sayConsent(granted: boolean): void;
/** `mgt('object')`: as a refusal, whatever the manager says, until the page is left or the site says yes. */
export declare function objectNow(): void;
export {};
