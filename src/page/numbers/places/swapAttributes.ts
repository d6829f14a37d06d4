import { site } from "../../ground/site.ts";
import { isAsWritten } from "../originals.ts";
import { lexicon } from "../text/lexicon.ts";
import { meantIn } from "./meantIn.ts";
import { NAMED } from "./nodes.ts";
import { swapImage } from "./swapImage.ts";
import { swapLink, swapRun } from "./swapRun.ts";

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
export function selectorOf(): string {
  // Any, where a digit may be of another script; else what has the last two digits of a number.
  const ends = HAS.otherDigits ? [""] : lexicon.sought.map(({ number }) => `*="${number.slice(-2)}"`);
  return [
    // A page's other links are many.
    '[*|href*=":"]:not([href^=http])',
    ...textAttributes().flatMap((name) =>
      ends.map((end) => `[${HAS.attributes ? CSS.escape(name) : name}${end}]`),
    ),
    ...(HAS.images ? ["img,source"] : []),
    ...(HAS.marks ? [`${NAMED},${NAMED} *`] : []),
  ].join();
}

/** A field that the visitor has changed or is about to, or that is not for him: hidden, password, checkbox, radio. */
const isEdited = (field: HTMLInputElement) =>
  field.localName !== "input" ||
  /^[hpcr]/.test(field.type) ||
  field.matches(":focus") ||
  field.value !== field.defaultValue;

const isSource = (name: string) => /^src/.test(name);

/** Swaps in the attributes of an element. */
export function swapAttributes(element: Element): void {
  for (const name of attributeNames()) {
    const attribute = element.getAttributeNode(name);
    if (!attribute) continue;
    // What was written there is given back all the same.
    const isOurs = isAsWritten(attribute);
    const meant = meantIn(element);
    if (
      !isOurs &&
      (meant === null ||
        !(
          (HAS.images && isSource(name)) ||
          (HAS.marks && meant) ||
          // Digits are never percent-encoded, what stands between them may be.
          lexicon.rough.test(attribute.value.replace(/%../g, ""))
        ))
    )
      continue;
    if (/href$/.test(name)) swapLink(element, meant);
    else if (HAS.images && isSource(name)) swapImage(element);
    else if (!HAS.fields || isOurs || name !== "value" || !isEdited(element as HTMLInputElement))
      swapRun([attribute], meant);
  }
}
