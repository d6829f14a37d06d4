import type { NumberPlan } from "../../vocabulary/site.ts";

/** One owner's number, ready to be found in text. */
export interface Recogniser {
  /** E.164. */
  number: string;
  plan: NumberPlan;
  /** National significant number: what follows the calling code. */
  significant: string;
  pattern: RegExp;
}

/** What may stand between two digits: spaces, dashes and dots of all kinds, invisible marks. */
const GAP = "[\\s\\p{Pd}\\p{Cf}./()]{0,3}";
/** Chinese and Japanese are written without spaces: they may touch a number. */
const LETTER = "[^\\P{L}\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]|[\\p{M}\\p{Sc}\\d_@=#]";
/** Not glued to anything, not joined to another digit, not inside a visible URL or e-mail address. */
const BEFORE = `(?=[+\\d])(?<!${LETTER}|\\+|\\d[.,/\\p{Pd}]|(?://|www\\.|@|[?&]|\\p{L}\\.\\p{L}+/)\\S*)`;
/** No capital after a dot: that would be the next sentence. */
const AFTER = `(?!${LETTER}|[.,/\\p{Pd}]\\d|\\s\\p{Sc}|\\S*@|\\.\\p{Ll}{2})`;
/** Digits one separator away, and those that follow them likewise; not a word that begins with digits. */
const LEFT = /(\+?\d(?:[\s.\-/()]?\d)*)[\s.\-/()]$/;
const RIGHT = /^[\s.\-/()](\+?\d(?:[\s.\-/()]?\d)*)(?![\p{L}\d])/u;

export function createRecogniser(number: string, plan: NumberPlan): Recogniser {
  const { code, trunk } = plan;
  const significant = number.slice(1 + code.length);
  const spaced = (digits: string) => [...digits].join(GAP);
  return {
    number,
    plan,
    significant,
    pattern: new RegExp(
      `${BEFORE}(?:(?:\\+|00)${GAP + spaced(code) + GAP}(?:${trunk + GAP})?|${trunk})${spaced(significant)}${AFTER}`,
      "gu",
    ),
  };
}

/** Where an owner's number stands by itself in a text, and not as a stretch of a longer identifier. */
export function recognise(text: string, { pattern, plan, significant }: Recogniser): RegExpMatchArray[] {
  /** Neighbouring digits that are a phone number of their own are no part of anything longer. */
  const isPhone = (group: string) => {
    const digits = group.replace(/\D/g, "");
    return /^(\+|00)/.test(group)
      ? digits.length > 7
      : digits.length === plan.trunk.length + significant.length && digits.startsWith(plan.trunk);
  };
  return [...text.matchAll(pattern)].filter(({ 0: raw, index }) =>
    [LEFT.exec(text.slice(0, index)), RIGHT.exec(text.slice(index + raw.length))].every(
      (found) => !found || isPhone(found[1] as string),
    ),
  );
}
