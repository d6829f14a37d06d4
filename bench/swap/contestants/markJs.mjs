import Mark from "mark.js";
import { OWN, TRACKED } from "../generatePage.mjs";
import { swapLinks } from "./swapLinks.mjs";

const NUMBER = new RegExp(`(?<!\\d)${OWN.written}(?!\\d)`, "g");

export function run() {
  new Mark(document.body).markRegExp(NUMBER, {
    each: (mark) => {
      mark.textContent = TRACKED.written;
    },
  });
  swapLinks();
}
