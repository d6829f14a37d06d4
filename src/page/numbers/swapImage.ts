import { rules, site } from "../site.ts";

/**
 * Shows the picture of a tracked number in the place of the owner's, where the site maps one to the other.
 *
 * @param write writes an attribute so that its original can be restored
 * @returns how many attributes changed
 */
export function swapImage(
  image: Element,
  shownFor: (number: string) => string,
  write: (attribute: Attr, before: string, after: string) => number,
): number {
  const source = image.getAttributeNode("src");
  const found = source && (rules.image?.(source.value) || rules.image?.((image as HTMLImageElement).src));
  const own = found && site.numbers.find(({ id }) => id === found.number);
  const after = own && found.srcFor[shownFor(own.number)];
  let changed = 0;
  if (after) {
    changed = write(source, source.value, after);
    // What the browser prefers to `src` would still show the owner's number.
    for (const element of [image, ...(image.closest("picture")?.querySelectorAll("source") || [])]) {
      const set = element.getAttributeNode("srcset");
      if (set) changed += write(set, set.value, after);
    }
  }
  return changed;
}
