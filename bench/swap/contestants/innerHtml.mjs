import { OWN, TRACKED } from "../generatePage.mjs";
import { swapLinks } from "./swapLinks.mjs";

export function run() {
  document.body.innerHTML = document.body.innerHTML.replaceAll(OWN.written, TRACKED.written);
  swapLinks();
}
