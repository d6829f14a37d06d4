import findAndReplaceDOMText from "findandreplacedomtext";
import { OWN, TRACKED } from "../generatePage.mjs";
import { swapLinks } from "./swapLinks.mjs";

const NUMBER = new RegExp(`(?<!\\d)${OWN.written}(?!\\d)`, "g");

export function run() {
  findAndReplaceDOMText(document.body, {
    find: NUMBER,
    replace: TRACKED.written,
    // Else it reads neighbouring cells as one text: "01 23 45 67 89" and "8 h" would be a longer number.
    forceContext: true,
    filterElements: ({ localName }) => localName !== "script" && localName !== "style",
  });
  swapLinks();
}
