import type { ManagerFixture } from "../ManagerFixture.ts";

const PREFERENCES = '[data-cmp="preferences"]';
/** The switch of our service's purpose, whichever way it stands, then "save". */
const SWITCH = [PREFERENCES, 'label[for="purpose-item-analytics"] .slider', ".cm-modal .cm-btn-accept"];

export const klaro: ManagerFixture = {
  name: "klaro",
  accept: [".cookie-notice .cm-btn-success"],
  refuse: [".cookie-notice .cn-decline"],
  withdraw: SWITCH,
  regrant: SWITCH,
  reopen: [PREFERENCES],
  close: [".cm-modal .hide"],
  ownNames: /^klaro$/,
  record: { key: "magnetis", signal: "magnetis=true", manager_version: /^0\.7\.\d+$/ },
  repeat: "klaro.getManager().saveAndApplyConsents()",
  sabotage:
    "Object.defineProperty(klaro.getManager(), 'savedConsents', { get() { throw new Error('sabotaged') } })",
  alarm: "klaro.getManager().notify('consents', {})",
  told: "JSON.parse(decodeURIComponent(/(?:^|; )klaro=([^;]+)/.exec(document.cookie)?.[1] ?? '{}')).magnetis",
  undecided: [
    // A switch that is not saved, and the panel shown again.
    "klaro.getManager().updateConsent('magnetis', true)",
    "klaro.show()",
    "klaro.getManager().applyConsents()",
  ],
};
