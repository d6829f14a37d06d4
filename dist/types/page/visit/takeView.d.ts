import type { MgtEvent } from "../../vocabulary/events.js";
import { type Step } from "../entry/advance.js";
import type { View } from "../entry/decide.js";
import type { Session } from "../terminal/session.js";
/**
 * Takes a visitor one page view further, by the rules of the site whose script this is.
 *
 * @param keep whether the result may be stored: external ids are read from the terminal only then
 * @param events what the mode collects of this view is added here
 */
export declare function takeView(before: Session, view: View, keep: boolean, events: MgtEvent[]): Step;
