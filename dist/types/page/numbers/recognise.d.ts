import type { Swap } from "../../vocabulary/events.js";
import type { NumberPlan } from "../../vocabulary/site.js";
/** One owner's number, ready to be found and replaced. E.164. */
export interface Recogniser extends Swap {
    plan: NumberPlan;
    /** The national significant number: the digits that follow the calling code. */
    significant: string;
    /** Finds its digits, whatever stands between them: quick to compile and to run. */
    rough: RegExp;
    /** What may stand before them: calling code or trunk prefix. */
    prefix: RegExp;
    /** In an element that names its number: any number is this one. */
    isAny: boolean;
}
/** Where a number stands: its index and length in the text, and whether in a form of its country. */
export type Place = readonly [start: number, length: number, fits: boolean];
/**
 * Stands in a run of text where an element begins or ends: a letter beyond it is not glued to a number,
 * a digit is. A word joiner: invisible, and so allowed between the digits of a number.
 */
export declare const EDGE = "\u2060";
/** What may stand between two digits: spaces, dashes and dots of all kinds and widths, invisible marks. */
export declare const SEPARATOR = "\\s./()\\xad\\xb7\\u200b-\\u2015\\u202a-\\u202e\\u2060-\\u2069\\u2212\\u30fc\\uff08\\uff09\\uff0d-\\uff0f-";
export declare const withoutEdges: (text: string) => string;
/** The zeros of ASCII, Arabic-Indic, eastern Arabic-Indic and full-width digits: each is a multiple of 16. */
export declare const ZEROS: number[];
/** A text with its digits as 0–9, one for one. */
export declare const plain: (text: string) => string;
/** The way back: digits 0–9 in the script that has its zero there. */
export declare const withZero: (text: string, zero: number) => string;
/** @param plan how the owner's number is dialled and written */
export declare function createRecogniser({ number, tracked }: Swap, plan: NumberPlan, isAny?: boolean): Recogniser;
/**
 * Where an owner's number stands by itself in a text, and not as a stretch of a longer identifier.
 *
 * @param text with digits 0–9 (`plain`)
 */
export declare function recognise(text: string, recogniser: Recogniser): Place[];
