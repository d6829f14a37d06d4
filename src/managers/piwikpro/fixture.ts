import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

export const piwikpro: ManagerFixture = {
  name: "piwikpro",
  ...PANEL_CLICKS,
  ownNames: /^ppms_privacy_/,
  record: { key: "analytics", signal: "analytics=true", manager_version: "" },
  // The same choice at another time: the cookie changes, its meaning does not.
  repeat:
    "ppms.cm.api('getComplianceSettings', ({ consents }) => { if (consents) ppms.cm.api('setComplianceSettings', { consents }, () => {}) })",
  sabotage: "ppms.cm.api = () => { throw new Error('sabotaged') }",
  alarm: "document.cookie = document.cookie.match(/ppms_privacy_[^;]*/)[0] + '%20; path=/'",
  // It tells the page nothing, it has to be asked: a withdrawal is known within 50 ms of being stored.
  told: `(() => {
    const found = /"analytics":\\{"status":(-?\\d),"updatedAt":"([^"]+)/.exec(decodeURIComponent(document.cookie));
    const choice = { 1: true, 0: false }[found?.[1]];
    if (choice !== false || Date.now() - Date.parse(found[2]) > 50) window.hasTold = choice;
    return window.hasTold;
  })()`,
  undecided: ["ppms.cm.api('setInitialComplianceSettings', { consents: ['analytics'] }, () => {})"],
};
