import { callSafely } from "../ground/callSafely.ts";
import { site } from "../ground/site.ts";
import { idle } from "./idle.ts";

/**
 * Marks that frameworks leave on a page which they are going to hydrate. Changing text before that
 * makes React throw the server's markup away and render again.
 */
const MARKS = [
  // Next, Nuxt, Gatsby, React up to 17, Astro, SvelteKit.
  ...[
    "#__next",
    "#__nuxt",
    "#___gatsby",
    "[data-reactroot]",
    "astro-island",
    "[data-sveltekit-preload-data]",
  ],
  // Scripts of Next, of SvelteKit, and of Remix or React Router.
  ...['[src*="/_next/"]', '[href*="/_app/immutable/"]', '[href*="/entry.client"]'],
].join();

/** How long React may take for parts of a page that come after the rest. */
const SUSPENSE_MS = 500;

/** Whether React has marked a part that comes after the rest: `<!--$-->`. */
const SUSPENSE_MARKED = 'boolean(//comment()[starts-with(.,"$")])';
/** https://dom.spec.whatwg.org/#interface-xpathresult */
const BOOLEAN_TYPE = 3;

/**
 * Whether numbers have to be left alone for now. A mark may be seen only once the page has loaded: small
 * ones have before their first frame.
 *
 * @param callback told when they no longer have to
 */
export function createPatience(callback: () => void): () => boolean {
  let isSettled = document.readyState === "complete";
  let isWaiting = false;
  /** An earlier look, made when the page had a body, found nothing that has to wait. */
  let wasSeen = false;
  const settle = () => {
    isSettled = true;
    if (isWaiting) callSafely(callback);
  };
  // When the page has loaded and, where the browser can tell, is idle.
  addEventListener("load", () =>
    idle(() => {
      // React marks what it hydrates in its own time with such comments, and tells nobody when it has.
      const late = document.evaluate(SUSPENSE_MARKED, document, null, BOOLEAN_TYPE);
      setTimeout(idle, late.booleanValue ? SUSPENSE_MS : 0, settle);
    }),
  );
  return () => {
    isWaiting ||=
      site.swapAt === "load" ||
      (site.swapAt === "auto" &&
        !(wasSeen && document.readyState === "complete") &&
        !!document.querySelector(MARKS));
    wasSeen ||= !!document.body;
    return isWaiting && !isSettled;
  };
}
