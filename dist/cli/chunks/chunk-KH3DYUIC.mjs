// src/vocabulary/modes.ts
var MODES = {
  invisible: {
    conditions: false,
    storage: false,
    consent: "none",
    collects: [],
    callClicks: false,
    probabilistic: false
  },
  rotation: {
    conditions: true,
    storage: true,
    consent: "optional",
    collects: [],
    callClicks: false,
    probabilistic: true
  },
  origine: {
    conditions: true,
    storage: true,
    consent: "required",
    collects: ["entry"],
    callClicks: true,
    probabilistic: true
  },
  trafic: {
    conditions: true,
    storage: true,
    consent: "required",
    collects: ["entry", "pages"],
    callClicks: true,
    probabilistic: true
  },
  parcours: {
    conditions: true,
    storage: true,
    consent: "required",
    collects: ["entry", "page"],
    callClicks: true,
    probabilistic: true
  }
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
var MANAGER_SETTINGS = {
  manual: [],
  axeptio: ["key"],
  didomi: ["key"],
  tarteaucitron: ["key"],
  tcf: ["vendor", "purposes"],
  piwikpro: ["category"],
  klaro: ["key"],
  orejime: ["key"],
  cookieconsent: ["key", "category"],
  onetrust: ["category"],
  cookiebot: ["category"],
  usercentrics: ["key"],
  complianz: ["category"],
  wordpress: ["category"],
  google: ["category"]
};
var MANAGERS = Object.keys(MANAGER_SETTINGS);
var ADAPTED = MANAGERS.filter((name) => name !== "manual");
function heardManagers(manager) {
  return ADAPTED.filter((name) => manager === "auto" ? name !== "google" : name === manager);
}

// src/vocabulary/patterns.ts
function matchesPattern(pattern, value) {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === void 0) return value === pattern;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}
function matchesHost(pattern, host) {
  const wanted = pattern.toLowerCase();
  const given = host.toLowerCase();
  return matchesPattern(wanted, given) || wanted[0] !== "*" && matchesPattern(`*.${wanted}`, given);
}

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
  MANAGER_SETTINGS,
  MANAGERS,
  heardManagers,
  matchesPattern,
  matchesHost,
  parsePhone
};
