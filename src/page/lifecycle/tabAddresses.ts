import { callSafely } from "../ground/callSafely.ts";

interface Entries {
  currentEntry?: { index: number };
  entries(): { url: string | null }[];
}

/**
 * Earlier addresses of this tab on this site, the oldest first, as far as the Navigation API lists them; the last one
 * is that of the page that led here. An address of a page without referrer policy is `null`.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-navigation-entries
 */
export function tabAddresses(): (string | null)[] {
  const { navigation } = window as { navigation?: Entries };
  const index = navigation?.currentEntry?.index;
  // A variable of the page's may have taken that name.
  const earlier = index && callSafely(() => navigation.entries().slice(0, index));
  return [...(earlier || []).map(({ url }) => url), document.referrer];
}
