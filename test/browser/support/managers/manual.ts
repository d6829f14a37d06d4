import type { ManagerFixture } from "./ManagerFixture.ts";

/** The site's own banner, which calls `mgt('consent', …)`. */
export const manual: ManagerFixture = {
  name: "manual",
  accept: ['[data-cmp="accept"]'],
  refuse: ['[data-cmp="refuse"]'],
  withdraw: ['[data-cmp="preferences"]', '[data-cmp="refuse"]'],
  regrant: ['[data-cmp="preferences"]', '[data-cmp="accept"]'],
  reopen: ['[data-cmp="preferences"]'],
  ownNames: /^own-banner$/,
  record: { key: "", signal: "", manager_version: "" },
  repeat:
    "{ const stored = localStorage.getItem('own-banner'); if (stored) mgt('consent', stored === 'yes') }",
  told: "({ yes: true, no: false })[localStorage.getItem('own-banner')]",
};
