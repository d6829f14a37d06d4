import { callSafely } from "../ground/callSafely.ts";
import { site } from "../ground/site.ts";

/**
 * Marks that frameworks leave on a page which they are going to hydrate. Changing text before that
 * makes React throw the server's markup away and render again.
 */
const MARKS =
  '#__next,#__nuxt,#___gatsby,[data-reactroot],astro-island,[data-sveltekit-preload-data],[src*="/_next/"],[href*="/_app/immutable/"],[href*="/entry.client"]';

/** How long React may take for parts of a page that come after the rest, milliseconds. */
const LATE = 500;

/** Safari has no `requestIdleCallback`, and React's task comes later there than a timer of 0, milliseconds. */
const BUSY = 100;

let isSettled: boolean | undefined;
let isWaiting = false;
/** A page with something on it has been swapped. */
let wasSeen = false;

const idle = (next: () => void): unknown =>
  "requestIdleCallback" in window ? requestIdleCallback(next) : setTimeout(next, BUSY);

/** Runs the callback when the page has loaded and, where the browser can tell, is idle. */
function whenSettled(callback: () => void): void {
  addEventListener("load", () =>
    idle(() => {
      // React marks what it hydrates in its own time with such comments, and tells nobody when it has.
      const late = document.evaluate('boolean(//comment()[starts-with(.,"$")])', document, null, 3);
      setTimeout(idle, late.booleanValue ? LATE : 0, callback);
    }),
  );
}

/**
 * Whether numbers have to be left alone for now. A mark may be seen only once the page has loaded: small
 * ones have before their first frame.
 *
 * @param callback told when they no longer have to
 */
export function mustWait(callback: () => void): boolean {
  if (isSettled === undefined) {
    isSettled = document.readyState === "complete";
    whenSettled(() => {
      isSettled = true;
      if (isWaiting) callSafely(callback);
    });
  }
  if (isSettled) return false;
  isWaiting ||=
    site.swapAt === "load" ||
    (site.swapAt === "auto" &&
      !(wasSeen && document.readyState === "complete") &&
      !!document.querySelector(MARKS));
  wasSeen ||= !!document.body;
  return isWaiting;
}
