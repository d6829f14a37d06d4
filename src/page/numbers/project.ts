import type { NumberPlan } from "../../vocabulary/site.ts";
import { EDGE, type Recogniser } from "./recognise.ts";

/**
 * Writes a tracked number over an owner's number as the page wrote it: same form (national or
 * international), same separators. Where the lengths differ the tracked number's own grouping takes
 * the page's separator; a number of another country is written internationally.
 *
 * @param raw the owner's number as it stands on the page
 * @param other plan of the tracked number
 * @returns what each character of `raw` becomes: digits change in place where possible, so that in a
 *   number split across elements each text node changes only its own digits
 */
export function project(
  raw: string,
  { plan, size, tracked }: Recogniser,
  other: NumberPlan | undefined,
): string[] {
  if (
    HAS.foreignNumbers &&
    other &&
    (other.code !== plan.code || tracked.length !== 1 + plan.code.length + size)
  ) {
    const separator = /\d(\D*)\d+$/.exec(raw)?.[1]?.replaceAll(EDGE, "");
    const [local = "", ...groups] = other.national.match(/\d+/g) || [];
    const text = (
      other.code !== plan.code || /^(\+|00)/.test(raw)
        ? [`+${other.code}`, local.slice(other.trunk.length), ...groups]
        : [local, ...groups]
    )
      .filter(Boolean)
      .join(separator)
      // What closes a parenthesis that opened before the number stays.
      .concat(/^[^(]*\)/.test(raw) ? ")" : "");
    return [...raw].map((_, at) => (at ? "" : text));
  }
  let left = raw.replace(/\D/g, "").length;
  return raw
    .split("")
    .map((char) => (/\d/.test(char) && left-- <= size ? (tracked.at(-1 - left) as string) : char));
}
