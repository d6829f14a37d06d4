import type { EntryEvent, MgtEvent } from "../../vocabulary/events.js";
import type { Engine } from "../consent/engine.js";
import { type Outbox } from "../delivery/outbox.js";
import { type Step } from "../entry/advance.js";
import type { View } from "../entry/decide.js";
/** What the current page view amounts to, and whether the terminal holds it. */
export interface Standing extends Step {
    isStored: boolean;
}
export interface Visit {
    addView(view: View): void;
    /**
     * Does what is allowed now: stores and sends, or erases, or only works it out in memory.
     *
     * @param mayAct false while nobody may act yet (a page that is prerendering)
     * @param hasSpoken the site has just spoken: its "yes" is a new one
     */
    settle(mayAct: boolean, hasSpoken?: boolean): Standing;
    /** Collects something that is no page view. */
    collectEvent(event: MgtEvent): void;
    /** Erases here and at the endpoint; who settles then remembers nobody until consent is given anew. */
    forgetVisitor(): void;
    /** The endpoint's copy of what it holds on the visitor; `null` where there is nothing or no answer. */
    copyVisitor(): Promise<unknown>;
}
/**
 * The visitor, as far as he may be remembered: does what the tables in `standing.ts` say. Before a "yes" page
 * views are held in memory; with it they are replayed onto what the terminal holds, written and sent; with a
 * "no" everything goes at once.
 */
export declare function createVisit(engine: Engine, outbox: Outbox, onEntry: (event: EntryEvent) => void): Visit;
