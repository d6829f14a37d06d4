import { digitPattern, EDGES, inScriptOf } from "./notation.ts";
import { planOf } from "./planOf.ts";
import { regroup } from "./regroup.ts";
import type { Sought } from "./sought.ts";

/**
 * Writes another number over one as the page wrote it: same form (national or international), same
 * separators, same digits (0–9, full-width, Arabic-Indic). Digits change in place where possible, so that in a
 * number split across elements each text node changes only its own digits; where not, all stands in the first.
 *
 * @param raw a number as it stands on the page
 * @param sought it, or the one in whose place it stands
 * @param target E.164
 * @param isOther it is in no form of its country
 */
export function project(raw: string, sought: Sought, target: string, isOther: boolean): string {
  if ((HAS.marks && isOther) || HAS.foreignNumbers) {
    const text = regroup(raw, sought, planOf(target, sought.owner), target, isOther);
    if (text) return text + raw.replace(new RegExp(`[^${EDGES}]`, "g"), "");
  }
  let at = -(raw.match(digitPattern()) as string[]).length;
  return raw.replace(digitPattern(), (digit) => {
    const shown = at < -sought.significant.length ? digit : inScriptOf(digit, target.at(at) as string);
    at++;
    return shown;
  });
}
