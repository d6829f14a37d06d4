import type { Adapter } from "./consent/Adapter.js";
import type { Mgt } from "./types.js";
/** Starts, once, with the site in `site.ts`. */
export declare function start(adapters: readonly Adapter[]): Mgt;
