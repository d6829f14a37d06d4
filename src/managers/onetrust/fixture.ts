import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

export const onetrust: ManagerFixture = {
  name: "onetrust",
  ...PANEL_CLICKS,
  ownNames: /^Optanon(Consent|AlertBoxClosed)$/,
  record: { key: "C0002", signal: ",C0001,C0002,C0003,C0004,", manager_version: "202509.1.0" },
  repeat:
    "for (const type of ['OneTrustGroupsUpdated', 'consent.onetrust']) dispatchEvent(new CustomEvent(type, { detail: OnetrustActiveGroups.split(',').filter(Boolean) }))",
  sabotage: "OneTrust.GetDomainData = () => { throw new Error('sabotaged') }",
  told: "/OptanonAlertBoxClosed=/.test(document.cookie) ? /C0002:1/.test(decodeURIComponent(document.cookie)) : undefined",
  undecided: [
    "dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: ['C0001'] }))",
    // As in an opt-out region: everything is on before anybody was asked.
    "OnetrustActiveGroups = ',C0001,C0002,C0003,C0004,'; dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: ['C0001', 'C0002'] }))",
    "dispatchEvent(new CustomEvent('consent.onetrust', { detail: ['C0001', 'C0002'] }))",
  ],
};
