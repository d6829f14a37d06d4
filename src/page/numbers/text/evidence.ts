import { BEGIN, BORDER, EDGES, END, NODE, plain, withoutEdges } from "./notation.ts";
import type { Sought } from "./sought.ts";

/** How much of what stands beside is read, characters. */
const MAX_REACH = 60;
/** … of a word before it: a longer URL is cut, and still has its `?`, `=` or `/`. */
const MAX_WORD = 200;
/** Soft hyphens, zero-width and bidirectional marks, variation selectors, ends of nodes: nothing ends there. */
const MARKS = new RegExp(
  `[\\xad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe0e\\ufe0f${NODE}]`,
  "g",
);

/** Stand for the number itself; the first, where it opens with `(`, `+` or its trunk prefix, in its country's grouping. */
const OPENING = "\x05";
const OTHER = "\x06";
/** Stands for another whole phone number. */
const PHONE = "\x07";
const NUMBER = `[${OPENING}${OTHER}]`;
const IS_NUMBER = new RegExp(NUMBER);

const SPACES = /[^\S\xa0\u202f]+/g;
const EDGE = `[${BEGIN}${END}]*`;
/** Chinese and Japanese are written without spaces: they may touch a number. So may the frame of a keycap emoji. */
const LETTER = "(?![\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\u30fc\\u20e3])[\\p{L}\\p{M}]";
const SIGN = "[\\p{Nd}_@=#\\p{Sc}]";
const WORD = `[^\\s${EDGES}]*`;
/** Joins two digits to a longer number. */
const JOINT = "[.,/\\u066b\\u066c\\u2010-\\u2015-]";
/** What makes digits a word, a time or a sum: `24h`, `0,15`, `7 j/7`, `50 €`. */
const UNIT = `[^\\s${EDGES}).,;:!?]|[,.:]\\d|\\s(?:[hj%$£€]|min|km|ans)`;
/** Digits that begin here, and no word, date or part of `24h/24` does. */
const BARE = "(?<![^\\s(])\\d";
/** One separator, before a number or its parenthesis. */
const BEFORE = `(?:[\\s.]|\\)\\s?|\\s?\\((?=${NUMBER}(?!\\))))`;

/** `#01…`, `5.01…`; `…89€`, `…89/12` */
export const SIGNED: string = `(?:${SIGN}|\\d${JOINT})${EDGE}${NUMBER}|${NUMBER}${EDGE}(?:${SIGN}|${JOINT}\\d)`;
/** `A01…`, `A<b>01…`, `++33…`; `…89A`, but for an extension: `…89x12`. Not `<b>A</b>01…`: a label beside it */
export const LETTERED: string = `(?:\\+|${LETTER}${BEGIN}*)${NUMBER}|${NUMBER}(?![xX]\\d{1,6}(?![\\w-]))${END}*${LETTER}`;
/** `…89 €` */
export const PRICED: string = `${NUMBER}${EDGE}\\s${EDGE}\\p{Sc}`;
/** `https://shop.example/01…`, `www.shop.example/01…`, `?tel=01…`, `shop.example/01…` */
export const IN_ADDRESS: string = `(?://|(?:^|[\\s${EDGES}])[wW]{3}\\.|[@?&]|[^\\d.\\s]\\.[^\\d./\\s]+/)${WORD}${NUMBER}`;
/** `…89@shop.example`, `…89.shop`; a capital after a dot begins the next sentence */
export const BEFORE_HOST: string = `${NUMBER}(?:${WORD}@|\\.[a-z\\xdf-\\xff\\u0430-\\u045f]{2})`;

/** What, beside a number, makes it a part of something else: a longer number, a sum, a URL, an e-mail address … */
const GUARD = new RegExp([SIGNED, LETTERED, PRICED, IN_ADDRESS, BEFORE_HOST].join("|"), "u");
/** Other digits, so near that they may have to do with it. */
const NEAR_DIGITS = new RegExp(`\\d\\D{0,9}${NUMBER}|${NUMBER}\\D{0,30}\\d`);
/**
 * Nothing is glued to it: what is seen at once, and mostly so. `GUARD` and `WHOLE` take milliseconds to compile, for
 * their `\p{…}`.
 */
const APART = new RegExp(
  `(?:^|[\\s(])${EDGE}${NUMBER}${EDGE}(?:$|[),;:!?](?!\\d)|\\.?${EDGE}(?:$|\\s+${EDGE}(?:$|[\\w(\\xc0-\\xff])))`,
);
/** What makes it so without regard to elements: stretches of something longer. */
const STRETCH = new RegExp(
  [
    // `+674 …`, `00674 …`: another calling code; `9 (495) …`: another prefix; `FR76 …`: an IBAN
    `(?:\\+|(?<!\\d)00|[A-Z]{2})\\d{1,4}(?:\\s\\d+)*${BEFORE}${NUMBER}`,
    `${BARE}\\s?\\(${NUMBER}(?!\\))`,
    // `1 85 …`, `123456 …`; `12 …`, but for a post code, a year, the number of a house before what opens a number
    `${BARE}+(?:\\s\\d+|\\d{5})${BEFORE}${NUMBER}`,
    `${BARE}+${BEFORE}${OTHER}`,
    // `… 012`
    `${NUMBER}\\s\\d+(?:\\s\\d+)*(?!\\s\\d|${UNIT})`,
  ].join("|"),
);

