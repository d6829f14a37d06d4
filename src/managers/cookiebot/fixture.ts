import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

export const cookiebot: ManagerFixture = {
  name: "cookiebot",
  ...PANEL_CLICKS,
  ownNames: /^CookieConsent$/,
  record: { key: "statistics", signal: /^statistics=true$/, manager_version: "" },
  repeat: "for (const name of ['ConsentReady', 'Accept']) dispatchEvent(new Event('CookiebotOn' + name))",
  sabotage:
    "Object.defineProperty(Cookiebot, 'consent', { get() { throw new Error('sabotaged') }, set() {} })",
  told: "({ true: true, false: false })[/statistics:(\\w+)/.exec(decodeURIComponent(document.cookie))?.[1]]",
  undecided: [
    "dispatchEvent(new Event('CookiebotOnConsentReady')); dispatchEvent(new Event('CookiebotOnDecline'))",
    // A consent by implication: the visitor scrolled on, or is where nobody is asked.
    "Object.assign(Cookiebot, { hasResponse: true, consented: true }); Object.assign(Cookiebot.consent, { statistics: true, method: 'implied' }); dispatchEvent(new Event('CookiebotOnAccept'))",
  ],
};
