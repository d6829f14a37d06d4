import { site } from "../site.ts";

/**
 * Marks that frameworks leave on a page which they are going to hydrate. Changing text before that
 * makes React throw the server's markup away and render again.
 */
const MARKS =
  '#__next,#__nuxt,#___gatsby,[data-reactroot],astro-island,[data-sveltekit-preload-data],[src*="/_next/"],[href*="/_app/immutable/"],[href*="/entry.client"]';

/** How long React may take for parts of a page that come after the rest, milliseconds. */
const LATE = 500;

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
  addEventListener("load", () =>
    idle(() => {
      // React marks what it hydrates in its own time with such comments, and tells nobody when it has.
      const late = document.evaluate('boolean(//comment()[starts-with(.,"$")])', document, null, 3);
      setTimeout(idle, late.booleanValue ? LATE : 0, callback);
    }),
  );
}
