import type { ManagerName } from "../../src/vocabulary/managers.ts";
import type { ConsentSettings } from "../../src/vocabulary/site.ts";

/** A consent manager that the demo can show, set up in `src/managers/{name}/demo/head.html`. */
export interface DemoManager {
  /** As its vendor writes it. */
  label: string;
  /** npm package with the real thing; without one it is a double, its behaviour written beside it. */
  package?: string;
  /** `consent` of a site that uses it. */
  consent: Partial<ConsentSettings>;
  /** Cookies and storage keys that it writes itself; `*` at the end stands for any run of characters. */
  names: readonly string[];
}

export const DEMO_MANAGERS: Partial<Record<ManagerName, DemoManager>> = {
  tarteaucitron: {
    label: "tarteaucitron",
    package: "tarteaucitronjs",
    consent: { key: "magnetis" },
    names: ["tarteaucitron"],
  },
  axeptio: {
    label: "Axeptio",
    consent: { key: "magnetis" },
    names: ["axeptio_cookies", "axeptio_authorized_vendors", "axeptio_all_vendors"],
  },
  didomi: { label: "Didomi", consent: { key: "c:magnetis-AbC123xy" }, names: ["didomi_token"] },
  tcf: {
    label: "IAB TCF",
    package: "@iabtechlabtcf/cmpapi",
    consent: { vendor: 755, purposes: [1, 8] },
    names: ["euconsent-v2"],
  },
  klaro: { label: "Klaro", package: "klaro", consent: { key: "magnetis" }, names: ["klaro"] },
  orejime: { label: "Orejime", package: "orejime", consent: { key: "magnetis" }, names: ["eu-consent"] },
  cookieconsent: {
    label: "vanilla-cookieconsent",
    package: "vanilla-cookieconsent",
    consent: { category: "analytics", key: "magnetis" },
    names: ["cc_cookie"],
  },
  usercentrics: {
    label: "Usercentrics",
    consent: { key: "mGt4cAlL5" },
    names: ["ucData", "ucString", "uc_settings", "uc_user_interaction"],
  },
  onetrust: {
    label: "OneTrust",
    consent: { category: "C0002" },
    names: ["OptanonConsent", "OptanonAlertBoxClosed"],
  },
  cookiebot: { label: "Cookiebot", consent: { category: "statistics" }, names: ["CookieConsent"] },
  complianz: { label: "Complianz", consent: { category: "statistics" }, names: ["cmplz_*"] },
  wordpress: { label: "WP Consent API", consent: { category: "statistics" }, names: ["wp_consent_*"] },
  piwikpro: { label: "Piwik PRO", consent: { category: "analytics" }, names: ["ppms_privacy_*"] },
  google: {
    label: "Google Consent Mode v2",
    consent: { category: "analytics_storage" },
    names: ["consentMode"],
  },
};
