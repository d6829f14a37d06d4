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

/** Whose adapter may read a promise. */
export const ANSWER_LATE: readonly ManagerName[] = ["piwikpro", "usercentrics"];

export const MANAGERS = /* @__PURE__ */ Object.keys(MANAGER_SETTINGS) as readonly ManagerName[];

/** Whether a site hears a manager. In `auto` it hears all, but Google's only where it is asked for by name. */
export const isHeard = (name: ManagerName, manager: ManagerName | "auto"): boolean =>
  manager === "auto" ? name !== "google" : name === manager;

/** The managers that a site hears by their adapters; `manual` has none: it is the site's own calls. */
export const heardManagers = (manager: ManagerName | "auto"): readonly ManagerName[] =>
  MANAGERS.filter((name) => name !== "manual" && isHeard(name, manager));
