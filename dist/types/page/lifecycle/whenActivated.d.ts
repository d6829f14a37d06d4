/**
 * Runs the callback once the page is really shown: a prerendered page may never be, and until then
 * it is no page view. `visibilityState` cannot tell: it is "hidden" while prerendering.
 */
export declare function whenActivated(callback: () => void): void;
