/** What of `consent` a manager's adapter looks at: our vendor or service, a category, or TCF's ids. */
export type ManagerSetting = "key" | "category" | "vendor" | "purposes";

/** The consent managers in `consent.manager`, besides `auto`, and what of `consent` counts with each. */
export const MANAGER_SETTINGS = {
  manual: [],
  axeptio: ["key"],
  didomi: ["key"],
  tarteaucitron: ["key"],
  tcf: ["vendor", "purposes"],
  piwikpro: ["category"],
  klaro: ["key"],
  orejime: ["key"],
  cookieconsent: ["key", "category"],
  onetrust: ["category"],
  cookiebot: ["category"],
  usercentrics: ["key"],
  complianz: ["category"],
  wordpress: ["category"],
  google: ["category"],
} as const satisfies Record<string, readonly ManagerSetting[]>;

export type ManagerName = keyof typeof MANAGER_SETTINGS;

export const MANAGERS = Object.keys(MANAGER_SETTINGS) as readonly ManagerName[];

/** Managers with an adapter: `manual` is the site's own calls. */
const ADAPTED = MANAGERS.filter((name) => name !== "manual");

/** The managers that a site hears. In `auto` all, but Google's only where it is asked for by name. */
export function heardManagers(manager: ManagerName | "auto"): readonly ManagerName[] {
  return ADAPTED.filter((name) => (manager === "auto" ? name !== "google" : name === manager));
}
