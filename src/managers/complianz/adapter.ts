import type { Adapter } from "../Adapter.ts";
import { nameOf } from "../statistics.ts";

interface Complianz {
  /** `optin`, `optout`, `other`. */
  consenttype?: string;
  forceEnableStats?: unknown;
  version?: string;
}

declare global {
  interface Window {
    complianz?: Complianz;
    cmplz_get_cookie?(name: string): string;
    wp_consent_type?: string;
  }
}

const CATEGORIES = ["functional", "preferences", "statistics", "statistics-anonymous", "marketing"];

/**
 * Complianz 6 and 7: `statistics` unless the site names another category. Its cookies are read by its own
 * function, which knows their prefix: `cmplz_has_consent` says yes to every robot, and to everybody
 * who has not chosen in an opt-out region.
 * https://github.com/complianz/complianz-gdpr/blob/334dc56/cookiebanner/js/complianz.js
 */
export const complianz = (): Adapter => ({
  name: "complianz",
  tier: 2,
  // The consent type is set once the visitor's region is known.
  detect: () => window.wp_consent_type && window.complianz && window.cmplz_get_cookie,
  // The second comes last, also when a new policy has made it forget the choice.
  events: () => ["cmplz_status_change", "cmplz_fire_categories"],
  read({ category }) {
    const { complianz: settings, cmplz_get_cookie: stored } = window;
    // Without its settings nobody knows whether a yes is one.
    if (!settings) return undefined;
    const name = nameOf(category);
    const value = stored?.(name);
    // Where no law asks for consent it accepts everything by itself.
    if (settings.consenttype === "other") return null;
    if (value === "deny") return false;
    // Statistics that the owner declared to need no consent are accepted by itself on each load.
    return (value === "allow" && !(settings.forceEnableStats && name === "statistics")) || undefined;
  },
  names: () => (CATEGORIES.some((name) => window.cmplz_get_cookie?.(name)) ? CATEGORIES : undefined),
  describe: ({ category }) => ({
    key: nameOf(category),
    signal: `${nameOf(category)}=${window.cmplz_get_cookie?.(nameOf(category))}`,
    version: window.complianz?.version as string,
  }),
});
