import type { LeafTypes } from "./leafTypes.js";
/** The key that tells a leaf from the others. */
export type LeafName = keyof LeafTypes;
/** One test of the rule language. An object has exactly one of these shapes. */
export type Leaf = LeafTypes[LeafName];
