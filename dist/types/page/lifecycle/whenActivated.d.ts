/**
 * Runs the callback once the page is really shown: a prerendered page may never be, and until then
 * it is no page view. `visibilityState` cannot tell: it is "hidden" while prerendering.
 * https://wicg.github.io/nav-speculation/prerendering.html#interaction-with-visibility-state
 */
export declare function whenActivated(callback: () => void): void;
