import type { Leaf, LeafName } from "./Leaf.ts";
import type { LeafModule } from "./LeafModule.ts";
import { LEAVES } from "./leaves.ts";

export const LEAF_NAMES = Object.keys(LEAVES) as LeafName[];

/** The key that tells which leaf it is. */
export const leafName = (leaf: Leaf): LeafName => LEAF_NAMES.find((name) => name in leaf) as LeafName;

/** The module of a leaf's name; what it is given is a leaf of that name. */
export const moduleOf = (name: LeafName): LeafModule<Leaf> => LEAVES[name] as LeafModule<Leaf>;

/** The module of a leaf. */
export const leafModule = (leaf: Leaf): LeafModule<Leaf> => moduleOf(leafName(leaf));
