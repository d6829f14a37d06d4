import type { ManagerName } from "../../vocabulary/managers.ts";
import type { ConsentSettings } from "../../vocabulary/site.ts";

/** A consent manager that the demo can show, set up in `demo/managers/{name}/head.html`. */
export interface DemoManager {
  /** As its vendor writes it. */
  label: string;
  /** npm package with the real thing; without one it is a double, its behaviour written beside it. */
  package?: string;
  /** `consent` of a site that uses it. */
  consent: Partial<ConsentSettings>;
}

export const DEMO_MANAGERS: Partial<Record<ManagerName, DemoManager>> = {
  tarteaucitron: { label: "tarteaucitron", package: "tarteaucitronjs", consent: { key: "magnetis" } },
  axeptio: { label: "Axeptio", consent: { key: "magnetis" } },
  didomi: { label: "Didomi", consent: { key: "c:magnetis-AbC123xy" } },
  tcf: {
    label: "IAB TCF",
    package: "@iabtechlabtcf/cmpapi",
    consent: { vendor: 755, purposes: [1, 8] },
  },
  klaro: { label: "Klaro", package: "klaro", consent: { key: "magnetis" } },
  orejime: { label: "Orejime", package: "orejime", consent: { key: "magnetis" } },
  cookieconsent: {
    label: "vanilla-cookieconsent",
    package: "vanilla-cookieconsent",
    consent: { category: "analytics", key: "magnetis" },
  },
  usercentrics: { label: "Usercentrics", consent: { key: "mGt4cAlL5" } },
  onetrust: { label: "OneTrust", consent: { category: "C0002" } },
  cookiebot: { label: "Cookiebot", consent: { category: "statistics" } },
  complianz: { label: "Complianz", consent: { category: "statistics" } },
  wordpress: { label: "WP Consent API", consent: { category: "statistics" } },
  piwikpro: { label: "Piwik PRO", consent: { category: "analytics" } },
  google: { label: "Google Consent Mode v2", consent: { category: "analytics_storage" } },
};
