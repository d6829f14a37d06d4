import type { Swap } from "../../vocabulary/events.ts";
import { type Known, knownOf, sourceOf } from "./known.ts";
import { OTHER_DIGITS } from "./notation.ts";

let swaps: readonly Swap[] = [];
/** Every tracked number that this page has shown, the latest first: it may be found again in a copy. */
let shown: Swap[] = [];
let known: Known[] = [];
/** Finds an owner's number, and any known one. One group for each; a digit of another script may belong to any. */
let patterns = [/(?!)/g, /(?!)/g] as const;

/** From now on these numbers are shown. */
export function assign(next: readonly Swap[]): void {
  swaps = next;
  shown = [...next, ...shown].filter(
    ({ tracked }, at, all) =>
      at === all.findIndex((other) => other.tracked === tracked) &&
      // What is an owner's number itself is no copy.
      !next.some(({ number }) => number === tracked),
  );
  known = [...next.map((swap) => swap.number), ...shown].map((each) =>
    typeof each === "string" ? knownOf(each, each) : knownOf(each.tracked, each.number),
  );
  const patternOf = (all: Known[]) =>
    new RegExp([...all.map((each) => sourceOf(each)), `[${OTHER_DIGITS}]`].join("|"), "g");
  patterns = [patternOf(known.slice(0, next.length)), patternOf(known)];
}

/** Whether a tracked number is shown, or was on this page and may come back in a copy. */
export const isNeeded = (): boolean => !!known[0];

/** The number to show for an owner's number. */
export const shownFor = (number: string): string =>
  swaps.find((swap) => swap.number === number)?.tracked || number;

/** The owner's number with this id, if something is shown for it. */
export const ownerOf = (number: string | undefined): Known | undefined =>
  known.find((each) => each.number === number && each.owner === number);

/** Last two digits of the owner's numbers, with `isNew` also of the tracked ones; each once. */
export const tails = (isNew: boolean): Set<string> =>
  new Set(known.slice(0, isNew ? known.length : swaps.length).map(({ number }) => number.slice(-2)));

/** Whether a number may stand in a text. @param isNew tracked numbers are looked for too */
export function mayHold(text: string, isNew: boolean): boolean {
  const pattern = patterns[isNew ? 1 : 0];
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** A number in a text: its index, and how it is written. */
export type Found = readonly [known: Known, start: number, raw: string];

/**
 * Where numbers stand in a text with digits 0–9.
 *
 * @param isNew tracked numbers are looked for too
 * @param accepts what is not accepted may begin with, or hide, what is
 */
export function findAll(text: string, isNew: boolean, accepts: (...found: Found) => boolean): Found[] {
  const pattern = patterns[isNew ? 1 : 0];
  const all: Found[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const each = known[match.findIndex((group, at) => at && group) - 1];
    if (each && accepts(each, match.index, match[0])) all.push([each, match.index, match[0]]);
    else pattern.lastIndex = match.index + 1;
  }
  return all;
}
