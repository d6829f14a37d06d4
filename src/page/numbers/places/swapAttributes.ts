import { site } from "../../ground/site.ts";
import { mayHold, shownFor, tails } from "../assigned.ts";
import { withZero, ZEROS } from "../text/notation.ts";
import { relink } from "../text/relink.ts";
import type { Reading } from "../text/rewrite.ts";
import { originalOf, write } from "../written.ts";
import { EXCLUDED, FORCED } from "./excluded.ts";
import { closest } from "./nodes.ts";
import { swapImage } from "./swapImage.ts";
import { swapRun } from "./swapTexts.ts";

/** Attributes that may hold numbers. */
export const attributes = (): string[] => [
  "href",
  "aria-label",
  "title",
  "alt",
  "value",
  ...(HAS.images ? ["src", "srcset"] : []),
  ...(HAS.attributes ? site.attributes : []),
];

/** Natively finds the elements with an attribute that may hold a number, and those that name theirs. */
export function selectorOf(isNew: boolean): string {
  // Digits of other scripts only where they are to be expected: each selector costs each page.
  const zeros = /^(ar|ckb|fa|ja|ko|ps|ur|zh)/i.test(document.documentElement.lang) ? ZEROS : [48];
  return [...tails(isNew)]
    .flatMap((tail) => zeros.map((zero) => withZero(tail, zero)))
    .flatMap((tail) =>
      attributes().map((name) =>
        name === "href"
          ? // A page's other links are many.
            `[href*="${tail}"]:not([href^="/"],[href^=http])`
          : `${name === "value" ? "input" : ""}[${CSS.escape(name)}*="${tail}"]`,
      ),
    )
    .concat(`[${FORCED}]`, HAS.images ? "img,source" : [])
    .join();
}

/** A field that the visitor has changed or is about to, or that is not for him. */
const isEdited = (field: HTMLInputElement) =>
  field.matches(":not(input),:focus,[type=hidden i],[type=password i],[type=checkbox i],[type=radio i]") ||
  field.value !== field.defaultValue;

export function swapAttribute(attribute: Attr, reading: Reading): number {
  const { name } = attribute;
  const element = attribute.ownerElement as HTMLInputElement;
  // Taken away by the page, it may be put back.
  if (!element || (!reading.own && closest(element, EXCLUDED))) return 0;
  if (HAS.images && /^src/.test(name)) return swapImage(element, shownFor);
  if (name === "href") return write(attribute, ...relink(originalOf(attribute), reading));
  return name === "value" && isEdited(element) ? 0 : swapRun([attribute], reading);
}

/** @returns how many attributes changed */
export function swapAttributes(element: Element, reading: Reading): number {
  let changed = 0;
  for (const name of attributes()) {
    const value = element.getAttribute(name);
    // A node is made of an attribute only where there is something to do.
    if (value && (reading.isAny || /^(href|src)/.test(name) || mayHold(value)))
      changed += swapAttribute(element.getAttributeNode(name) as Attr, reading);
  }
  return changed;
}
