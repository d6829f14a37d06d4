import type { SiteInput } from "../../vocabulary/site.js";
import type { Mgt } from "../api/types.js";
export type { SiteInput } from "../../vocabulary/site.js";
export type * from "../api/types.js";
/**
 * Starts mgt on this page and returns what `window.mgt` offers, as functions. Once per page. Where there is no
 * page, such as on a server, it does nothing, and neither do the functions.
 *
 * @param input as in the configuration file; `endpoint` is where events go, without it the script only swaps
 */
export declare function start(input: SiteInput): Mgt;
