import type { ManagerFixture } from "./ManagerFixture.ts";

/** The buttons of `demo/managers/panel.js`, the same in each double. */
export const PANEL_CLICKS = {
  accept: ['[data-cmp="accept"]'],
  refuse: ['[data-cmp="refuse"]'],
  withdraw: ['[data-cmp="preferences"]', '[data-cmp="refuse"]'],
  regrant: ['[data-cmp="preferences"]', '[data-cmp="accept"]'],
  reopen: ['[data-cmp="preferences"]'],
} as const satisfies Partial<ManagerFixture>;
