import type { MgtEvent } from "../../vocabulary/events.js";
import type { Session } from "../terminal/session.js";
import { type View } from "./decide.js";
export interface Step {
    session: Session;
    /** The view is an arrival from outside. */
    entry: boolean;
}
/**
 * One page view's effect on what is remembered of the visitor. Replayed over the views held in memory
 * when consent comes, and run in memory only while it has not.
 *
 * @param session what is stored, `BLANK` for a new visitor
 * @param keep whether the result may be stored: external ids are read from the terminal only then
 * @param events what the mode collects of this view is added here
 */
export declare function advance(session: Session, view: View, keep: boolean, events: MgtEvent[]): Step;
