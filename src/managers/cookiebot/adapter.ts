import type { Adapter } from "../Adapter.ts";
import { nameOf } from "../statistics.ts";

interface Cookiebot {
  consent?: Record<string, unknown>;
  hasResponse?: unknown;
}

declare global {
  interface Window {
    Cookiebot?: Cookiebot;
  }
}

/**
 * Cookiebot: `statistics` unless the site names another category. A consent by implication (scrolling
 * on, or a region where nobody is asked) has another method than `explicit` and is none here.
 * https://www.cookiebot.com/en/developer/
 */
export const cookiebot = (): Adapter => ({
  name: "cookiebot",
  tier: 2,
  // Its script tag has the id `Cookiebot`: until it has run, the global is that element.
  detect: () => window.Cookiebot?.consent,
  // Not what opens its dialog: `renew()` forgets the choice before there is a new one.
  events: () => ["CookiebotOnConsentReady", "CookiebotOnAccept", "CookiebotOnDecline"],
  read({ category }) {
    const { consent, hasResponse } = window.Cookiebot as Cookiebot;
    return hasResponse === true && consent?.method === "explicit"
      ? (consent[nameOf(category)] as boolean)
      : undefined;
  },
  names: () =>
    window.Cookiebot?.hasResponse === true ? ["preferences", "statistics", "marketing"] : undefined,
  // The signal is the plain choice: `consent` also holds a `stamp`, an id of the visitor, and other choices.
  describe: ({ category }) => ({
    key: nameOf(category),
    signal: `${nameOf(category)}=${window.Cookiebot?.consent?.[nameOf(category)]}`,
  }),
});
