import type { Adapter } from "../Adapter.ts";
import { preticked } from "../preticked.ts";

interface Library {
  validConsent?(): boolean;
  getConfig(
    field: "categories",
  ):
    | Record<string, { readOnly?: boolean; enabled?: boolean; services?: Record<string, unknown> }>
    | undefined;
  acceptedCategory(category: string): boolean;
  acceptedService(service: string, category: string): boolean;
}

declare global {
  interface Window {
    CookieConsent?: Library;
    /** Of version 2. */
    initCookieConsent?: unknown;
  }
}

/**
 * vanilla-cookieconsent 3. On pages after the choice only `cc:onConsent` fires ("stored yes, withdraw on a later page"
 * in `consent.spec.ts`), on later changes `cc:onChange` ("accept, withdraw").
 */
export const cookieconsent = (): Adapter => {
  /** The owner has declared a service of ours in the category: the answer is for it alone. */
  let isService = false;
  return {
    name: "cookieconsent",
    get tier() {
      return isService ? 0 : 2;
    },
    // Old builds of Cookiebot use the same global:
    // https://www.cookieinfo.net/knowledge-base/properties-methods-events-and-callback-functions/
    // The library has no settings before it is run.
    detect: () =>
      typeof window.CookieConsent?.validConsent === "function" &&
      window.CookieConsent.getConfig("categories"),
    isOutdated: () => window.initCookieConsent,
    events: () => ["cc:onConsent", "cc:onChange"],
    names: () =>
      window.CookieConsent?.validConsent?.() === true
        ? Object.keys(window.CookieConsent.getConfig("categories") || {})
        : undefined,
    doubt: ({ category }) =>
      window.CookieConsent?.getConfig("categories")?.[category]?.enabled &&
      preticked(category, '"enabled": false'),
    read({ category, key }) {
      const { acceptedCategory, acceptedService, getConfig, validConsent } =
        window.CookieConsent as Required<Library>;
      const found = getConfig("categories")?.[category];
      isService = !!found?.services?.[key];
      // A category that is always on is nothing that the visitor has chosen.
      return found && !found.readOnly && validConsent() === true
        ? isService
          ? acceptedService(key, category)
          : acceptedCategory(category)
        : undefined;
    },
  };
};
