import type { PageSite, SiteInput } from "./site.js";
/** Round trips through these hosts (payment, sign-in) bring the visitor back; they are not sources. */
export declare const REFERRER_IGNORE: string[];
/** Fills in what a site leaves out, as far as the script is concerned; the endpoint adds its own keys. */
export declare function siteDefaults(input: SiteInput): PageSite;
