import type { ManagerFixture } from "../ManagerFixture.ts";

const PREFERENCES = '[data-cmp="preferences"]';

export const cookieconsent: ManagerFixture = {
  name: "cookieconsent",
  accept: ['#cc-main .cm [data-role="all"]'],
  refuse: ['#cc-main .cm [data-role="necessary"]'],
  withdraw: [PREFERENCES, '#cc-main .pm [data-role="necessary"]'],
  regrant: [PREFERENCES, '#cc-main .pm [data-role="all"]'],
  reopen: [PREFERENCES],
  close: ["#cc-main .pm__close-btn"],
  ownNames: /^cc_cookie$/,
  // The service is declared in the category: the answer is for it alone.
  record: { key: "magnetis", signal: "magnetis=true", manager_version: "" },
  repeat: "dispatchEvent(new CustomEvent('cc:onConsent', { detail: { cookie: CookieConsent.getCookie() } }))",
  sabotage: "CookieConsent.validConsent = () => { throw new Error('sabotaged') }",
  told: `JSON.parse(decodeURIComponent(/(?:^|; )cc_cookie=([^;]+)/.exec(document.cookie)?.[1] ?? '{}'))
    .services?.analytics?.includes('magnetis')`,
  undecided: [
    "CookieConsent.showPreferences()",
    "CookieConsent.hidePreferences()",
    "dispatchEvent(new CustomEvent('cc:onChange'))",
  ],
  forgets: "CookieConsent.reset(true)",
};
