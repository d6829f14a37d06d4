import type { PageSite, SiteInput } from "./site.js";
/**
 * Fills in what the script cannot do without where nobody has compiled it for its site; to the rest it is
 * all the same whether a key is absent or has its default (`siteDefaults`).
 */
export declare function pageDefaults(input: SiteInput): PageSite;
