import type { Lexicon } from "./createLexicon.ts";
import { plain, SEPARATOR } from "./notation.ts";
import { numbersIn, type Reading } from "./rewrite.ts";
import type { Sought } from "./sought.ts";

const SCHEME = /^\s*(?:tel|sms|callto):/i;
/** Digits and what may stand between them, also percent-encoded: blanks, brackets, marks, what is not ASCII. */
const NUMBER = new RegExp(`^(?:[+\\d${SEPARATOR}]|%(?:0[9ad]|2[089bdef]|5[bd]|[89a-f].))*\\d`, "i");

/** The number that a link dials, and that link with another one. */
function dialled(
  href: string,
  { lexicon, meant, isAny }: Reading,
): [Sought, (number: string) => string] | undefined {
  const [scheme = ""] = SCHEME.exec(href) || [];
  const rest = href.slice(scheme.length);
  const [number] = (scheme && NUMBER.exec(plain(rest))) || [];
  if (!number) return undefined;
  const digits = plain(number)
    .replace(/%2b/i, "+")
    .replace(/%..|[^+\d]/g, "");
  // Also with its calling code, and no `+` before it.
  const [found] = [digits, `+${digits}`].flatMap((text) =>
    numbersIn(
      text,
      lexicon,
      ({ owner }, _, { length }) => length === text.length && (!meant || meant.owner === owner),
    ),
  );
  const sought = isAny ? (meant as Sought) : found;
  return sought && [sought, (other) => scheme + other + rest.slice(number.length)];
}

/**
 * A link that dials: always E.164; parameters and what is dialled after it are kept.
 *
 * @returns the link with the owner's number, and as it is to be
 */
export function relink(href: string, reading: Reading): [before: string, after: string] {
  const [sought, dialling] = dialled(href, reading) || [];
  if (!sought || !dialling) return [href, href];
  const { number, owner, shown } = sought;
  return [number === owner ? href : dialling(owner), dialling(shown)];
}

/** The owner's number that a link dials, its own or in a tracked number's place. */
export const ownerIn = (href: string, lexicon: Lexicon): string | undefined =>
  dialled(href, { lexicon })?.[0].owner;
