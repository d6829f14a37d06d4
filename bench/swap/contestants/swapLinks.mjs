import { OWN, TRACKED } from "../generatePage.mjs";

/** The links, for contestants that only know text: the same loop for all. */
export function swapLinks() {
  for (const link of document.querySelectorAll('a[href^="tel:"]'))
    if (link.getAttribute("href") === `tel:${OWN.dialled}`)
      link.setAttribute("href", `tel:${TRACKED.dialled}`);
}