/** Neither letter nor digit nor sign: punctuation, emoji. */
const PUNCTUATION = `[^\\p{L}\\p{M}\\p{Nd}_@=#\\p{Sc}${EDGES}]*`;
/** All that an inline element holds, and no text of letters or digits is glued to that element: `12 <b>☎ 01…</b>, …` */
const WHOLE = new RegExp(
  `(?<![\\p{L}\\d${BEGIN}])${BEGIN}+${PUNCTUATION}${NUMBER}${PUNCTUATION}${END}+(?![\\p{L}\\d${END}])`,
  "u",
);

const DASH = "[\\u2010-\\u2015-]";
/** Spaces, and where elements begin and end. */
const SPACE = `[\\s${EDGES}]*`;
const AND = "(?:ou|et|or|and|und|oder|bis|to|thru|à|au|&)";
const FAX = "(?:tele)?fax";
/** A digit of a number, and what may stand before it. */
const DIGIT = `(?:(?:[\\s./()]|${DASH}){0,3}\\d)`;
/** Not a whole phone number, a date, a sum or a time. */
const LAST = `(?!${DIGIT}{9}|\\d\\d?\\.\\d\\d?\\.\\d)\\d(?:(?:[\\s.]|${DASH})?\\d){1,7}(?!${UNIT})`;
/** A word of its own behind it: the number of a house, a post code, so many people: `… - 80 rue`, `… et 12 agences`. */
const NAMED = `\\s+(?!(?:${AND}|${FAX})\\b)[a-z\\xdf-\\xff]{2}`;
const OPEN = `[\\s.(${EDGES}]*${DASH}?`;
/** The last digits of a second number: `… / 80`, `… - 80`, `… ou 80`, `…, Fax: -299`, `… / (80)`. */
const LAST_DIGITS = new RegExp(
  `${NUMBER}${SPACE}(?:${[
    `${DASH}${OPEN}${LAST}(?!,?${NAMED})`,
    `[,;]*${SPACE}${AND}(?![a-z])${OPEN}${LAST}(?!${NAMED})`,
    `/${OPEN}${LAST}`,
    `(?:/|${DASH}|[,;])?${SPACE}${FAX}[\\s.:${EDGES}]*/?${OPEN}${LAST}`,
  ].join("|")})`,
);

/** Whole numbers of any country, and national ones as long as this one. */
function phonesLike({ plan: { trunk, optional }, significant: { length } }: Sought): RegExp {
  return new RegExp(
    `(?<![^\\s(/,;:|-]|\\d[\\s./-])(?:(?:\\+|00)\\d${DIGIT}{8,14}|${trunk}${optional && trunk ? "?" : ""}${DIGIT}{${length}})(?![\\d${OPENING}${OTHER}]|[\\s./-]\\d)`,
    "g",
  );
}

const groupsOf = (text = "") => `${text.match(/\d+/g)?.map(({ length }) => length)}`;

/** Whether a number begins as its country begins one. */
function opens(before: string, raw: string, { plan: { trunk, national } }: Sought): boolean {
  const text = withoutEdges(raw);
  return (
    /^\+/.test(text) ||
    before.endsWith("(") ||
    (!!trunk && text.startsWith(trunk) && groupsOf(text) === groupsOf(national))
  );
}

/** What stood around the number looked at last, as the guards saw it. */
export const seen = { near: "" };

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
  // An indentation is read as one space.
  const before = (reach: number) => text.slice(Math.max(0, start - reach), start).replace(SPACES, " ");
  const left = /\s/.test(before(MAX_REACH)) ? before(MAX_REACH) : before(MAX_WORD);
  const right = text
    .slice(end, end + MAX_WORD)
    .replace(SPACES, " ")
    .slice(0, MAX_REACH);
  const mark = opens(left, plain(raw), sought) ? OPENING : OTHER;
  let near = plain(left + mark + right).replace(MARKS, "");
  const hasDigits = NEAR_DIGITS.test(near);
  if (hasDigits) {
    sought.phones ||= phonesLike(sought);
    near = near.replace(sought.phones, PHONE);
    if (LAST_DIGITS.test(near.toLowerCase())) return "shared";
  }
  near = near.split(BORDER).find((part) => IS_NUMBER.test(part)) as string;
  if (REASONS) seen.near = near;
  // In the order of what is seen soonest.
  const isGuarded =
    (!APART.test(near) && GUARD.test(near)) || (hasDigits && STRETCH.test(withoutEdges(near)));
  // All of an element is what begins and ends in it.
  return isGuarded && (withoutEdges(raw) !== raw || !WHOLE.test(near)) ? "guarded" : "clear";
}
