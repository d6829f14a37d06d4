import type { Matchers } from "./LeafModule.js";
export declare const MATCHERS: Matchers;
