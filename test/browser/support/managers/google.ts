import type { ManagerFixture } from "./ManagerFixture.ts";

export const google: ManagerFixture = {
  name: "google",
  accept: ['[data-cmp="accept"]'],
  refuse: ['[data-cmp="refuse"]'],
  withdraw: ['[data-cmp="preferences"]', '[data-cmp="refuse"]'],
  regrant: ['[data-cmp="preferences"]', '[data-cmp="accept"]'],
  reopen: ['[data-cmp="preferences"]'],
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
