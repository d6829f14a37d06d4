import { EDGE } from "./notation.ts";
import type { Sought } from "./sought.ts";

/** How much of what stands beside is read, characters: a longer URL is cut, and still has its `?`, `=` or `/`. */
const MAX_NEIGHBOUR = 200;
/** Inside of classes: letters of Latin scripts, currency signs. */
const LETTER = "a-zA-Z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f";
const MONEY = "$\\xa2-\\xa5\\u058f\\u060b\\u0e3f\\u20a0-\\u20cf\\ufdfc\\uff04\\uffe0-\\uffe6";
const SIGN = `${EDGE}*[\\d_@=#${MONEY}]`;
/**
 * A letter of another script. Chinese and Japanese are written without spaces: they may touch a number.
 * Compiled at its first use, which most pages never need.
 */
const OTHER_LETTER = /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc])[\p{L}\p{M}]/u;
const isOtherLetter = (char = "") =>
  char > "\u024f" && !/[\u2000-\u206f]/.test(char) && OTHER_LETTER.test(char);
/** Joins two digits to a longer number. */
const JOINT = "[.,/\\u066b\\u066c\\u2010-\\u2015-]";
const WORD = `[^\\s${EDGE}]*`;

/** `#01…` */
const SIGN_BEFORE = `[\\d_@=#${MONEY}]${EDGE}*$`;
/** `A01…`, `++33…` */
const LETTER_BEFORE = `[${LETTER}+]$`;
/** `2026-01…` */
const JOINED_BEFORE = `\\d${JOINT}$`;
/** `https://shop.example/01…`, `www.shop.example/01…`, `?tel=01…`, `shop.example/01…` */
const ADDRESS_BEFORE = `(?://|(?:^|[\\s${EDGE}])[wW]{3}\\.|[@?&]|[^\\d.\\s]\\.[^\\d./\\s]+/)${WORD}$`;
/** What, before a number, makes it a part of something else: a longer number, a sum, a URL, an e-mail address … */
const BEFORE = new RegExp(`${SIGN_BEFORE}|${LETTER_BEFORE}|${JOINED_BEFORE}|${ADDRESS_BEFORE}`);
/** `…89A`, but for an extension: `…89x12` */
const LETTER_AFTER = `(?![xX]\\d{1,6}(?![\\w-]))[${LETTER}]`;
/** `…89 €` */
const MONEY_AFTER = `${EDGE}*\\s${EDGE}*[${MONEY}]`;
/** `…89@shop.example`, `…89.shop`; a capital after a dot begins the next sentence. */
const ADDRESS_AFTER = `${WORD}@|\\.[a-z\\xdf-\\xff\\u0430-\\u045f]{2}`;
/** … and after it. */
const AFTER = new RegExp(`^(?:${SIGN}|${LETTER_AFTER}|${JOINT}\\d|${MONEY_AFTER}|${ADDRESS_AFTER})`);
/** Digits one separator away, and those that follow them likewise; not a word that begins with digits. */
const ONE = "(?:[\\s./-]?[()][\\s./-]?|[\\s./-])";
const DIGITS = `\\+?\\d(?:${ONE}?\\d)*`;
const LEFT = new RegExp(`([a-zA-Z]?${DIGITS})${ONE}$`);
const RIGHT = new RegExp(`^${ONE}(${DIGITS})(?![${LETTER}\\d\\u0250-\\u1fff\\u3005-\\ud7af])`);

/** Soft hyphens, zero-width and bidirectional marks: a number does not end there. */
const MARKS = /[\xad\u061c\u200b-\u200f\u202a-\u202e\u2061-\u2069]/g;
const withoutMarks = (text: string) => text.replace(MARKS, "");

/** Whether neighbouring digits are a phone number of their own, and so no part of anything longer. */
function isPhone(found: RegExpExecArray | null, { plan: { trunk, optional }, length }: Sought): boolean {
  if (!found) return true;
  const digits = (found[1] as string).replace(/[^+\da-z]/gi, "");
  return (
    /^(\+|00)\d{8}/.test(digits) ||
    (digits.startsWith(trunk) && digits.length === trunk.length + length) ||
    (!!optional && /^\d/.test(digits) && digits.length === length)
  );
}

/** Whether a number that was found from `start` to `end` is no stretch of something longer. */
export function standsAlone(text: string, start: number, end: number, sought: Sought): boolean {
  const before = withoutMarks(text.slice(Math.max(0, start - MAX_NEIGHBOUR), start));
  const after = withoutMarks(text.slice(end, end + MAX_NEIGHBOUR));
  if (BEFORE.test(before) || AFTER.test(after) || isOtherLetter(before.at(-1)) || isOtherLetter(after[0]))
    return false;
  const [left = "", right = ""] = [before, after].map((side) => side.replaceAll(EDGE, ""));
  return (
    // In parentheses of its own it has no neighbours.
    (left.endsWith("(") && right.startsWith(")")) ||
    (isPhone(LEFT.exec(left), sought) && isPhone(RIGHT.exec(right), sought))
  );
}
