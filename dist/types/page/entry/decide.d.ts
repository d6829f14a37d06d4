import type { Channel } from "../../vocabulary/channels.js";
import type { Condition } from "../../vocabulary/site.js";
import type { Facts } from "../../vocabulary/when/Facts.js";
import type { Policy } from "./rulesOf.js";
/** The entry that conditions are evaluated on. */
export interface Reference {
    landing: string;
    /** `""` or `"direct"` when there is none. */
    referrer: string;
    channel: Channel;
}
/** One page view, as far as deciding is concerned. */
export interface View {
    url: string;
    referrer: string;
    /** False for reloads, back and forward, restores and navigation within the page. */
    arrival: boolean;
    /** Pages viewed, this one included. */
    pages: number;
    /** Milliseconds since the epoch. */
    at: number;
    language: string;
    device: "mobile" | "desktop";
}
export interface Decision {
    /** The view is an arrival from outside. */
    entry: boolean;
    /** What this view by itself amounts to, whatever stays in force. */
    own: Ruling;
    /** What is in force: the view's own, unless the reference entry stays. */
    inForce: Ruling;
}
/** The first condition that holds, if any, and what it was evaluated on. */
export interface Ruling extends Facts {
    condition: Condition | undefined;
}
/**
 * Decides what a page view is and which condition is in force. Pure: the same values in, the same out,
 * on the page and in `mgt explain`.
 *
 * @param reference the entry that the visitor already has; none on a first page
 * @param lastTouch whether a later entry can replace it: with `"entry": "last"`, or by a condition of
 *   `"touch": "last"`
 */
export declare function decide(policy: Policy, reference: Reference | undefined, view: View, lastTouch: boolean): Decision;
