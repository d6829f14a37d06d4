import type { Sought } from "./lexicon.ts";
import { BEGIN, END, NODE, plain } from "./notation.ts";

/** How much of what stands beside is read, characters: an indentation is read as one space, a long URL is cut. */
const REACH = 200;

/** Accents that stand behind their letters, soft hyphens, ends of nodes: nothing ends there. */
const MARKS = new RegExp(`[\\u0300-\\u036f\\xad${NODE}]`, "g");
/** More than Latin letters, and what they are punctuated with. */
const isOther = (text: string) => /[^\0-\u036f\u2010-\u203a\u20ac]/.test(text);
/** Chinese and Japanese are written without spaces: they may touch a number. */
const otherLetters = () => /(?![\w\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc])[\p{L}\p{Mc}\p{Nd}]/gu;

/** A text in few characters: letters as `A`, but for ASCII; one kind of space, dash and currency sign. */
function simplified(raw: string): string {
  let text = plain(raw).replace(MARKS, "");
  // These take milliseconds to compile, for their `\p{…}`. Of format characters, bidirectional marks, variation selectors …
  if (isOther(text))
    text = text
      .replace(/[\p{Mn}\p{Cf}]/gu, "")
      .replace(otherLetters(), "A")
      .replace(/\p{Sc}/gu, "$");
  return text
    .replace(/[\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f]/g, "A")
    .replace(/\s+/g, " ")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\xa2-\xa5\u20ac]/g, "$")
    .replace(/[\u066b\u066c]/g, ".");
}

/** Stand for the number itself; the first, where it opens with `(`, `+` or its trunk prefix, in its country's grouping. */
const OPENING = "\x05";
const OTHER = "\x06";
/** Stands for another whole phone number. */
const PHONE = "\x07";
export const N: string = `[${OPENING}${OTHER}]`;
const EDGES = new RegExp(`[${BEGIN}${END}]`, "g");

/** What makes digits a word, a time or a sum: `24h`, `0,15`, `7 j/7`, `24 Hours`, `9 AM`, `50 €`. */
const UNIT = "(?![^ \x04).,;:!?]|[,.:]\\d| (?:[Hhj%$]|[AP]M|day|min|km|ans))";
/** One separator, before a number or its parenthesis. */
const BEFORE = `(?:[ .]|\\) ?| ?\\((?!${N}\\)))`;
const any = (...sources: string[]) => new RegExp(sources.join("|"));

/** A letter: `A01…`, `A<b>01…`; `…89A`, but for an extension: `…89x12`. Not `<b>A</b>01…`: a label beside it. */
export const LETTER: RegExp = any(`[A-Za-z]\x02*${N}`, `${N}(?![xX]\\d{1,6}(?![\\w-]))\x03*[A-Za-z]`);

/** `#01…`, `5.01…`, `++33…`; `…89€`, `…89 €`, `…89/12` */
export const SIGN: string = `(?:\\d[.,/-]?|[_@=#$+])${N}|${N}(?:[.,/-]?\\d|[_@=#]| ?\\$)`;
/** `https://shop.example/01…`, `shop.example/01…`; `…89@shop.example`, `…89.shop`; not a capital: the next sentence */
export const ADDRESS: string = `[A-Za-z]\\.[A-Za-z]+[^ \x04]*/[^ \x04]*${N}|${N}(?:[\\w.+-]*@|\\.[a-z]{2})`;

/** What, beside a number, makes it a part of something else, without regard to elements. */
const GUARD = any(
  SIGN,
  ADDRESS,
  // `+674 …`, `00674 …`: another calling code; `FR76 …`: an IBAN
  `(?:\\+|(?<!\\d)00|[A-Z]{2})\\d{1,4}(?: \\d+)*${BEFORE}${N}`,
  // `1 85 …`, `123456 …`; `12 …`, but for a post code, a year, the number of a house before what opens a number; `9 (495) …`
  `(?<![^ (])(?:\\d+(?:(?: \\d+|\\d{5})${BEFORE}${N}|${BEFORE}${OTHER})|\\d ?\\(${N}(?!\\)))`,
  // `… 012`
  `${N}(?: \\d+)+(?! \\d)${UNIT}`,
);

/** All that an inline element holds, and no text of letters or digits is glued to that element: `12 <b>☎ 01…</b>, …` */
const WHOLE = any(
  `(?<![A-Za-z\\d\x02])\x02+[^\\w@=#$\x02\x03]*${N}[^\\w@=#$\x02\x03]*\x03+(?![A-Za-z\\d\x03])`,
);

const AND = "(?:ou|et|or|and|und|oder|bis|to|thru|a|au|y|e|of?|&)(?![a-z])";
const FAX = "(?:tele)?fax";
/** Not a whole phone number. */
const LAST = `[ .:(/-]*(?!(?:[ ./()-]{0,3}\\d){9})\\d(?:[ .-]?\\d){1,7}${UNIT}`;
/**
 * The last digits of a second number: `… / 80`, `…, Fax: -299`, `… (Fax -299)`; `… - 80`, `…, -80`, `… (ou 80)`, but for a
 * word behind: `… - 80 rue`; a single one: `…-4`, `… / 4`.
 */
const SHARED = any(
  `${N}[ \x04]*(?:(?:/|[,;/(-]?[ \x04]*${FAX})[ \x04]*${LAST}|(?:-|[,;(] ?-(?! )|[,;(]?[ \x04]*${AND})[ \x04]*${LAST}(?! (?!${AND}|${FAX})[a-z]{2}))`,
  `${N}(?:-| ?/ ?)\\d(?! ?[a-z\\d(])${UNIT}`,
);

/** Whole numbers of any country, and national ones as long as this one. */
const phonesLike = ({ plan: { trunk, optional }, significant: { length } }: Sought): RegExp =>
  new RegExp(
    `(?<![^ (/,;:|\x04-]|\\d[ ./-])(?:(?:\\+|00)\\d(?:[ ./()-]{0,3}\\d){8,14}|(?:${trunk})${optional ? "?" : ""}(?:[ ./()-]{0,3}\\d){${length}})(?![\\d${OPENING}${OTHER}]|[ ./-]\\d)`,
    "g",
  );

const shapeOf = (text: string) => text.replace(/\d/g, "0").replace(/\D+/g, " ");

/** What stood around the number looked at last, as the guards saw it: `flat` without elements and other phone numbers. */
export const seen = { near: "", flat: "" };

/**
 * What the text around a number says about it.
 *
 * @param text all of it
 * @param raw the number, as it stands there from `start` on
 * @returns `shared`: what follows gives the last digits of a second number; `guarded`: it may be a part of something
 *   longer, or be something else
 */
export function evidenceFor(
  text: string,
  start: number,
  raw: string,
  sought: Sought,
): "clear" | "guarded" | "shared" {
  const end = start + raw.length;
  const { trunk, national } = sought.plan;
  const digits = plain(raw);
  const isOpening =
    /^\D/.test(digits) || text[start - 1] === "(" || (trunk && shapeOf(digits) === shapeOf(national));
  const near = simplified(
    text.slice(Math.max(0, start - REACH), start) +
      (isOpening ? OPENING : OTHER) +
      text.slice(end, end + REACH),
  );
  const flat = near.replace(EDGES, "").replace(phonesLike(sought), PHONE);
  if (REASONS) Object.assign(seen, { near, flat });
  if (SHARED.test(flat.toLowerCase())) return "shared";
  // All of an element is what begins and ends in it.
  return (LETTER.test(near) || GUARD.test(flat)) && (raw.search(EDGES) >= 0 || !WHOLE.test(near))
    ? "guarded"
    : "clear";
}
