// src/vocabulary/modes.ts
var row = (consent, ...collects) => {
  const conditions = consent !== "none";
  const callClicks = consent === "required";
  return { conditions, storage: conditions, consent, collects, callClicks, probabilistic: conditions };
};
var MODES = {
  invisible: row("none"),
  rotation: row("optional"),
  origine: row("required", "entry"),
  trafic: row("required", "entry", "pages"),
  parcours: row("required", "entry", "page")
};
var MODE_ALIASES = {
  origin: "origine",
  traffic: "trafic",
  journey: "parcours"
};
function mayStore({ mode, probabilistic }) {
  return MODES[mode].storage && probabilistic !== "always";
}
function collectedTypes(site) {
  const mode = MODES[site.mode];
  if (!mayStore(site)) return [];
  return mode.callClicks && site.callClicks ? [...mode.collects, "call_click"] : mode.collects;
}
function needsConsent(site) {
  const { consent } = MODES[site.mode];
  const isAsked = consent === "required" || consent === "optional" && site.consent.rotation === "required";
  return isAsked && mayStore(site);
}

// src/vocabulary/managers.ts
var MANAGER_NAMES = [
  "manual",
  "axeptio",
  "didomi",
  "tarteaucitron",
  "usercentrics",
  "tcf",
  "klaro",
  "orejime",
  "cookieconsent",
  "onetrust",
  "cookiebot",
  "complianz",
  "wordpress",
  "piwikpro",
  "google"
];

// src/managers/axeptio/facts.ts
var facts = {
  label: "Axeptio",
  settings: ["key"],
  tier: 0,
  demo: {
    consent: { key: "magnetis" },
    names: ["axeptio_cookies", "axeptio_authorized_vendors", "axeptio_all_vendors"]
  }
};

// src/managers/complianz/facts.ts
var facts2 = {
  label: "Complianz",
  settings: ["category"],
  tier: 2,
  floor: "6",
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["cmplz_*"]
  }
};

// src/managers/cookiebot/facts.ts
var facts3 = {
  label: "Cookiebot",
  settings: ["category"],
  tier: 2,
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["CookieConsent"]
  }
};

// src/managers/cookieconsent/facts.ts
var facts4 = {
  label: "vanilla-cookieconsent",
  settings: ["key", "category"],
  tier: 2,
  package: "vanilla-cookieconsent",
  floor: "3.0",
  tried: ["3.0", "3.1.0"],
  demo: {
    consent: { category: "analytics", key: "magnetis" },
    names: ["cc_cookie"]
  }
};

// src/managers/didomi/facts.ts
var facts5 = {
  label: "Didomi",
  settings: ["key"],
  tier: 0,
  demo: {
    consent: { key: "c:magnetis-AbC123xy" },
    names: ["didomi_token"]
  }
};

// src/managers/google/facts.ts
var facts6 = {
  label: "Google Consent Mode v2",
  settings: ["category"],
  tier: 3,
  analytics: "analytics_storage",
  demo: {
    consent: { category: "analytics_storage" },
    names: ["consentMode"]
  }
};

// src/managers/klaro/facts.ts
var facts7 = {
  label: "Klaro",
  settings: ["key"],
  tier: 0,
  package: "klaro",
  floor: "0.7",
  tried: ["0.7.9", "0.7.22"],
  demo: {
    consent: { key: "magnetis" },
    names: ["klaro"]
  }
};

// src/managers/manual/facts.ts
var facts8 = {
  label: "the site's own banner",
  settings: [],
  tier: 0
};

// src/managers/onetrust/facts.ts
var facts9 = {
  label: "OneTrust",
  settings: ["category"],
  tier: 2,
  analytics: "C0002",
  demo: {
    consent: { category: "C0002" },
    names: ["OptanonConsent", "OptanonAlertBoxClosed"]
  }
};

// src/managers/orejime/facts.ts
var facts10 = {
  label: "Orejime",
  settings: ["key"],
  tier: 0,
  package: "orejime",
  floor: "3.1",
  tried: ["3.1", "3.2.1"],
  demo: {
    consent: { key: "magnetis" },
    names: ["eu-consent"]
  }
};

// src/managers/piwikpro/facts.ts
var facts11 = {
  label: "Piwik PRO",
  settings: ["category"],
  tier: 2,
  answersLate: true,
  demo: {
    consent: { category: "analytics" },
    names: ["ppms_privacy_*"]
  }
};

// src/managers/tarteaucitron/facts.ts
var facts12 = {
  label: "tarteaucitron",
  settings: ["key"],
  tier: 0,
  package: "tarteaucitronjs",
  floor: "1.9.6",
  tried: ["1.9.6", "1.10", "1.21", "1.33", "1.34.0"],
  demo: {
    consent: { key: "magnetis" },
    names: ["tarteaucitron"]
  }
};

// src/managers/tcf/facts.ts
var facts13 = {
  label: "IAB TCF",
  settings: ["vendor", "purposes"],
  tier: 1,
  package: "@iabtechlabtcf/cmpapi",
  floor: "2.2",
  tried: ["1.5.21"],
  demo: {
    consent: { vendor: 755, purposes: [1, 8] },
    names: ["euconsent-v2"],
    isReference: true
  }
};

// src/managers/usercentrics/facts.ts
var facts14 = {
  label: "Usercentrics",
  settings: ["key"],
  tier: 0,
  answersLate: true,
  floor: "2",
  demo: {
    consent: { key: "mGt4cAlL5" },
    names: ["ucData", "ucString", "uc_settings", "uc_user_interaction"]
  }
};

// src/managers/wordpress/facts.ts
var facts15 = {
  label: "WP Consent API",
  settings: ["category"],
  tier: 2,
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["wp_consent_*"]
  }
};

// src/managers/facts.ts
var FACTS = {
  manual: facts8,
  axeptio: facts,
  didomi: facts5,
  tarteaucitron: facts12,
  usercentrics: facts14,
  tcf: facts13,
  klaro: facts7,
  orejime: facts10,
  cookieconsent: facts4,
  onetrust: facts9,
  cookiebot: facts3,
  complianz: facts2,
  wordpress: facts15,
  piwikpro: facts11,
  google: facts6
};

// src/vocabulary/patterns.ts
var END = "\uD800";
function matchesPattern(pattern, value) {
  const text = END + value + END;
  let at = 0;
  return (END + pattern + END).split("*").every((part) => {
    at = text.indexOf(part, at) + part.length;
    return at >= part.length;
  });
}
var matchesHost = (pattern, host) => matchesPattern(`*.${pattern}`.toLowerCase(), `.${host}`.toLowerCase());

// src/endpoint/configuration/parsePhone.ts
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
var E164 = /^\+[1-9]\d{5,14}$/;
function parsePhone(e164) {
  if (!E164.test(e164)) return void 0;
  const phone = parsePhoneNumberFromString(e164);
  return phone?.isPossible() && phone.number === e164 ? phone : void 0;
}

export {
  MODES,
  MODE_ALIASES,
  mayStore,
  collectedTypes,
  needsConsent,
  MANAGER_NAMES,
  FACTS,
  matchesPattern,
  matchesHost,
  parsePhone
};
