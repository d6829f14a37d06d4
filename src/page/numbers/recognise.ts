import type { Swap } from "../../vocabulary/events.ts";
import type { NumberPlan } from "../../vocabulary/site.ts";

/** One owner's number, ready to be found and replaced. E.164. */
export interface Recogniser extends Swap {
  plan: NumberPlan;
  /** How many digits follow the calling code: the national significant number. */
  size: number;
  /** Finds the number in text. */
  pattern: RegExp;
  /** Finds it in a link that dials. */
  link: RegExp;
}

/**
 * Stands in a run of text where an element begins or ends: a letter beyond it is not glued to a number,
 * a digit is. A word joiner: invisible, and so allowed between the digits of a number.
 */
export const EDGE = "\u2060";
/**
 * What may stand between two digits: spaces, dashes and dots of all kinds, invisible marks. As ranges:
 * property escapes here make the first use of each pattern five times slower.
 */
const GAP = "(?:[\\s./()\\xad\\u200b-\\u2015\\u202a-\\u202e\\u2060-\\u2069-]|%20){0,5}";
/** Chinese and Japanese are written without spaces: they may touch a number. */
const GLUE = "[^\\P{L}\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]|[\\p{M}\\p{Sc}\\d_@=#]";
/** Not glued to anything, not joined to another digit, not inside a visible URL or e-mail address. */
const BEFORE = `(?=[+\\d])(?<!${GLUE}|\\d${EDGE}+|\\+|\\d[.,/\\u2010-\\u2015-]|(//|www\\.|@|[?&]|\\p{L}\\.\\p{L}+/)[^\\s${EDGE}]*)`;
/** No capital after a dot: that would be the next sentence. */
const AFTER = `(?!${GLUE}|${EDGE}+\\d|[.,/\\u2010-\\u2015-]\\d|\\s\\p{Sc}|[^\\s${EDGE}]*@|\\.\\p{Ll}{2})`;
/** Digits one separator away, and those that follow them likewise; not a word that begins with digits. */
const LEFT = /(\+?\d(?:[\s./()-]?\d)*)[\s./()-]$/;
const RIGHT = /^[\s./()-](\+?\d(?:[\s./()-]?\d)*)(?![\p{L}\d])/u;

/** @param plan how the owner's number is dialled and written */
export function createRecogniser({ number, tracked }: Swap, plan: NumberPlan): Recogniser {
  const spaced = (digits: string) => [...digits].join(GAP);
  const { code, trunk } = plan;
  const significant = number.slice(1 + code.length);
  const core = `(?:(?:\\+|00)${GAP + spaced(code) + GAP}(?:${trunk + GAP})?|${trunk && trunk + GAP})${spaced(significant)}`;
  return {
    number,
    tracked,
    plan,
    size: significant.length,
    pattern: new RegExp(BEFORE + core + AFTER, "gu"),
    link: new RegExp(`^(\\s*(?:tel|sms|callto):[\\s/]*)${core.replace("\\+|", "\\+|%2B|")}(?!\\d)`, "iu"),
  };
}

/** Where an owner's number stands by itself in a text, and not as a stretch of a longer identifier. */
export function recognise(text: string, { pattern, plan: { trunk }, size }: Recogniser): RegExpMatchArray[] {
  /** Neighbouring digits that are a phone number of their own are no part of anything longer. */
  const isPhone = (found: RegExpExecArray | null) => {
    const digits = found && (found[1] as string).replace(/[^+\d]/g, "");
    return (
      !digits ||
      /^(\+|00)\d{8}/.test(digits) ||
      (digits.startsWith(trunk) && digits.length === trunk.length + size)
    );
  };
  return [...text.matchAll(pattern)].filter(
    ({ 0: raw, index }) =>
      isPhone(LEFT.exec(text.slice(0, index).replaceAll(EDGE, ""))) &&
      isPhone(RIGHT.exec(text.slice(index + raw.length).replaceAll(EDGE, ""))),
  );
}
