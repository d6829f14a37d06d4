import type { NumberPlan } from "../../../vocabulary/site.ts";
import { EDGE, withZero } from "./notation.ts";
import type { Sought } from "./sought.ts";

const written = ({ national }: NumberPlan) => national.replace(/\D/g, "").length;

/**
 * Writes a number where its digits cannot take the places of another's: where the lengths differ its own
 * grouping takes the page's separator; one of another country is written internationally.
 *
 * @param ascii `raw` with digits 0–9
 * @param other plan of the target
 * @param fits what stands there is in a form of its country
 * @returns nothing where its digits can
 */
export function regroup(
  raw: string,
  ascii: string,
  { number, plan, length }: Sought,
  other: NumberPlan,
  target: string,
  fits: boolean,
): string | undefined {
  const significant = target.slice(1 + other.code.length);
  const separators = ascii.replaceAll(EDGE, "").split(/\d+/).slice(1, -1);
  const same = separators.at(-1)?.replace(/[()]/g, "") || "";
  /** The digits' own script stays. */
  const inScript = (text: string) => withZero(text, raw.charCodeAt(ascii.search(/\d/)) & ~15);
  if (!HAS.foreignNumbers) return inScript(`+${other.code}${same}${significant}`);
  const digits = ascii.replace(/\D/g, "");
  const isAbroad = other.code !== plan.code;
  const isNational = !/^[+\uff0b]/.test(raw) && digits.length - length <= plan.trunk.length;
  if (
    fits &&
    !isAbroad &&
    target.length === number.length &&
    !(isNational && written(plan) !== written(other))
  )
    return undefined;
  const groups = other.national?.match(/\d+/g) || [significant];
  if (!fits || isAbroad || !isNational)
    groups.splice(
      0,
      1,
      (fits && !isAbroad && /^0/.test(ascii) ? digits.slice(0, digits.indexOf(plan.code, 2)) : "+") +
        other.code,
      // Abroad the trunk prefix is not dialled.
      (groups[0] as string).slice(groups.join("").length - significant.length),
    );
  const shown = groups.filter(Boolean);
  return inScript(
    shown
      .map((group, at) =>
        fits && shown.length === separators.length + 1
          ? group + (separators[at] || "")
          : group +
            // What closes a parenthesis that opened before the number stays.
            (at || !fits || !/^[^(]*\)/.test(raw) ? "" : ")") +
            (shown[at + 1] ? same : ""),
      )
      .join(""),
  );
}
