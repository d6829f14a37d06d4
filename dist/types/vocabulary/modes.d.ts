import type { EventType } from "./EventKind.js";
export type { EventType } from "./EventKind.js";
/**
 * What each mode may do: the one table that drives both the script and the endpoint.
 * Nothing else, on either side, decides what a mode stores, collects or asks for.
 */
export type ModeName = "invisible" | "rotation" | "origine" | "trafic" | "parcours";
export interface Mode {
    /** Numbers follow conditions; otherwise each number always shows its `tracked`. */
    readonly conditions: boolean;
    /** Cookie `mgt_visitor` and local storage `mgt_session` may be written. */
    readonly storage: boolean;
    /** Whether a "yes" is needed before anything is stored or sent. */
    readonly consent: "none" | "optional" | "required";
    /** Event types sent to, and kept by, the endpoint. */
    readonly collects: readonly EventType[];
    /** `callClicks` may add `call_click` to what is collected. */
    readonly callClicks: boolean;
    /** The probabilistic option (cookieless level 1) may be switched on. */
    readonly probabilistic: boolean;
}
export declare const MODES: Readonly<Record<ModeName, Mode>>;
/** English names accepted in a configuration. */
export declare const MODE_ALIASES: Readonly<Record<string, ModeName>>;
interface Choices {
    readonly mode: ModeName;
    readonly probabilistic?: "off" | "refused" | "always" | undefined;
}
/** Whether a site's script may write on the terminal: with `"probabilistic": "always"` no site's does. */
export declare function mayStore({ mode, probabilistic }: Choices): boolean;
/** Event types that a site's endpoint keeps and its script sends: none without a visitor id. */
export declare function collectedTypes(site: Choices & {
    readonly callClicks?: boolean | undefined;
}): readonly EventType[];
/** Whether a site waits for a "yes" before it stores or sends anything. */
export declare function needsConsent(site: Choices & {
    readonly consent: {
        readonly rotation?: "exempt" | "required" | undefined;
    };
}): boolean;
