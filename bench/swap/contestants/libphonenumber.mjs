import { findPhoneNumbersInText } from "libphonenumber-js/min";
import { OWN, TRACKED } from "../generatePage.mjs";
import { swapLinks } from "./swapLinks.mjs";

export function run() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const { data: text, parentElement } = node;
    // No number is shorter: the rest would only be read for nothing.
    if (!/(\d\D{0,2}){8}/.test(text) || parentElement?.localName === "script") continue;
    for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, "FR").reverse())
      if (number.number === OWN.dialled)
        node.data = node.data.slice(0, startsAt) + TRACKED.written + node.data.slice(endsAt);
  }
  swapLinks();
}
