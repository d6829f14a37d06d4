import type { PageSite } from "../vocabulary/site.js";
/**
 * The site whose script this is. In a script that the endpoint compiles, the site's configuration stands
 * in this file's place, so that the minifier can fold it in; elsewhere `configure` fills it.
 */
export declare const site: PageSite;
export declare function configure(found: PageSite): void;
