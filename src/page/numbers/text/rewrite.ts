import { type Found, findAll, shownFor } from "../assigned.ts";
import { EDGE, plain, SEPARATOR } from "./notation.ts";
import { project } from "./project.ts";
import { type Sought, sourceOf } from "./sought.ts";
import { standsAlone } from "./standsAlone.ts";

/** How a part of the page is read. */
export interface Reading {
  /**
   * It came after the page was loaded: a tracked number in it is a copy of what was shown (a clone, a text
   * put together by the page's own script), and its original is the owner's number.
   */
  isNew: boolean;
  /** Finds the elements whose attributes are read. */
  selector: string;
  /** It is in an element that names its number: no other one is meant. */
  own?: Sought | undefined;
  /** … and that does not hold it: any number is meant. */
  isAny?: boolean;
}

/** Of a number as a page writes it, with all its indentations; characters. */
const MAX_LENGTH = 2_000;

/** Too much between two digits, or a `+`: no number goes on there. An indentation is read as one space. */
const BROKEN = /\D{6}|\d\D*[+\uff0b]/;

const SPACE = new RegExp(`[\\s${EDGE}]+`, "g");

/** Whether a number is meant by what is read. */
export const isMeant = ({ owner }: Sought, { own }: Reading): boolean => !own || own.owner === owner;

/** Any numbers, each with whether it is in a form of its country. */
function findAny(text: string, own: Sought): [...Found, fits: boolean][] {
  const any = new RegExp(
    `(?<!\\d)(?:\\(?${sourceOf(own, Array(own.length).fill("\\d"))}|\\(?[+\\uff0b]?\\d(?:[${SEPARATOR}]{0,5}\\d){5,14})(?!\\d)`,
    "g",
  );
  return [...text.matchAll(any)].map(({ 0: raw, 1: form, index }) => [own, index, raw, !!form]);
}

/**
 * Other numbers in a text that is cut in parts, each character in the part where it stood.
 *
 * @returns the parts without our numbers, and as they are to be shown
 */
export function rewrite(parts: readonly string[], reading: Reading): [before: string[], after: string[]] {
  const raw = parts.join("");
  const text = plain(raw);
  const sides: [string[], string[]] = [raw.split(""), raw.split("")];
  const found: (readonly [...Found, fits?: boolean])[] =
    reading.own && reading.isAny
      ? findAny(text, reading.own)
      : findAll(
          text,
          reading.isNew,
          (sought, start, { length }) =>
            isMeant(sought, reading) &&
            length < MAX_LENGTH &&
            (length < sought.length + 6 ||
              !BROKEN.test(text.slice(start, start + length).replace(SPACE, " "))) &&
            standsAlone(text, start, start + length, sought),
        );
  for (const [sought, start, { length }, fits = true] of found)
    for (const [at, target] of [sought.owner, shownFor(sought.owner)].entries())
      if (target !== sought.number || (at && !fits))
        sides[at]?.splice(start, length, ...project(raw.slice(start, start + length), sought, target, fits));
  return sides.map((chars) => {
    let end = 0;
    return parts.map(({ length }) => {
      const start = end;
      end += length;
      return chars.slice(start, end).join("");
    });
  }) as [string[], string[]];
}
