import { OWN, TRACKED } from "../generatePage.mjs";
import { swapLinks } from "./swapLinks.mjs";

const TAIL = OWN.written.slice(-2);

export function run() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeValue.indexOf(TAIL) >= 0 && node.parentNode.localName !== "script") {
      const text = node.nodeValue.replaceAll(OWN.written, TRACKED.written);
      if (text !== node.nodeValue) node.nodeValue = text;
    }
  }
  swapLinks();
}
