import type { MgtEvent } from "../../vocabulary/events.js";
import type { Step } from "../entry/advance.js";
import type { View } from "../entry/decide.js";
/**
 * The visitor, as far as he may be remembered. Before a "yes" page views are held in memory; with it they
 * are replayed onto what the terminal holds, written and sent; with a "no" everything goes at once.
 */
/** What the current page view amounts to, and whether the terminal holds it. */
export interface Standing extends Step {
    isStored: boolean;
}
export declare function addView(view: View): void;
/**
 * Acts on what is allowed now: stores and sends, or erases, or only works it out in memory.
 *
 * @param mayAct false while nobody may act yet (a page that is prerendering)
 * @param isAct the site has just spoken: its "yes" is a new one
 */
export declare function settleVisit(mayAct: boolean, isAct?: boolean): Standing;
/** Collects something that is no page view. */
export declare function collect(event: MgtEvent): void;
/** Erases here and at the endpoint, and remembers nobody until consent is given anew. */
export declare function forgetVisitor(): void;
/** The endpoint's copy of what it holds on the visitor; `null` where there is nothing or no answer. */
export declare function copyVisitor(): Promise<unknown>;
