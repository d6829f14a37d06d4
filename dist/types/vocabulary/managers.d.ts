/** What of `consent` a manager's adapter looks at: our vendor or service, a category, or TCF's ids. */
export type ManagerSetting = "key" | "category" | "vendor" | "purposes";
/** The consent managers in `consent.manager`, besides `auto`, and what of `consent` counts with each. */
export declare const MANAGER_SETTINGS: {
    readonly manual: readonly [];
    readonly axeptio: readonly ["key"];
    readonly didomi: readonly ["key"];
    readonly tarteaucitron: readonly ["key"];
    readonly tcf: readonly ["vendor", "purposes"];
    readonly piwikpro: readonly ["category"];
    readonly klaro: readonly ["key"];
    readonly orejime: readonly ["key"];
    readonly cookieconsent: readonly ["key", "category"];
    readonly onetrust: readonly ["category"];
    readonly cookiebot: readonly ["category"];
    readonly usercentrics: readonly ["key"];
    readonly complianz: readonly ["category"];
    readonly wordpress: readonly ["category"];
    readonly google: readonly ["category"];
};
export type ManagerName = keyof typeof MANAGER_SETTINGS;
/** Whose adapter may read a promise. */
export declare const ANSWER_LATE: readonly ManagerName[];
export declare const MANAGERS: readonly ManagerName[];
/** Whether a site hears a manager. In `auto` it hears all, but Google's only where it is asked for by name. */
export declare const isHeard: (name: ManagerName, manager: ManagerName | "auto") => boolean;
/** The managers that a site hears by their adapters; `manual` has none: it is the site's own calls. */
export declare const heardManagers: (manager: ManagerName | "auto") => readonly ManagerName[];
