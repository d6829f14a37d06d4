import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

/** The site's own banner, which calls `mgt('consent', …)`. */
export const manual: ManagerFixture = {
  name: "manual",
  ...PANEL_CLICKS,
  ownNames: /^own-banner$/,
  record: { key: "", signal: "", manager_version: "" },
  repeat:
    "{ const stored = window.cmpPanel && localStorage.getItem('own-banner'); if (stored) mgt('consent', stored === 'yes') }",
  told: "({ yes: true, no: false })[localStorage.getItem('own-banner')]",
};
