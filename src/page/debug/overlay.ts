import type { Handed } from "../api/loadOverlay.ts";
import type { MgtDetails } from "../api/types.ts";
import { callSafely } from "../ground/callSafely.ts";
import { createPanel, type Panel } from "./draw/createPanel.ts";
import { languageOf, sayIn } from "./draw/texts.ts";
import { reportOf } from "./reportOf.ts";
import { siteOf } from "./siteOf.ts";

/**
 * The overlay of `mgt('debug')`: what is done on this page, and why. A module of its own, which the script loads when
 * it is asked to; it looks, and neither stores nor sends anything.
 */

/** What the page does may change several facts in a moment. */
const MOMENT_MS = 150;
/** Page views and what is acknowledged are told by no event. */
const LOOK_MS = 1000;

function createOverlay(): (handed: () => Handed) => void {
  let panel: Panel | undefined;
  let consent: MgtDetails["consent"] | undefined;
  let isHearing = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  function show(handed: () => Handed): void {
    const language = languageOf(document.documentElement.lang, navigator.language);
    let isLooking = false;
    const look = async () => {
      const open = panel;
      if (isLooking || !open) return;
      isLooking = true;
      try {
        const [found] = handed();
        const report = await reportOf(siteOf(found), handed(), consent);
        if (panel === open) open.draw(report);
      } catch (error) {
        console.error("mgt:", error);
      }
      isLooking = false;
    };
    const soon = () => setTimeout(look, MOMENT_MS);
    const changes = new AbortController();
    panel = createPanel({ say: sayIn(language), language }, look, () => {
      panel = undefined;
      clearInterval(timer);
      changes.abort();
    });
    for (const name of ["mgt:swap", "mgt:consent", "mgt:ready"])
      document.addEventListener(name, soon, { signal: changes.signal });
    timer = setInterval(look, LOOK_MS);
    void look();
  }

  return (handed) => {
    if (panel) return panel.close();
    const [, , , listen] = handed();
    if (!isHearing)
      listen("consent", (detail) => {
        consent = detail;
      });
    isHearing = true;
    show(handed);
  };
}

const toggle = createOverlay();

/** Opens the overlay, or closes it where it is open. Throws nothing. */
export const open = (handed: () => Handed): void => void callSafely(toggle, handed);
