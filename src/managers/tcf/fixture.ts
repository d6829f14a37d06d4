import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

export const tcf: ManagerFixture = {
  name: "tcf",
  ...PANEL_CLICKS,
  ownNames: /^euconsent-v2$/,
  record: { key: "755", signal: /^C[\w-]+\./, manager_version: "300.7" },
  repeat: "__tcfapi('addEventListener', 2, () => {})",
  isAsking: "document.querySelector('[data-cmp=accept]')",
  // Purpose 1 is bit 152 of the string's core segment; here the others go with it.
  told: `(([, text]) => text && !!(atob(text.slice(24, 28).replace(/-/g, "+").replace(/_/g, "/")).charCodeAt(1) & 128))(
    /euconsent-v2=([^;]+)/.exec(document.cookie) || [])`,
};
