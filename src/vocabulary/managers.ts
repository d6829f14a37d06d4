/** Names of the consent managers in `consent.manager`, besides `auto`. */
export const MANAGERS = [
  "manual",
  "axeptio",
  "didomi",
  "tarteaucitron",
  "tcf",
  "piwikpro",
  "klaro",
  "orejime",
  "cookieconsent",
  "onetrust",
  "cookiebot",
  "usercentrics",
  "complianz",
  "wordpress",
  "google",
] as const;

export type ManagerName = (typeof MANAGERS)[number];

/** Managers that this version can hear. A site that names another stays at level 0; `mgt check` warns. */
export const SUPPORTED_MANAGERS: readonly ManagerName[] = ["manual", "tarteaucitron", "tcf"];
