import { rules, site } from "../../ground/site.ts";
import { originalOf, write } from "../originals.ts";
import { lexicon } from "../text/lexicon.ts";

/**
 * Shows the picture of a tracked number in the place of the owner's, where the site maps one to the other.
 *
 * @param element the image, or a source of its picture
 */
export function swapImage(element: Element): void {
  const picture = element.closest("picture");
  const image = picture?.querySelector("img") || element;
  const source = image.getAttributeNode("src");
  if (!source) return;
  const original = originalOf(source);
  const found = rules.image(original) || rules.image(new URL(original, document.baseURI).href);
  const number = site.numbers.find(({ id }) => id === found?.number)?.number;
  const shown = lexicon.sought.find((each) => each.number === number)?.shown;
  const after = shown && found?.srcFor[shown];
  write(source, original, after || original);
  // What the browser prefers to `src` would still show the owner's number.
  for (const other of [image, ...(picture?.querySelectorAll("source") || [])]) {
    const set = other.getAttributeNode("srcset");
    if (set) write(set, originalOf(set), after || originalOf(set));
  }
}
