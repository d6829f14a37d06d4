import type { Leaf } from "./Leaf.ts";

/** A rule: one leaf, or rules that are joined. An object has exactly one of these shapes. */
export type When = Leaf | { all: When[] } | { any: When[] } | { not: When };
