import type { Leaf } from "./Leaf.ts";
import type { When } from "./When.ts";

/** The leaves of a rule, in the order in which they stand. */
export function leavesIn(when: When): Leaf[] {
  if ("all" in when) return when.all.flatMap(leavesIn);
  if ("any" in when) return when.any.flatMap(leavesIn);
  if ("not" in when) return leavesIn(when.not);
  return [when];
}
