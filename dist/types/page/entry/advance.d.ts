import type { MgtEvent } from "../../vocabulary/events.js";
import type { Session } from "../terminal/session.js";
import { type View } from "./decide.js";
export interface Step {
    session: Session;
    /** What the mode collects of this view. */
    events: MgtEvent[];
    /** The view is an arrival from outside. */
    entry: boolean;
}
/**
 * One page view's effect on what is remembered of the visitor. Replayed over the views held in memory
 * when consent comes, and run in memory only while it has not.
 *
 * @param session what is stored, `BLANK` for a new visitor
 * @param keep whether the result may be stored: external ids are read from the terminal only then
 */
export declare function advance(session: Session, view: View, keep: boolean): Step;
