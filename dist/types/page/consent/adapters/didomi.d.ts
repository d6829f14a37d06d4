import type { Adapter } from "../Adapter.js";
/** Didomi. In its status a vendor is enabled only if its purposes are too. */
export declare const didomi: Adapter;
