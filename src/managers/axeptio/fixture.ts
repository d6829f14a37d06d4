import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

export const axeptio: ManagerFixture = {
  name: "axeptio",
  ...PANEL_CLICKS,
  ownNames: /^axeptio_(cookies|authorized_vendors|all_vendors)$/,
  record: {
    key: "magnetis",
    signal: /^\{"magnetis":true,"\$\$date":"[\d-]+T[\d:.]+Z"\}$/,
    manager_version: /^$/,
  },
  repeat: "axeptioSDK.emit('cookies:complete', axeptioSDK.userPreferencesManager.choices)",
  sabotage: `{
    const choices = new Proxy({}, { get() { throw new Error("sabotaged") } });
    Object.defineProperty(axeptioSDK.userPreferencesManager, "choices", { get: () => choices, set() {} });
  }`,
  told: `(() => {
    const cookie = /axeptio_cookies=([^;]+)/.exec(document.cookie);
    const choices = JSON.parse(decodeURIComponent(cookie ? cookie[1] : "{}"));
    return choices.$$completed ? choices.magnetis : undefined;
  })()`,
  undecided: [
    "axeptioSDK.emit('ready', axeptioSDK)",
    "axeptioSDK.emit('cookies:complete', { magnetis: undefined, google_analytics: true, $$completed: true })",
    "axeptioSDK.emit('cookies:complete', { magnetis: true, $$completed: false })",
    "axeptioSDK.emit('close', {})",
  ],
};
