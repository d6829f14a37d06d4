import { site } from "../site.ts";

/**
 * Marks that frameworks leave on a page which they are going to hydrate. Changing text before that
 * makes React throw the server's markup away and render again.
 */
const MARKS =
  '#__next,#__nuxt,#___gatsby,[data-reactroot],astro-island,[data-sveltekit-preload-data],[src*="/_next/"],[href*="/_app/immutable/"],[href*="/entry.client"]';

/** Whether numbers have to be left alone for now. */
export function mustWait(): boolean {
  return (
    document.readyState !== "complete" &&
    (site.swapAt === "load" || (site.swapAt === "auto" && !!document.querySelector(MARKS)))
  );
}

/** Runs the callback when the page has loaded and, where the browser can tell, is idle. */
export function whenSettled(callback: () => void): void {
  const idle = (next: () => void) => (window.requestIdleCallback || setTimeout)(next);
  // Frameworks go on with what the end of the page brought them: a second time, for what they put off.
  addEventListener("load", () => idle(() => idle(callback)));
}
