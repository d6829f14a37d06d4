import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

export const usercentrics: ManagerFixture = {
  name: "usercentrics",
  ...PANEL_CLICKS,
  ownNames: /^(ucData|ucString|uc_settings|uc_user_interaction)$/,
  record: {
    key: "mGt4cAlL5",
    signal: /^\{"given":true,"type":"EXPLICIT"\}$/,
    manager_version: /^$/,
  },
  repeat: `dispatchEvent(new CustomEvent("UC_UI_CMP_EVENT", { detail: { source: "none", type: "SAVE" } }));
    dispatchEvent(new CustomEvent("UC_CONSENT"))`,
  sabotage: "__ucCmp.getConsentDetails = () => { throw new Error('sabotaged') }",
  told: "JSON.parse(localStorage.getItem('ucData') ?? '{}').consent?.services.mGt4cAlL5?.consent",
  undecided: [
    "dispatchEvent(new CustomEvent('UC_UI_CMP_EVENT', { detail: { source: 'none', type: 'CMP_SHOWN' } }))",
    // Ticked, but not saved.
    `__ucCmp.updateServicesConsents([{ id: "mGt4cAlL5", consent: true }])
      .then(() => dispatchEvent(new CustomEvent("UC_UI_CMP_EVENT")))`,
  ],
};
