import type { ManagerFixture } from "../ManagerFixture.ts";
import { PANEL_CLICKS } from "../panelClicks.ts";

/** The visitor's region is found to be another one: the type is set again. */
const TYPE = (type: string) =>
  `wp_consent_type = '${type}'; document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))`;

export const wordpress: ManagerFixture = {
  name: "wordpress",
  ...PANEL_CLICKS,
  ownNames: /^wp_consent_/,
  record: { key: "statistics", signal: "wp_consent_statistics=allow", manager_version: "" },
  repeat: `document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', {
    detail: Object.assign([], { statistics: 'allow' }) }))`,
  sabotage: "wp_has_consent = () => { throw new Error('sabotaged') }",
  told: "({ allow: true, deny: false })[/(?:^|; )wp_consent_statistics=(\\w+)/.exec(document.cookie)?.[1]]",
  undecided: [
    // In both cases `wp_has_consent('statistics')` is true.
    TYPE("optout"),
    TYPE(""),
    TYPE("optin"),
    "wp_set_consent('statistics-anonymous', 'allow')",
  ],
};
