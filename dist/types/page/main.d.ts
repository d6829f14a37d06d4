import type { Adapter } from "../managers/Adapter.js";
import type { Mgt } from "./api/types.js";
/** Starts, once, with the site in `site.ts`. */
export declare function start(adapters: readonly Adapter[]): Mgt;
