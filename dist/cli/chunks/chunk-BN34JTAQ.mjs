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
var ANSWER_LATE = ["piwikpro", "usercentrics"];
var MANAGERS = /* @__PURE__ */ Object.keys(MANAGER_SETTINGS);
var isHeard = (name, manager) => manager === "auto" ? name !== "google" : name === manager;
var heardManagers = (manager) => MANAGERS.filter((name) => name !== "manual" && isHeard(name, manager));

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
  MANAGER_SETTINGS,
  ANSWER_LATE,
  MANAGERS,
  heardManagers,
  parsePhone,
  matchesPattern,
  matchesHost
};
