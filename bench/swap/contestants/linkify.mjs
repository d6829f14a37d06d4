import linkifyElement from "linkify-element";
import { createTokenClass, registerPlugin } from "linkifyjs";
import { OWN, TRACKED } from "../generatePage.mjs";
import { swapLinks } from "./swapLinks.mjs";

/** It knows addresses only; this teaches it five groups of digits. */
registerPlugin("phone", ({ scanner, parser }) => {
  const { NUM, WS } = scanner.tokens;
  /** @type {any} the parser's types know no classes of tokens */
  const Phone = createTokenClass("phone", { isLink: true });
  let state = parser.start.tt(NUM);
  for (let group = 2; group < 5; group++) state = state.tt(WS).tt(NUM);
  state.tt(WS).tt(NUM, Phone);
});

export function run() {
  linkifyElement(document.body, {
    ignoreTags: ["script", "style"],
    validate: (value, type) => type === "phone" && value === OWN.written,
    render: () => {
      const number = document.createElement("span");
      number.className = "swapped";
      number.textContent = TRACKED.written;
      return number;
    },
  });
  swapLinks();
}
