import type { Swap } from "../../vocabulary/events.ts";
import { OTHER_DIGITS } from "./text/notation.ts";
import { type Sought, soughtOf, sourceOf } from "./text/sought.ts";

let swaps: readonly Swap[] = [];
/** Every tracked number that this page has shown, the latest first: it may be found again in a copy. */
let shown: Swap[] = [];
/** The owner's numbers, then the tracked ones. */
let soughtNumbers: Sought[] = [];
/** A quick test: whether a text may hold one of them. */
let rough = /(?!)/;
/** Finds them, with one group for each. */
let exact = /(?!)/g;

const longestFirst = (a: Sought, b: Sought) => b.length - a.length;

/** From now on these numbers are shown. */
export function assign(next: readonly Swap[]): void {
  swaps = next;
  shown = [...next, ...shown].filter(
    ({ tracked }, at, all) =>
      at === all.findIndex((other) => other.tracked === tracked) &&
      // What is an owner's number itself is no copy.
      !next.some(({ number }) => number === tracked),
  );
  // A number may begin with another one: a direct line with the switchboard's.
  const owners = next.map(({ number }) => soughtOf(number, number)).sort(longestFirst);
  soughtNumbers = [...owners, ...shown.map((swap) => soughtOf(swap.tracked, swap.number)).sort(longestFirst)];
  // Whatever stands between the digits, a script too. A digit of another script may be a part of any.
  const digits = soughtNumbers.map(({ number, length }) => [...number.slice(-length)].join("\\D*"));
  rough = new RegExp([...digits, `[${OTHER_DIGITS}]`].join("|"));
  exact = new RegExp(soughtNumbers.map((each) => sourceOf(each)).join("|") || "(?!)", "g");
}

/** Whether a tracked number is shown, or was on this page and may come back in a copy. */
export const isNeeded = (): boolean => !!soughtNumbers[0];

/** The number to show for an owner's number. */
export const shownFor = (number: string): string =>
  swaps.find((swap) => swap.number === number)?.tracked || number;

/** The owner's number, if something is shown for it. */
export const ownerOf = (number: string | undefined): Sought | undefined =>
  soughtNumbers.find((each) => each.number === number && each.owner === number);

/** Last two digits of the owner's numbers, with `isNew` also of the tracked ones; each once. */
export const tails = (isNew: boolean): Set<string> =>
  new Set(
    soughtNumbers.slice(0, isNew ? soughtNumbers.length : swaps.length).map(({ number }) => number.slice(-2)),
  );

/** Whether a number may stand in a text. */
export const mayHold = (text: string): boolean => rough.test(text);

/** A number in a text: its index, and how it is written. */
export type Found = readonly [sought: Sought, start: number, raw: string];

/**
 * Where numbers stand in a text with digits 0–9.
 *
 * @param isNew tracked numbers are looked for too
 * @param accepts what is not accepted may begin with, or hide, what is
 */
export function findAll(text: string, isNew: boolean, accepts: (...found: Found) => boolean): Found[] {
  const all: Found[] = [];
  exact.lastIndex = 0;
  for (let match = exact.exec(text); match; match = exact.exec(text)) {
    const each = soughtNumbers[match.findIndex((group, at) => at && group) - 1] as Sought;
    if ((isNew || each.number === each.owner) && accepts(each, match.index, match[0]))
      all.push([each, match.index, match[0]]);
    else exact.lastIndex = match.index + 1;
  }
  return all;
}
