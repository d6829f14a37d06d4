/**
 * The consent managers that `consent.manager` may name, in the order in which `auto` hears them. This is the
 * one list of them that is kept by hand; everything else of a manager stands in `src/managers/<name>/`.
 */
export declare const MANAGER_NAMES: readonly ["manual", "axeptio", "didomi", "tarteaucitron", "usercentrics", "tcf", "klaro", "orejime", "cookieconsent", "onetrust", "cookiebot", "complianz", "wordpress", "piwikpro", "google"];
export type ManagerName = (typeof MANAGER_NAMES)[number];
