import { listen } from "../ground/listen.ts";

/**
 * Parts of the Navigation API that are used here; absent before Firefox 147 and Safari 26.2.
 * https://developer.mozilla.org/en-US/docs/Web/API/Navigation_API#browser_compatibility
 */
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
  const check = (isReplaced: boolean) => {
    const isNew = location.pathname !== pathname || (!isReplaced && location.search !== search);
    ({ pathname, search } = location);
    if (isNew) callback();
  };
  const { navigation } = window as { navigation?: Navigation };
  // An element with that id is none, nor is a variable of the page's.
  // https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
  if (navigation?.currentEntry)
    navigation.addEventListener("currententrychange", (event) =>
      check((event as { navigationType?: string }).navigationType === "replace"),
    );
  else {
    for (const name of ["pushState", "replaceState"] as const) {
      const original = history[name];
      history[name] = (...args) => {
        original.apply(history, args);
        check(name === "replaceState");
      };
    }
    listen(["popstate"], () => check(false));
  }
}

/** Whether this document was loaded by following a link or typing, not by reload or back/forward. */
export function isArrival(): boolean {
  // A variable of the page's may have taken that name.
  const [navigation] = (performance.getEntriesByType?.("navigation") || []) as PerformanceNavigationTiming[];
  const type = navigation?.type;
  return type !== "reload" && type !== "back_forward";
}
