import { type Rules, rulesOf } from "../../vocabulary/rulesOf.ts";
import type { PageSite } from "../../vocabulary/site.ts";

/**
 * The site whose script this is. In a script that the endpoint compiles, a file with the site's
 * configuration and its conditions as code stands in this one's place (`siteModule`).
 */
export const site = {} as PageSite;
export const rules = {} as Rules;

export function configure(found: PageSite): void {
  Object.assign(site, found);
  Object.assign(rules, rulesOf(found));
}
