import type { NumberPlan } from "../../../vocabulary/site.ts";
import type { Sought } from "./lexicon.ts";
import { inScriptOf, plain, withoutEdges } from "./notation.ts";

const written = ({ national }: NumberPlan) => national.replace(/\D/g, "").length;

/**
 * Writes a number where its digits cannot take the places of another's: where the lengths differ its own
 * grouping takes the page's separator; one of another country is written internationally.
 *
 * @param other plan of the target
 * @returns nothing where its digits can
 */
export function regroup(
  raw: string,
  { number, plan, significant: { length } }: Sought,
  other: NumberPlan,
  target: string,
): string | undefined {
  const text = withoutEdges(raw);
  const ascii = plain(text);
  const significant = target.slice(1 + other.code.length);
  const separators = ascii.split(/\d+/).slice(1, -1);
  const same = separators.at(-1)?.replace(/[()]/g, "") || "";
  /** The digits' own script stays. */
  const inScript = (shown: string) => inScriptOf(text.charAt(ascii.search(/\d/)), shown);
  const digits = ascii.replace(/\D/g, "");
  const isAbroad = other.code !== plan.code;
  const isNational = !/^[+\uff0b]/.test(text) && digits.length - length <= plan.trunk.length;
  if (!isAbroad && target.length === number.length && !(isNational && written(plan) !== written(other)))
    return undefined;
  const groups = other.national?.match(/\d+/g) || [significant];
  if (isAbroad || !isNational)
    groups.splice(
      0,
      1,
      (!isAbroad && /^0/.test(ascii) ? digits.slice(0, digits.indexOf(plan.code, 2)) : "+") + other.code,
      // Abroad the trunk prefix is not dialled.
      (groups[0] as string).slice(groups.join("").length - significant.length),
    );
  const shown = groups.filter(Boolean);
  return inScript(
    shown
      .map((group, at) =>
        shown.length === separators.length + 1
          ? group + (separators[at] || "")
          : group +
            // What closes a parenthesis that opened before the number stays.
            (at || !/^[^(]*\)/.test(text) ? "" : ")") +
            (shown[at + 1] ? same : ""),
      )
      .join(""),
  );
}
