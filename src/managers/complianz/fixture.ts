import type { ManagerFixture } from "../ManagerFixture.ts";

export const complianz: ManagerFixture = {
  name: "complianz",
  accept: ['[data-cmp="accept"]'],
  refuse: ['[data-cmp="refuse"]'],
  // The last one touches nothing: it waits for the page that the manager loads by itself.
  withdraw: ['[data-cmp="preferences"]', '[data-cmp="refuse"]', "html:not([data-reloading]) p"],
  regrant: ['[data-cmp="preferences"]', '[data-cmp="accept"]'],
  reopen: ['[data-cmp="preferences"]'],
  ownNames: /^cmplz_/,
  record: { key: "statistics", signal: "statistics=allow", manager_version: "7.5.0" },
  reloads: true,
  repeat:
    "for (const type of ['status_change', 'fire_categories']) document.dispatchEvent(new CustomEvent('cmplz_' + type, { detail: {} }))",
  sabotage: "cmplz_get_cookie = () => { throw new Error('sabotaged') }",
  told: "({ allow: true, deny: false })[/cmplz_statistics=(\\w+)/.exec(document.cookie)?.[1]]",
  undecided: [
    "document.dispatchEvent(new CustomEvent('cmplz_fire_categories', { detail: { category: 'functional' } }))",
    // Statistics that the owner declared to need no consent: the manager accepts them by itself.
    "complianz.forceEnableStats = '1'; cmplz_set_consent('statistics', 'allow'); complianz.forceEnableStats = ''; cmplz_set_cookie('statistics', '')",
  ],
};
