import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

/** Our vendor's status alone, and when it was given: neither other vendors nor `user_id`. */
const SIGNAL = ['{"vendors":{"c:magnetis-AbC123xy":{"enabled":true}}', '"updated":"[\\d-]+T[\\d:.]+Z"}'];

export const didomi: ManagerFixture = {
  name: "didomi",
  ...PANEL_CLICKS,
  ownNames: /^didomi_token$/,
  record: {
    key: "c:magnetis-AbC123xy",
    signal: new RegExp(`^${SIGNAL.join(",").replace(/[{}]/g, "\\$&")}$`),
    manager_version: "1.0.0-double",
  },
  repeat: `didomiEventListeners
    .filter(({ event }) => event === "consent.changed")
    .forEach(({ listener }) => listener({}))`,
  sabotage: `Didomi.getCurrentUserStatus = Didomi.shouldUserStatusBeCollected = () => {
    throw new Error("sabotaged");
  }`,
  told: `(() => {
    const cookie = /didomi_token=([^;]+)/.exec(document.cookie);
    if (!cookie) return undefined;
    const { vendors } = JSON.parse(atob(decodeURIComponent(cookie[1])));
    const has = (list) => list.includes("c:magnetis-AbC123xy");
    return has(vendors.enabled) ? true : has(vendors.disabled) ? false : undefined;
  })()`,
  undecided: [
    "Didomi.notice.hide()",
    "Didomi.preferences.show()",
    `didomiEventListeners
      .filter(({ event }) => event === "consent.changed")
      .forEach(({ listener }) => listener({}))`,
  ],
};
