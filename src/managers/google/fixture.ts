import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

export const google: ManagerFixture = {
  name: "google",
  ...PANEL_CLICKS,
  ownNames: /^consentMode$/,
  record: { key: "analytics_storage", signal: "analytics_storage=granted", manager_version: "" },
  repeat: `if (localStorage.getItem('consentMode'))
    gtag('consent', 'update', { analytics_storage: localStorage.getItem('consentMode') })`,
  told: "({ granted: true, denied: false })[localStorage.getItem('consentMode')]",
  undecided: [
    "gtag('consent', 'default', { analytics_storage: 'granted' })",
    "gtag('consent', 'update', { ad_storage: 'granted' })",
    "gtag('consent', 'update', { analytics_storage: 'granted', region: ['US'] })",
    "gtag('event', 'page_view')",
    "dataLayer.push({ event: 'consent', analytics_storage: 'granted' }, null)",
  ],
};
