import type { Adapter } from "../Adapter.js";
/** IAB TCF 2.2 and 2.3, in the same frame or through the locator of an ancestor. */
export declare const tcf: Adapter;
