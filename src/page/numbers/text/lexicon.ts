import type { Swap } from "../../../vocabulary/events.ts";
import type { NumberPlan } from "../../../vocabulary/site.ts";
import { digitIn, SEPARATOR } from "./notation.ts";
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
}

/** The numbers that are looked for, while one assignment is in force. */
export interface Lexicon {
  /** The owner's, and every tracked one that this page has shown: it may still stand somewhere, or come back in a copy. */
  sought: readonly Sought[];
  /** Finds them in a text. */
  finder: RegExp;
  /** Quick: whether one of them may stand there. */
  rough: RegExp;
}

/** What may stand between two digits. */
const GAP = `[${SEPARATOR}]*`;
const spaced = (digits: string, gap = GAP) => digits.replace(/\d/g, (digit) => digitIn(digit) + gap);

/** Source of a pattern that finds a number in each form of its country, national and international. */
const sourceOf = ({ plan: { code, trunk, optional }, significant }: Sought): string =>
  // What a country dials before a calling code: 00, 011, 0011, 010, 00x.
  `(?:(?<!\\d)(?:(?:[+\\uff0b]|${spaced("0")}(?:${spaced("0")}\\d?|0?${spaced("1")}[01]))${GAP}${spaced(code)}(?:${spaced(trunk)})?|${spaced(trunk)}))${optional ? "?" : ""}${spaced(significant).slice(0, -GAP.length)}`;

/** Source of a quick one: whatever stands between the digits. */
export const roughSourceOf = ({ significant }: Pick<Sought, "significant">): string =>
  spaced(significant, "\\D*");

/** What is looked for on this page, now. */
export const lexicon = {} as Lexicon;

/**
 * From now on these numbers are looked for.
 *
 * @param swaps what is shown
 * @param former the owner's number by each tracked one that is or was shown
 */
export function lookFor(swaps: readonly Swap[], former: ReadonlyMap<string, string>): void {
  const add = (number: string, owner: string): Sought => {
    const plan = planOf(number, owner);
    const shown = swaps.find((swap) => swap.number === owner)?.tracked || owner;
    return { number, owner, shown, plan, significant: number.slice(1 + plan.code.length) };
  };
  const sought = [
    ...[...swaps.map(({ number }) => number), ...former.values()].map((number) => add(number, number)),
    ...[...former].map(([tracked, number]) => add(tracked, number)),
  ]
    // A number may begin with another one: a direct line with the switchboard's.
    .sort((a, b) => b.significant.length - a.significant.length);
  const patternOf = (source: (each: Sought) => string, flags?: string) =>
    new RegExp([...new Set(sought.map(source))].join("|") || "(?!)", flags);
  lexicon.sought = sought;
  lexicon.finder = patternOf(sourceOf, "g");
  lexicon.rough = patternOf(roughSourceOf);
}
