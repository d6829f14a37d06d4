/**
 * The consent managers that `consent.manager` may name, in the order in which `auto` hears them. This is the
 * one list of them that is kept by hand; everything else of a manager stands in `src/managers/<name>/`.
 */
export const MANAGER_NAMES = [
  "manual",
  "axeptio",
  "didomi",
  "tarteaucitron",
  "usercentrics",
  "tcf",
  "klaro",
  "orejime",
  "cookieconsent",
  "onetrust",
  "cookiebot",
  "complianz",
  "wordpress",
  "piwikpro",
  "google",
] as const;

export type ManagerName = (typeof MANAGER_NAMES)[number];
