import type { PageSite } from "./site.js";
/** Hosts whose referral is no entry, besides the page's own: those of `origins`, and `referrerIgnore`. */
export declare function insideHosts({ origins, referrerIgnore }: PageSite): string[];
