import type { Swap } from "../../vocabulary/events.js";
import type { NumberPlan } from "../../vocabulary/site.js";
/** One owner's number, ready to be found and replaced. E.164. */
export interface Recogniser extends Swap {
    plan: NumberPlan;
    /** How many digits follow the calling code: the national significant number. */
    size: number;
    /** Finds the number in text. */
    pattern: RegExp;
    /** Finds it in a link that dials. */
    link: RegExp;
}
/**
 * Stands in a run of text where an element begins or ends: a letter beyond it is not glued to a number,
 * a digit is. A word joiner: invisible, and so allowed between the digits of a number.
 */
export declare const EDGE = "\u2060";
/** @param plan how the owner's number is dialled and written */
export declare function createRecogniser({ number, tracked }: Swap, plan: NumberPlan): Recogniser;
/** Where an owner's number stands by itself in a text, and not as a stretch of a longer identifier. */
export declare function recognise(text: string, { pattern, plan: { trunk }, size }: Recogniser): RegExpMatchArray[];
