import type { NumberPlan } from "../../../vocabulary/site.js";
/**
 * The plan of a number whose country's metadata was not compiled in (static file with inline
 * configuration): calling code by length, trunk prefix by list, grouping in pairs from the end.
 */
export declare function guessPlan(number: string): NumberPlan;
