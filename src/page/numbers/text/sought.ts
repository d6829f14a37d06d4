import type { NumberPlan } from "../../../vocabulary/site.ts";
import { site } from "../../ground/site.ts";
import { guessPlan } from "./guessPlan.ts";
import { EDGE, SEPARATOR } from "./notation.ts";

/** A number to look for. E.164. */
export interface Sought {
  number: string;
  /** Whose place it takes: itself, or the owner's number of which it is a tracked one. */
  owner: string;
  plan: NumberPlan;
  /** How many digits follow the calling code. */
  length: number;
}

/** What a country dials before a calling code: 00, 011, 0011, 010, 00x. */
const INTERNATIONAL = "0_(?:0_\\d?|(?:0_)?1_[01])".replaceAll("_", `${EDGE}{0,9}`);

/** The plan of one of two numbers; the other's stands for it where they are alike. */
export const planOf = (number: string, alike: string): NumberPlan =>
  (site.plans[number] || (HAS.guessPlans ? guessPlan(number) : site.plans[alike])) as NumberPlan;

export function soughtOf(number: string, owner: string): Sought {
  const plan = planOf(number, owner);
  return { number, owner, plan, length: number.length - 1 - plan.code.length };
}

/**
 * Source of a pattern that finds a number in each form of its country, national and international,
 * whatever stands between its digits. One group: all of it.
 *
 * @param digits of the national significant number, or patterns of them
 */
export function sourceOf(
  { number, plan: { code, trunk, optional }, length }: Sought,
  digits: readonly string[] = [...number.slice(-length)],
): string {
  const gap = `[${SEPARATOR}]*`;
  const spaced = (text: string) => text.replace(/\d/g, `$&${gap}`);
  return `((?:(?:[+\\uff0b]|${INTERNATIONAL})${gap}${spaced(code)}(?:${spaced(trunk)})?|${spaced(trunk)})${optional ? "?" : ""}${digits.join(gap)})`;
}
