import type { Swap } from "../../vocabulary/events.ts";
import type { NumberPlan } from "../../vocabulary/site.ts";
import { recogniseAny } from "./recogniseAny.ts";

/** One owner's number, ready to be found and replaced. E.164. */
export interface Recogniser extends Swap {
  plan: NumberPlan;
  /** The national significant number: the digits that follow the calling code. */
  significant: string;
  /** Finds its digits, whatever stands between them: quick to compile and to run. */
  rough: RegExp;
  /** What may stand before them: calling code or trunk prefix. */
  prefix: RegExp;
  /** In an element that names its number: any number is this one. */
  isAny: boolean;
}

/** Where a number stands: its index and length in the text, and whether in a form of its country. */
export type Place = readonly [start: number, length: number, fits: boolean];

/**
 * Stands in a run of text where an element begins or ends: a letter beyond it is not glued to a number,
 * a digit is. A word joiner: invisible, and so allowed between the digits of a number.
 */
export const EDGE = "\u2060";
/** What may stand between two digits: spaces, dashes and dots of all kinds and widths, invisible marks. */
export const SEPARATOR =
  "\\s./()\\xad\\xb7\\u200b-\\u2015\\u202a-\\u202e\\u2060-\\u2069\\u2212\\u30fc\\uff08\\uff09\\uff0d-\\uff0f-";
const GAP = `[${SEPARATOR}]{0,5}`;
const SEPARATED = new RegExp(`^[\\d${SEPARATOR}]*$`);
/** What a country dials before a calling code: 00, 011, 0011, 010, 00x. */
const INTERNATIONAL = "0(?:0\\d?|0?1[01])";
/** Currency signs. */
const MONEY = "$\\xa2-\\xa5\\u058f\\u060b\\u0e3f\\u20a0-\\u20cf\\ufdfc\\uff04\\uffe0-\\uffe6";
/** What makes a longer thing of a number that it touches, whatever element it stands in … */
const SIGN = new RegExp(`[\\d_@=#${MONEY}]`);
const SUM = new RegExp(`^\\s[${MONEY}]`);
/** … and a letter, if in the same element. */
const LETTER = /[a-zA-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f]/;
/**
 * A letter of another script. Chinese and Japanese are written without spaces: they may touch a number.
 * Used only where such a character is met, for its first use takes the browser a millisecond.
 */
const OTHER_LETTER = /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc])[\p{L}\p{M}]/u;
/** How far a word is read: a longer URL is cut, and still has its `?`, `=` or `/` before the number. */
const REACH = 200;
const SPACE = new RegExp(`[\\s${EDGE}]`);
/** Joins two digits to a longer number. */
const JOINT = /[.,/\u066b\u066c\u2010-\u2015-]/;
/** What makes a URL or an e-mail address of the word before a number … */
const ADDRESS = /\/\/|^www\.|[@?&]|[^\d.]\.[^\d./]+\//i;
/** … and of the one after it. No capital after a dot: that would be the next sentence. */
const ADDRESS_NEXT = /@|^\.[a-z\xdf-\xff\u0430-\u045f]{2}/;
/** An extension may be glued, but not a word. */
const EXTENSION = /^x\d{1,6}(?![\w-])/i;
/** Digits one separator away, and those that follow them likewise; not a word that begins with digits. */
const ONE = "(?:[\\s./-]?[()][\\s./-]?|[\\s./-])";
const DIGITS = `\\+?\\d(?:${ONE}?\\d)*`;
const LEFT = new RegExp(`([a-zA-Z]?${DIGITS})${ONE}$`);
const RIGHT = new RegExp(`^${ONE}(${DIGITS})(?![\\p{L}\\d])`, "u");
/** Whether to look for them at all. */
const DIGIT_NEAR = /\d\D{1,3}$/;
const DIGIT_NEXT = /^\D{1,4}\d/;

/** @param char what touches the number, with an `EDGE` between them or not */
const isGlue = (char: string, isBeyond: boolean) =>
  SIGN.test(char) ||
  (!isBeyond &&
    (LETTER.test(char) || (char > "\u024f" && !/[\u2000-\u206f]/.test(char) && OTHER_LETTER.test(char))));

