import { findPhoneNumbersInText } from "libphonenumber-js/min";
import { OWN, TRACKED } from "../generatePage.mjs";
import { swapLinks } from "./swapLinks.mjs";

export function run() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const { nodeValue: text, parentNode } = node;
    // No number is shorter: the rest would only be read for nothing.
    if (!/(\d\D{0,2}){8}/.test(text) || parentNode.localName === "script") continue;
    for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, "FR").reverse())
      if (number.number === OWN.dialled)
        node.nodeValue = node.nodeValue.slice(0, startsAt) + TRACKED.written + node.nodeValue.slice(endsAt);
  }
  swapLinks();
}
