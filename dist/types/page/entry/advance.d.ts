import type { EntryEvent, TrackingIds } from "../../vocabulary/events.js";
import type { PageSite } from "../../vocabulary/site.js";
import type { Session } from "../terminal/session.js";
import { type View } from "./decide.js";
import type { Policy } from "./rulesOf.js";
export interface Step {
    session: Session;
    /** The view is an arrival from outside. */
    entry: boolean;
}
export interface Advance extends Step {
    /** What the view itself is recorded as: an arrival from outside, or a first page. */
    arrived: Omit<EntryEvent, "id" | "type" | "at"> | false;
}
/**
 * One page view's effect on what is remembered of the visitor. Replayed over the views held in memory
 * when consent comes, and run in memory only while it has not. Pure, but for the ids that it may read.
 *
 * @param session what is stored, `BLANK` for a new visitor
 * @param view the next one: its `pages` are one more than the session's
 * @param lastTouch as of `decide`
 * @param readIds the external ids of the page of entry; `false` where they may not be read
 */
export declare function advance(policy: Policy, site: Pick<PageSite, "numbers">, session: Session, view: View, lastTouch: boolean, readIds: ((url: URL) => TrackingIds) | false): Advance;
