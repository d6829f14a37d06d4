import type { NumberPlan } from "../../../vocabulary/site.js";
import type { Known } from "./known.js";
/**
 * Writes a number where its digits cannot take the places of another's: where the lengths differ its own
 * grouping takes the page's separator; one of another country is written internationally.
 *
 * @param ascii `raw` with digits 0–9
 * @param other plan of the target
 * @param fits what stands there is in a form of its country
 * @returns nothing where its digits can
 */
export declare function regroup(raw: string, ascii: string, { number, plan, length }: Known, other: NumberPlan, target: string, fits: boolean): string | undefined;
