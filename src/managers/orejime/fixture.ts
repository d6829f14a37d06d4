import type { ManagerFixture } from "../ManagerFixture.ts";

const PREFERENCES = '[data-cmp="preferences"]';
const SAVE = ".orejime-Modal-saveButton";

export const orejime: ManagerFixture = {
  name: "orejime",
  accept: [".orejime-Banner-saveButton"],
  refuse: [".orejime-Banner-declineButton"],
  withdraw: [PREFERENCES, ".orejime-PurposeToggles-disableAll", SAVE],
  regrant: [PREFERENCES, ".orejime-PurposeToggles-enableAll", SAVE],
  reopen: [PREFERENCES],
  close: [".orejime-Modal-closeButton"],
  ownNames: /^eu-consent$/,
  record: { key: "magnetis", signal: "magnetis=true", manager_version: "" },
  repeat: "orejime.manager.setConsents(orejime.manager.getAllConsents())",
  sabotage: "orejime.manager.getConsent = () => { throw new Error('sabotaged') }",
  told: "JSON.parse(decodeURIComponent(/(?:^|; )eu-consent=([^;]+)/.exec(document.cookie)?.[1] ?? '{}')).magnetis",
  undecided: [
    "orejime.prompt()",
    "document.dispatchEvent(new CustomEvent('orejime.loaded', { detail: orejime }))",
    "orejime.manager.emit('dirty', true)",
  ],
};
