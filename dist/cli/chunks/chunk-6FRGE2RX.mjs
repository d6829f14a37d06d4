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
function collectedTypes(site) {
  const mode = MODES[site.mode];
  return mode.callClicks && site.callClicks ? [...mode.collects, "call_click"] : mode.collects;
}
function needsConsent(site) {
  const { consent } = MODES[site.mode];
  return consent === "required" || consent === "optional" && site.consent.rotation === "required";
}

export {
  MODES,
  MODE_ALIASES,
  collectedTypes,
  needsConsent
};
