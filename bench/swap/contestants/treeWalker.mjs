import { OWN, TRACKED } from "../generatePage.mjs";
import { swapLinks } from "./swapLinks.mjs";

const TAIL = OWN.written.slice(-2);

export function run() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.data.indexOf(TAIL) >= 0 && node.parentElement?.localName !== "script") {
      const text = node.data.replaceAll(OWN.written, TRACKED.written);
      if (text !== node.data) node.data = text;
    }
  }
  swapLinks();
}
