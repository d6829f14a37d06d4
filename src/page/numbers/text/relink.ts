import type { Sought } from "./lexicon.ts";
import { plain, SEPARATOR } from "./notation.ts";
import { rewrite } from "./rewrite.ts";

/**
 * A scheme that dials, digits and what may stand between them, also percent-encoded: all but encoded digits, letters
 * and the signs beside those.
 */
const LINK = new RegExp(`^(\\s*(?:tel|sms|callto):)((?:[+\\d${SEPARATOR}]|%[^3467].)*\\d)`, "i");

/**
 * The number that a link dials, and that link with another one; always E.164, what is dialled after it is kept.
 *
 * @param meant counts as the one that is dialled, whichever it is
 */
export function dialled(
  href: string,
  meant?: Sought | null,
): [Sought, (number: string) => string] | undefined {
  const [all, scheme, number = ""] = LINK.exec(plain(href)) || [];
  if (!all) return undefined;
  const digits = number
    .replace(/%2b/i, "+")
    // A form’s encoding writes `+` for a space;
    // `tel:+01…`, `tel:++33…`: no calling code begins so.
    .replace(/%..|[^+\d]|(?<=\d)\+|^\++(?=[+0])/g, "");
  let found = HAS.marks && meant;
  // Also with its calling code, and no `+` before it.
  if (!found)
    for (const text of [digits, `+${digits}`])
      rewrite(text, (sought, _, raw) => {
        if (raw === text) found ||= sought;
        return "";
      });
  return found ? [found, (other) => scheme + other + href.slice(all.length)] : undefined;
}

/** The owner's number that a link dials, its own or in a tracked number's place. */
export const ownerIn = (href: string): string | undefined => dialled(href)?.[0].owner;
