import type { NumberPlan } from "../../vocabulary/site.js";
/** One owner's number, ready to be found in text. */
export interface Recogniser {
    /** E.164. */
    number: string;
    plan: NumberPlan;
    /** National significant number: what follows the calling code. */
    significant: string;
    pattern: RegExp;
}
export declare function createRecogniser(number: string, plan: NumberPlan): Recogniser;
/** Where an owner's number stands by itself in a text, and not as a stretch of a longer identifier. */
export declare function recognise(text: string, { pattern, plan, significant }: Recogniser): RegExpMatchArray[];
