import { site } from "../../ground/site.ts";
import { originalOf, write, writtenIn } from "../originals.ts";
import type { Lexicon } from "../text/createLexicon.ts";
import { relink } from "../text/relink.ts";
import type { Reading } from "../text/rewrite.ts";
import { EXCLUDED, NAMED } from "./excluded.ts";
import { swapImage } from "./swapImage.ts";
import { isLeft, swapRun } from "./swapRun.ts";

/** Attributes in which numbers are read as in a text. */
const textAttributes = (): string[] => [
  "aria-label",
  "title",
  "alt",
  ...(HAS.fields ? ["value"] : []),
  ...(HAS.attributes ? site.attributes : []),
];

/** Attributes that may hold numbers. */
export const attributeNames = (): string[] => [
  "href",
  "xlink:href",
  ...textAttributes(),
  ...(HAS.images ? ["src", "srcset"] : []),
];

/** Natively finds the elements with an attribute that may hold a number, and those that name theirs. */
export function selectorOf({ owners, tracked }: Lexicon): string {
  // Any, where a digit may be of another script; else what has the last two digits of a number.
  const ends = HAS.otherDigits
    ? [""]
    : new Set([...owners.sought, ...tracked.sought].map(({ number }) => `*="${number.slice(-2)}"`));
  return [
    // A page's other links are many.
    '[*|href*=":"]:not([href^=http])',
    ...textAttributes().flatMap((name) =>
      [...ends].map((end) => `${name === "value" ? "input" : ""}[${CSS.escape(name)}${end}]`),
    ),
    ...(HAS.images ? ["img,source"] : []),
    ...(HAS.marks ? [NAMED] : []),
  ].join();
}

/** A field that the visitor has changed or is about to, or that is not for him. */
const isEdited = (field: HTMLInputElement) =>
  field.matches(":not(input),:focus,[type=hidden i],[type=password i],[type=checkbox i],[type=radio i]") ||
  field.value !== field.defaultValue;

function swapLink(attribute: Attr, link: Element, reading: Reading): number {
  const [before, after] = relink(originalOf(attribute), reading);
  // What is shown and what is dialled never differ.
  return write(attribute, before, isLeft(link) ? before : after);
}

/** Digits are never percent-encoded, what stands between them may be. */
const ENCODED = /%../g;

/**
 * @param names of the attributes to look at
 * @returns how many of them changed
 */
export function swapAttributes(element: Element, reading: Reading, names: readonly string[]): number {
  let changed = 0;
  for (const name of names) {
    const value = element.getAttribute(name);
    // A node is made of an attribute only where there is something to do.
    if (
      value &&
      ((HAS.images && /^src/.test(name)) ||
        reading.isAny ||
        reading.lexicon.rough.test(value.replace(ENCODED, "")))
    ) {
      const attribute = element.getAttributeNode(name) as Attr;
      if (!reading.meant && element.closest(EXCLUDED)) {
        // Excluded since: what was written there is given back.
        if (writtenIn(attribute)) changed += write(attribute, originalOf(attribute), originalOf(attribute));
      } else if (/href$/.test(name)) changed += swapLink(attribute, element, reading);
      else if (HAS.images && /^src/.test(name)) changed += swapImage(element, reading);
      else if (
        // What was written there is given back all the same.
        !(HAS.fields && name === "value" && isEdited(element as HTMLInputElement) && !writtenIn(attribute))
      )
        changed += swapRun([attribute], reading);
    }
  }
  return changed;
}
