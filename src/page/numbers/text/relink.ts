import { findAll, shownFor } from "../assigned.ts";
import { plain, SEPARATOR } from "./notation.ts";
import { isMeant, type Reading } from "./rewrite.ts";
import type { Sought } from "./sought.ts";

const SCHEME = /^\s*(?:tel|sms|callto):/i;
const NUMBER = new RegExp(`^(?:[+\\d${SEPARATOR}]|%2[0Bb])*\\d`);

/** The number that a link dials, and that link with another one. */
function dialled(href: string, reading: Reading): [Sought, (number: string) => string] | undefined {
  const scheme = SCHEME.exec(href)?.[0];
  if (!scheme) return undefined;
  const rest = href.slice(scheme.length);
  const [number = ""] = NUMBER.exec(plain(rest)) || [];
  const digits = decodeURIComponent(number).replace(/[^+\d]/g, "");
  const sought =
    digits && reading.isAny
      ? reading.own
      : findAll(
          digits,
          reading.isNew,
          (each, _, { length }) => length === digits.length && isMeant(each, reading),
        )[0]?.[0];
  return sought && [sought, (other) => scheme + other + rest.slice(number.length)];
}

/**
 * A link that dials: always E.164; parameters and what is dialled after it are kept.
 *
 * @returns the link without our number, and as it is to be
 */
export function relink(href: string, reading: Reading): [before: string, after: string] {
  const [sought, dialling] = dialled(href, reading) || [];
  if (!sought || !dialling) return [href, href];
  return [sought.number === sought.owner ? href : dialling(sought.owner), dialling(shownFor(sought.owner))];
}

/** The owner's number that a link dials, its own or in a tracked number's place. */
export const ownerIn = (href: string): string | undefined =>
  dialled(href, { isNew: true, selector: "" })?.[0].owner;
