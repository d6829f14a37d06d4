import type { Swap } from "../../../vocabulary/events.ts";
import { roughSourceOf, type Sought, soughtOf, sourceOf } from "./sought.ts";

/** Numbers to look for, and the expression that finds them: one group for each. */
export interface Table {
  sought: readonly Sought[];
  pattern: RegExp;
  /** Quick: whether one of them may stand in a text. */
  rough: RegExp;
}

/** The numbers that are looked for, while one assignment is in force. */
export interface Lexicon {
  owners: Table;
  /** Every tracked number that this page has shown: it may still stand somewhere, or come back in a copy. */
  tracked: Table;
  /** Quick: whether one of all these may stand in a text. */
  rough: RegExp;
}

const patternOf = (sources: string[], flags?: string) => new RegExp(sources.join("|") || "(?!)", flags);

function tableOf(sought: Sought[]): Table {
  // A number may begin with another one: a direct line with the switchboard's.
  sought.sort((a, b) => b.significant.length - a.significant.length);
  return {
    sought,
    pattern: patternOf(
      sought.map((each) => sourceOf(each)),
      "g",
    ),
    rough: patternOf(sought.map(roughSourceOf)),
  };
}

/**
 * @param swaps what is shown from now on
 * @param former those, and all that were shown before
 */
export function createLexicon(swaps: readonly Swap[], former: readonly Swap[]): Lexicon {
  const shownFor = (owner: string) => swaps.find(({ number }) => number === owner)?.tracked || owner;
  const owners = tableOf(swaps.map(({ number, tracked }) => soughtOf(number, number, tracked)));
  const tracked = tableOf(former.map(({ number, tracked }) => soughtOf(tracked, number, shownFor(number))));
  return { owners, tracked, rough: patternOf([owners, tracked].map(({ rough }) => rough.source)) };
}
