import { lexicon, type Sought } from "./lexicon.ts";
import { digitPattern, EDGE, inScriptOf, plain, SEPARATOR, withoutEdges } from "./notation.ts";
import { planOf } from "./planOf.ts";
import { regroup } from "./regroup.ts";

/** A number of any country, but no date; `7j/7`, `(24/7)` beside it are no part of it. */
const ANY = new RegExp(
  `(?<!\\d|\\d[/.]|[hj]/)(?!\\d\\d?[/.]\\d\\d?[/.]\\d)\\(?[+\\uff0b]?\\d(?:(?!\\s?\\((?!\\d+\\)))[${SEPARATOR}]{0,5}\\d){5,12}(?![a-z]|\\s?\\d+(?![\\w/]))`,
  "g",
);

/**
 * Writes another number over one as the page wrote it: same form (national or international), same
 * separators, same digits (0–9, full-width, Arabic-Indic). Digits change in place where possible, so that in a
 * number split across elements each text node changes only its own digits; where not, all stands in the first.
 *
 * @param raw the number, or in an element that names another one any
 * @param digits of that
 * @param target E.164
 * @param isAny it may be in no form of its country: then all of it is written
 */
function project(raw: string, digits: string, sought: Sought, target: string, isAny: boolean): string {
  const {
    significant,
    plan: { code, trunk, optional },
    owner,
  } = sought;
  const prefix = digits.slice(0, -significant.length);
  const text =
    isAny &&
    (digits.length < significant.length || (prefix !== (optional ? "" : trunk) && !prefix.includes(code)))
      ? target
      : HAS.foreignNumbers && regroup(raw, sought, planOf(target, owner), target);
  if (text) return text + (raw.match(EDGE) || []).join("");
  let at = 0;
  return raw.replace(digitPattern(), (digit) =>
    at++ < prefix.length ? digit : inScriptOf(digit, target.at(at - digits.length - 1) as string),
  );
}

/**
 * Puts other numbers in the place of those that are looked for.
 *
 * @param targetOf the number to put there, E.164, if any; it is told which was found, from where on, and as it is written
 * @param meant in the place of any number
 */
export const rewrite = (
  text: string,
  targetOf: (sought: Sought, start: number, raw: string) => string | false | undefined,
  meant?: Sought | false | null,
): string =>
  text.replace(HAS.marks && meant ? ANY : lexicon.finder, (raw, start) => {
    const ascii = plain(raw);
    const digits = ascii.replace(/\D/g, "");
    const found = (
      HAS.marks && meant ? meant : lexicon.sought.find(({ significant }) => digits.endsWith(significant))
    ) as Sought;
    const target =
      // Too much between two digits: no number goes on there. An indentation is read as one space.
      !/\D{6}/.test(withoutEdges(ascii).replace(/\s+/g, " ")) && targetOf(found, start, raw);
    const isAny = HAS.marks && !!meant;
    return target && (isAny || target !== found.number) ? project(raw, digits, found, target, isAny) : raw;
  });
