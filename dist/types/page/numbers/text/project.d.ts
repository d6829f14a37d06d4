import { type Known } from "./known.js";
/**
 * Writes another number over one as the page wrote it: same form (national or international), same
 * separators, same digits (0–9, full-width, Arabic-Indic).
 *
 * @param raw a number as it stands on the page
 * @param known it, or the one in whose place it stands
 * @param target E.164
 * @param fits it is in a form of its country
 * @returns what each character of `raw` becomes: digits change in place where possible, so that in a
 *   number split across elements each text node changes only its own digits
 */
export declare function project(raw: string, known: Known, target: string, fits: boolean): string[];
