import type { PageSite } from "../../vocabulary/site.js";
import { type Rules } from "../entry/rulesOf.js";
/**
 * The site whose script this is. In a script that the endpoint compiles, a file with the site's
 * configuration and its conditions as code stands in this one's place (`siteModule`).
 */
export declare const site: PageSite;
export declare const rules: Rules;
export declare function configure(found: PageSite): void;
