/**
 * Calls back at each page view after the first: restores from the back/forward cache, and navigation
 * within the page. Changes of the fragment are none; nor is a replaced query on the same path, with
 * which sites tidy up their URL.
 *
 * @param callback must not throw: it runs within the page's own calls
 */
export declare function onPageView(callback: () => void): void;
/** Whether this document was loaded by following a link or typing, not by reload or back/forward. */
export declare function isArrival(): boolean;
