import { callSafely } from "../ground/callSafely.ts";
import { listen } from "../ground/listen.ts";

/**
 * Runs the callback once the page is really shown: a prerendered page may never be, and until then
 * it is no page view. `visibilityState` cannot tell: it is "hidden" while prerendering.
 * https://wicg.github.io/nav-speculation/prerendering.html#interaction-with-visibility-state
 */
export function whenActivated(callback: () => void): void {
  if ((document as Document & { prerendering?: boolean }).prerendering)
    listen(["prerenderingchange"], callback);
  // Not at once: first the calls that the page has queued are replayed.
  else queueMicrotask(() => callSafely(callback));
}
