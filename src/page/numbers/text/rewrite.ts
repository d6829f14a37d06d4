import type { Lexicon, Table } from "./createLexicon.ts";
import { evidenceFor } from "./evidence.ts";
import { EDGES, NODE, plain, SEPARATOR } from "./notation.ts";
import { project } from "./project.ts";
import { type Sought, sourceOf } from "./sought.ts";

/** How a part of the page is read. */
export interface Reading {
  lexicon: Lexicon;
  /** It is in an element that names its number, if that is shown: no other one is meant, and nothing speaks against it. */
  meant?: Partial<Sought>;
  /** … and that does not hold it: any number is meant. */
  isAny?: boolean;
}

/** A number in a text: which, from where on, and as it is written. */
type Found<T> = (sought: Sought, start: number, raw: string) => T;

/** Of a number as a page writes it, with all its indentations; characters. */
const MAX_LENGTH = 2_000;
/** Longer than its digits by so many characters, what stands between them is looked at. */
const MAX_SEPARATORS = 6;

/** Too much between two digits, or a `+`: no number goes on there. An indentation is read as one space. */
const BROKEN = /\D{6}|\d\D*[+\uff0b]/;

const SPACE = new RegExp(`[\\s${EDGES}]+`, "g");

const isUnbroken = (raw: string, { length }: string): boolean =>
  raw.length < MAX_LENGTH &&
  (raw.length < length + MAX_SEPARATORS || !BROKEN.test(plain(raw).replace(SPACE, " ")));

/**
 * Puts other numbers in the place of those of a table, or only tells where they stand.
 *
 * @param targetOf the number to put there, E.164, if any
 */
export const rewriteIn = (
  text: string,
  { sought, pattern, rough }: Table,
  targetOf: Found<string | false | undefined>,
): string =>
  // The pattern takes a while to compile, and there is mostly nothing of ours in a text.
  !rough.test(text)
    ? text
    : text.replace(pattern, (raw, ...rest) => {
        const form = sought[rest.findIndex(Boolean)];
        const each = form || (sought[0] as Sought);
        const target = isUnbroken(raw, each.significant) && targetOf(each, rest.at(-2), raw);
        return target && (!form || target !== each.number) ? project(raw, each, target, !form) : raw;
      });

/** Any number, in a form of this one's country or not. */
const anyLike = (own: Sought): Table => ({
  sought: [own],
  rough: /\d/,
  pattern: new RegExp(
    `(?<![\\d]|\\d[/.])(?:\\(?${sourceOf(own, `\\d(?:[${SEPARATOR}]*\\d){${own.significant.length - 1}}`)}|(?!\\d\\d?[/.]\\d\\d?[/.]\\d)\\(?[+\\uff0b]?\\d(?:[${SEPARATOR}]{0,5}\\d){5,12})(?!\\s?\\d)`,
    "g",
  ),
});

/**
 * The owner's numbers in the place of tracked ones that were shown.
 *
 * @param text nodes of a run, `NODE` between them
 * @param isOurs it was written here, or stands in a link that dials, whatever now stands beside it
 */
export const restoreIn = (text: string, { lexicon, meant }: Reading, isOurs: Found<boolean>): string =>
  rewriteIn(
    text,
    lexicon.tracked,
    (sought, start, raw) =>
      (!!meant || isOurs(sought, start, raw) || evidenceFor(text, start, raw, sought) !== "guarded") &&
      sought.owner,
  );

/**
 * The numbers to show in the place of the owner's.
 *
 * @param dials it stands in a link that dials one of the site's numbers
 * @param onShared told of one that shares its beginning with another number
 */
export const showIn = (
  text: string,
  { lexicon, meant, isAny }: Reading,
  dials: Found<boolean>,
  onShared: Found<unknown>,
): string =>
  rewriteIn(text, HAS.marks && isAny ? anyLike(meant as Sought) : lexicon.owners, (sought, start, raw) => {
    const evidence = evidenceFor(text, start, raw, sought);
    if (evidence === "shared") {
      onShared(sought, start, raw);
      return false;
    }
    return (
      (HAS.marks && meant
        ? meant.owner === sought.owner
        : evidence === "clear" || dials(sought, start, raw)) && sought.shown
    );
  });

/** The numbers of a text for which something holds. */
export function numbersIn(text: string, lexicon: Lexicon, holds: Found<boolean>): Sought[] {
  const all: Sought[] = [];
  for (const table of [lexicon.tracked, lexicon.owners])
    rewriteIn(text, table, (sought, start, raw) => {
      if (holds(sought, start, raw)) all.push(sought);
      return false;
    });
  return all;
}

/** The nodes of a text, by their place in it, in which a number stands; to be asked of one after the other. */
export function createNodesOf(text: string): (start: number, raw: string) => number[] {
  let at = 0;
  let first = 0;
  return (start, raw) => {
    for (; at < start; at++) if (text[at] === NODE) first++;
    return raw.split(NODE).map((_, index) => first + index);
  };
}
