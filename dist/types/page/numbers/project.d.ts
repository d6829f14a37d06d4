import type { NumberPlan } from "../../vocabulary/site.js";
import { type Recogniser } from "./recognise.js";
/**
 * Writes a tracked number over an owner's number as the page wrote it: same form (national or
 * international), same separators, same digits (0–9, full-width, Arabic-Indic). Where the lengths differ
 * the tracked number's own grouping takes the page's separator; a number of another country is written
 * internationally.
 *
 * @param raw the owner's number as it stands on the page
 * @param other plan of the tracked number
 * @param fits it is in a form of its country
 * @returns what each character of `raw` becomes: digits change in place where possible, so that in a
 *   number split across elements each text node changes only its own digits
 */
export declare function project(raw: string, { plan, significant: own, tracked }: Recogniser, other: NumberPlan, fits: boolean): string[];
