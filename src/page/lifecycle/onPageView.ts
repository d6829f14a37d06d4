import { listen } from "../ground/listen.ts";

/** Parts of the Navigation API that are used here; absent before Firefox 147 and Safari 26.2. */
type Navigation = (EventTarget & { currentEntry?: object }) | undefined;

/**
 * Calls back at each page view after the first: restores from the back/forward cache, and navigation
 * within the page. Changes of the fragment are none; nor is a replaced query on the same path, with
 * which sites tidy up their URL.
 *
 * @param callback must not throw: it runs within the page's own calls
 */
export function onPageView(callback: () => void): void {
  listen(["pageshow"], (event) => {
    if ((event as PageTransitionEvent).persisted) callback();
  });
  let { pathname, search } = location;
  const check = (kind?: string) => {
    const isNew = location.pathname !== pathname || (kind?.[0] !== "r" && location.search !== search);
    ({ pathname, search } = location);
    if (isNew) callback();
  };
  const { navigation } = window as { navigation?: Navigation };
  // An element with that id is none, nor is a variable of the page's.
  if (navigation?.currentEntry)
    navigation.addEventListener("currententrychange", (event) =>
      check((event as { navigationType?: string }).navigationType),
    );
  else {
    for (const name of ["pushState", "replaceState"] as const) {
      const original = history[name];
      history[name] = (...args) => {
        original.apply(history, args);
        check(name);
      };
    }
    listen(["popstate"], () => check());
  }
}

/** Whether this document was loaded by following a link or typing, not by reload or back/forward. */
export function isArrival(): boolean {
  // A variable of the page's may have taken that name.
  const [navigation] = (performance.getEntriesByType?.("navigation") || []) as PerformanceNavigationTiming[];
  return !/^(re|b)/.test(`${navigation?.type}`);
}
