import type { Leaf } from "./Leaf.js";
import type { When } from "./When.js";
/** The leaves of a rule, in the order in which they stand. */
export declare function leavesIn(when: When): Leaf[];