export const withoutEdges = (text: string) => text.replaceAll(EDGE, "");
/** Soft hyphens, zero-width and bidirectional marks: a number does not end there. */
const withoutMarks = (text: string) => text.replace(/[\xad\u200b-\u200f\u202a-\u202e\u2061-\u2069]/g, "");

/** The zeros of ASCII, Arabic-Indic, eastern Arabic-Indic and full-width digits: each is a multiple of 16. */
export const ZEROS = [0x30, 0x660, 0x6f0, 0xff10];

/** A text with its digits as 0–9, one for one. */
export const plain = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => `${digit.charCodeAt(0) & 15}`);

/** The way back: digits 0–9 in the script that has its zero there. */
export const withZero = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + +digit));

/** @param plan how the owner's number is dialled and written */
export function createRecogniser({ number, tracked }: Swap, plan: NumberPlan, isAny = false): Recogniser {
  const { code, trunk, optional } = plan;
  const significant = number.slice(1 + code.length);
  const spaced = (digits: string) => digits.replace(/\d/g, `$&${GAP}`);
  return {
    number,
    tracked,
    plan,
    significant,
    rough: new RegExp([...significant].join("\\D{0,40}"), "g"),
    prefix: new RegExp(
      `(?:(?:[+\\uff0b]|${INTERNATIONAL})${GAP}${spaced(code)}(?:${spaced(trunk)})?|${spaced(trunk)})${optional ? "?" : ""}$`,
    ),
    isAny,
  };
}

/**
 * Where an owner's number stands by itself in a text, and not as a stretch of a longer identifier.
 *
 * @param text with digits 0–9 (`plain`)
 */
export function recognise(text: string, recogniser: Recogniser): Place[] {
  const { rough, prefix, significant, isAny, plan } = recogniser;
  if (isAny) return recogniseAny(text, recogniser);
  /** Neighbouring digits that are a phone number of their own are no part of anything longer. */
  const isPhone = (found: RegExpExecArray | null | false) => {
    const digits = found && (found[1] as string).replace(/[^+\da-z]/gi, "");
    return (
      !digits ||
      /^(\+|00)\d{8}/.test(digits) ||
      (digits.startsWith(plan.trunk) && digits.length === plan.trunk.length + significant.length) ||
      (plan.optional && /^\d/.test(digits) && digits.length === significant.length)
    );
  };
  const places: Place[] = [];
  rough.lastIndex = 0;
  for (let found = rough.exec(text); found; found = rough.exec(text)) {
    const { 0: raw, index } = found;
    const end = index + raw.length;
    const head = text.slice(Math.max(0, index - REACH), index);
    const start = prefix.exec(head)?.index;
    const before = withoutMarks(head.slice(0, start));
    const after = withoutMarks(text.slice(end, end + REACH));
    const left = withoutEdges(before);
    const right = withoutEdges(after);
    const isJoined = (joint = "", digit = "") => JOINT.test(joint) && /\d/.test(digit);
    if (
      start === undefined ||
      !SEPARATED.test(raw) ||
      // An indentation is read as one space.
      /\D{6}/.test(raw.replace(/\s+/g, " ")) ||
      isGlue(left.slice(-1), before.endsWith(EDGE)) ||
      (isGlue(right.slice(0, 1), after.startsWith(EDGE)) && !EXTENSION.test(after)) ||
      before.endsWith("+") ||
      isJoined(before.at(-1), before.at(-2)) ||
      isJoined(after[0], after[1]) ||
      SUM.test(right) ||
      ADDRESS.test(before.split(SPACE).at(-1) as string) ||
      ADDRESS_NEXT.test(after.split(SPACE, 1)[0] as string) ||
      !(
        // In parentheses of its own it has no neighbours.
        (left.endsWith("(") && right.startsWith(")")) ||
        (isPhone(DIGIT_NEAR.test(left) && LEFT.exec(left)) &&
          isPhone(DIGIT_NEXT.test(right) && RIGHT.exec(right)))
      )
    )
      rough.lastIndex = index + 1;
    else places.push([end - raw.length - head.length + start, raw.length + head.length - start, true]);
  }
  return places;
}
