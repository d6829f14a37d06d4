import type { Adapter } from "../Adapter.js";
/** Axeptio for brands. Its build for publishers speaks TCF. */
export declare const axeptio: Adapter;
