import type { Channel } from "../../vocabulary/channels.js";
import type { Condition, PageSite } from "../../vocabulary/site.js";
import { type Classified } from "./channelOf.js";
import { type Facts } from "./matches.js";
/** The entry that conditions are evaluated on. */
export interface Reference {
    landing: string;
    /** `""` when there is none. */
    referrer: string;
    channel: Channel;
}
/** One page view, as far as deciding is concerned. */
export interface View {
    url: string;
    referrer: string;
    /** False for reloads, back and forward, restores and navigation within the page. */
    arrival: boolean;
    /** The current page, when it is a later one than `url`. */
    page?: string;
    /** Pages viewed, this one included. */
    pages: number;
    /** Milliseconds since the epoch. */
    at: number;
    language: string;
    device: "mobile" | "desktop";
}
export interface Decision extends Classified {
    /** The view is an arrival from outside. */
    entry: boolean;
    /** What this view by itself amounts to, whatever stays in force. */
    own: {
        channel: Channel;
        condition: Condition | undefined;
    };
    reference: Reference;
    condition: Condition | undefined;
    facts: Facts;
}
/**
 * Decides what a page view is and which condition is in force. Pure: the same values in, the same out,
 * on the page and in `mgt explain`.
 *
 * @param reference the entry that the visitor already has; none on a first page
 */
export declare function decide(site: PageSite, reference: Reference | undefined, view: View): Decision;
