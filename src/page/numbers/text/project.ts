import { plain } from "./notation.ts";
import { regroup } from "./regroup.ts";
import { planOf, type Sought } from "./sought.ts";

/**
 * Writes another number over one as the page wrote it: same form (national or international), same
 * separators, same digits (0–9, full-width, Arabic-Indic).
 *
 * @param raw a number as it stands on the page
 * @param sought it, or the one in whose place it stands
 * @param target E.164
 * @param fits it is in a form of its country
 * @returns what each character of `raw` becomes: digits change in place where possible, so that in a
 *   number split across elements each text node changes only its own digits
 */
export function project(raw: string, sought: Sought, target: string, fits: boolean): string[] {
  const chars = raw.split("");
  const ascii = plain(raw);
  if (!fits || HAS.foreignNumbers) {
    const text = regroup(raw, ascii, sought, planOf(target, sought.owner), target, fits);
    if (text) return chars.map((_, at) => (at ? "" : text));
  }
  let { length } = sought;
  let last = target.length;
  for (let at = chars.length; at-- && length; )
    if (ascii.charAt(at) >= "0" && ascii.charAt(at) <= "9") {
      length--;
      // The zero of each script is a multiple of 16.
      chars[at] = String.fromCharCode((raw.charCodeAt(at) & ~15) | +target.charAt(--last));
    }
  return chars;
}
