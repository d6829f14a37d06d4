import type { NumberPlan } from "../../../vocabulary/site.ts";
import { digitIn, EDGES, SEPARATOR } from "./notation.ts";
import { planOf } from "./planOf.ts";

/** A number to look for. E.164. */
export interface Sought {
  number: string;
  /** Whose place it takes: itself, or the owner's number of which it is a tracked one. */
  owner: string;
  /** What is to be shown for that. */
  shown: string;
  plan: NumberPlan;
  /** The digits that follow the calling code. */
  significant: string;
  /** Finds other phone numbers; made at its first use. */
  phones?: RegExp;
}

/** What may stand between two digits. */
const GAP = `[${SEPARATOR}]*`;
/** Source of a pattern for digits in whichever script, with such a gap after each. */
const spaced = (text: string, gap = GAP) => text.replace(/\d/g, (digit) => digitIn(digit) + gap);

/** What a country dials before a calling code: 00, 011, 0011, 010, 00x. */
const international = () => spaced("0(?:0D?|(?:0)?1(?:0|1))", `[${EDGES}]{0,9}`).replace("D", "\\d");

export function soughtOf(number: string, owner: string, shown: string): Sought {
  const plan = planOf(number, owner);
  return { number, owner, shown, plan, significant: number.slice(1 + plan.code.length) };
}

/**
 * Source of a pattern that finds a number in each form of its country, national and international,
 * whatever stands between its digits. One group: all of it.
 *
 * @param digits source for those of the national significant number
 */
export const sourceOf = (
  { plan: { code, trunk, optional }, significant }: Sought,
  digits: string = spaced(significant).slice(0, -GAP.length),
): string =>
  `((?:(?<!\\d)(?:(?:[+\\uff0b]|${international()})${GAP}${spaced(code)}(?:${spaced(trunk)})?|${spaced(trunk)}))${optional ? "?" : ""}${digits})`;

/** Source of a quick one: whatever stands between the digits, a script too. */
export const roughSourceOf = ({ significant }: Sought): string => spaced(significant, "\\D*");
