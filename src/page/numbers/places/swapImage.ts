import { rules, site } from "../../ground/site.ts";
import { originalOf, write } from "../written.ts";

/**
 * Shows the picture of a tracked number in the place of the owner's, where the site maps one to the other.
 *
 * @param element the image, or a source of its picture
 * @returns how many attributes changed
 */
export function swapImage(element: Element, shownFor: (number: string) => string): number {
  const picture = element.closest("picture");
  const image = picture?.querySelector("img") || element;
  const source = image.getAttributeNode("src");
  const original = source && originalOf(source);
  const found = original && (rules.image(original) || rules.image(new URL(original, document.baseURI).href));
  const own = found && site.numbers.find(({ id }) => id === found.number);
  const after = own && found.srcFor[shownFor(own.number)];
  let changed = 0;
  if (after) {
    changed = write(source, original, after);
    // What the browser prefers to `src` would still show the owner's number.
    for (const other of [image, ...(picture?.querySelectorAll("source") || [])]) {
      const set = other.getAttributeNode("srcset");
      if (set) changed += write(set, originalOf(set), after);
    }
  }
  return changed;
}
