import type { Adapter } from "../Adapter.ts";
import { nameOf } from "../statistics.ts";

declare global {
  interface Window {
    wp_has_consent?(category: string): boolean;
    wp_consent_type?: string;
    wp_fallback_consent_type?: string;
    consent_api?: { cookie_prefix?: string };
  }
}

/** The visitor's choice as stored: `wp_consent_statistics=allow`. */
const cookieOf = (category: string) =>
  document.cookie
    .split("; ")
    .find((cookie) =>
      cookie.startsWith(`${window.consent_api?.cookie_prefix || "wp_consent"}_${nameOf(category)}=`),
    ) || "";

const CATEGORIES = ["functional", "preferences", "statistics", "statistics-anonymous", "marketing"];

/** `"optin"`, `"optout"` or a name of the manager's own; nothing where nobody manages consents. */
const typeSet = () => window.wp_has_consent && (window.wp_consent_type ?? window.wp_fallback_consent_type);

/**
 * WP Consent API 2. `wp_has_consent()` also says yes where nobody manages consents (no consent type), and
 * before any choice where the type is opt-out: only the cookie tells what the visitor has chosen.
 * https://github.com/WordPress/wp-consent-level-api
 */
export const wordpress = (): Adapter => ({
  name: "wordpress",
  tier: 2,
  detect: typeSet,
  events: () => ["wp_consent_type_defined", "wp_listen_for_consent_change"],
  read({ category }) {
    const [, choice] = cookieOf(category).split("=");
    // A "yes" left over from a manager that is gone is none.
    const type = typeSet();
    return choice === "deny"
      ? false
      : type && !/^opt(in|out)/.test(type)
        ? // Complianz has "other" where no law applies, and says yes for the visitor.
          null
        : type && choice === "allow"
          ? window.wp_has_consent?.(nameOf(category))
          : undefined;
  },
  names: () => (CATEGORIES.some(cookieOf) ? CATEGORIES : undefined),
  describe: ({ category }) => ({ key: nameOf(category), signal: cookieOf(category) }),
});
