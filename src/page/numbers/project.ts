import type { NumberPlan } from "../../vocabulary/site.ts";
import { plain, type Recogniser, withoutEdges, withZero } from "./recognise.ts";

/**
 * Writes a tracked number over an owner's number as the page wrote it: same form (national or
 * international), same separators, same digits (0–9, full-width, Arabic-Indic). Where the lengths differ
 * the tracked number's own grouping takes the page's separator; a number of another country is written
 * internationally.
 *
 * @param raw the owner's number as it stands on the page
 * @param other plan of the tracked number
 * @param fits it is in a form of its country
 * @returns what each character of `raw` becomes: digits change in place where possible, so that in a
 *   number split across elements each text node changes only its own digits
 */
export function project(
  raw: string,
  { plan, significant: own, tracked }: Recogniser,
  other: NumberPlan,
  fits: boolean,
): string[] {
  const ascii = plain(raw);
  const digits = ascii.replace(/\D/g, "");
  /** The digits' own script stays. */
  const write = (text: string) => withZero(text, raw.charCodeAt(ascii.search(/\d/)) & ~15);
  const isAbroad = other.code !== plan.code;
  const isNational = !/^[+\uff0b]/.test(raw) && digits.length - own.length <= plan.trunk.length;
  const written = ({ national }: NumberPlan) => national.replace(/\D/g, "").length;
  if (
    !fits ||
    (HAS.foreignNumbers &&
      (isAbroad ||
        tracked.length !== 1 + plan.code.length + own.length ||
        (isNational && written(plan) !== written(other))))
  ) {
    const significant = tracked.slice(1 + other.code.length);
    const groups = (HAS.foreignNumbers && other.national?.match(/\d+/g)) || [significant];
    if (!fits || isAbroad || !isNational)
      groups.splice(
        0,
        1,
        (fits && !isAbroad && /^0/.test(ascii) ? digits.slice(0, digits.indexOf(plan.code, 2)) : "+") +
          other.code,
        // Abroad the trunk prefix is not dialled.
        (groups[0] as string).slice(groups.join("").length - significant.length),
      );
    const separators = withoutEdges(ascii).split(/\d+/).slice(1, -1);
    const shown = groups.filter(Boolean);
    const same = separators.at(-1)?.replace(/[()]/g, "") || "";
    const text = shown
      .map((group, at) =>
        fits && shown.length === separators.length + 1
          ? group + (separators[at] || "")
          : group +
            // What closes a parenthesis that opened before the number stays.
            (at || !fits || !/^[^(]*\)/.test(raw) ? "" : ")") +
            (shown[at + 1] ? same : ""),
      )
      .join("");
    return [...raw].map((_, at) => (at ? "" : write(text)));
  }
  let left = digits.length;
  return raw
    .split("")
    .map((char, at) =>
      /\d/.test(ascii[at] as string) && left-- <= own.length ? write(tracked.at(-1 - left) as string) : char,
    );
}
