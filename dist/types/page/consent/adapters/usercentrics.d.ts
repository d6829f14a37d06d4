import type { Adapter } from "../Adapter.js";
/** Usercentrics 3; and 2, which is `UC_UI` alone (version 3 has one too, that does not tell the type). */
export declare const usercentrics: Adapter;
