import { implies } from "./implies.ts";
import type { Leaf } from "./Leaf.ts";
import { LEAF_NAMES, moduleOf } from "./moduleOf.ts";
import type { When } from "./When.ts";

type Rule = Partial<{ all: When[]; any: When[]; not: When }>;

const MAX_COMPARED_DEPTH = 8;

/** Whether two rules cannot both hold, as far as their form shows it: a `false` means only "not seen". */
export function excludes(rule: When, other: When, depth = 0): boolean {
  if (depth > MAX_COMPARED_DEPTH) return false;
  const deeper = (one: When, another: When) => excludes(one, another, depth + 1);
  const a = rule as Rule;
  const b = other as Rule;
  if (a.not && implies(other, a.not)) return true;
  if (b.not && implies(rule, b.not)) return true;
  if (a.not || b.not) return false;
  if (a.any) return a.any.every((child) => deeper(child, other));
  if (b.any) return b.any.every((child) => deeper(rule, child));
  if (a.all) return a.all.some((child) => deeper(child, other));
  if (b.all) return b.all.some((child) => deeper(rule, child));
  return leavesExclude(rule as Leaf, other as Leaf) || isUntagged(rule, other) || isUntagged(other, rule);
}

function leavesExclude(leaf: Leaf, other: Leaf): boolean {
  const name = LEAF_NAMES.find((one) => one in leaf && one in other);
  return (name && moduleOf(name).excludes?.(leaf, other)) ?? false;
}

/** A direct arrival has neither a referrer nor a tag: with one of them it is of another channel. */
const isUntagged = (rule: When, other: When): boolean =>
  "channel" in rule &&
  [rule.channel].flat().every((channel) => channel === "direct") &&
  ("referrer" in other || ("param" in other && /^utm_|clid$/.test(other.param)));
