import type { Leaf } from "./Leaf.ts";
import { LEAF_NAMES, moduleOf } from "./moduleOf.ts";
import type { When } from "./When.ts";

type Rule = Partial<{ all: When[]; any: When[]; not: When }>;

/** Rules nested in each other can be paired in a great many ways; nobody writes deeper ones. */
const MAX_COMPARED_DEPTH = 8;

/** Each rule is compared with all that follow it. */
const written = new WeakMap<object, string>();

/**
 * Whether a rule cannot hold without the other holding too, as far as their form shows it: a `true`
 * is certain, a `false` means only "not seen". Used to find conditions that an earlier one hides.
 */
export function implies(rule: When, other: When, depth = 0): boolean {
  if (depth > MAX_COMPARED_DEPTH) return false;
  const deeper = (one: When, another: When) => implies(one, another, depth + 1);
  const a = rule as Rule;
  const b = other as Rule;
  if (form(rule) === form(other)) return true;
  if (a.any) return a.any.every((child) => deeper(child, other));
  if (b.all) return b.all.every((child) => deeper(rule, child));
  if (b.any?.some((child) => deeper(rule, child))) return true;
  if (a.all?.some((child) => deeper(child, other))) return true;
  if (a.not && b.not) return deeper(b.not, a.not);
  if (b.not) return excludes(rule, b.not, depth + 1);
  if (a.all) return false;
  if (a.not) return covers(a.not, other);
  const alternatives = alternativesOf(rule as Leaf);
  if (alternatives.length > 1 && b.any) return alternatives.every((child) => deeper(child, other));
  return leafImplies(rule as Leaf, other as Leaf);
}

/** Whether two rules cannot both hold, as far as their form shows it: a `false` means only "not seen". */
export function excludes(rule: When, other: When, depth = 0): boolean {
  if (depth > MAX_COMPARED_DEPTH) return false;
  const deeper = (one: When, another: When) => excludes(one, another, depth + 1);
  const a = rule as Rule;
  const b = other as Rule;
  if (a.not && implies(other, a.not, depth + 1)) return true;
  if (b.not && implies(rule, b.not, depth + 1)) return true;
  if (a.any) return a.any.every((child) => deeper(child, other));
  if (b.any) return b.any.every((child) => deeper(rule, child));
  if (a.all) return a.all.some((child) => deeper(child, other));
  if (b.all) return b.all.some((child) => deeper(rule, child));
  if (a.not || b.not) return false;
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

/** Whether of two leaves one always holds. */
function covers(rule: When, other: When): boolean {
  const name = LEAF_NAMES.find((one) => one in rule && one in other);
  return (name && moduleOf(name).covers?.([rule as Leaf, other as Leaf])) ?? false;
}

/** Of a list of values one leaf for each. */
function alternativesOf(leaf: Leaf): Leaf[] {
  const name = LEAF_NAMES.find((one) => one in leaf);
  return (name && moduleOf(name).alternatives?.(leaf)) ?? [leaf];
}

/** Of leaves of one name: what the file of the leaf can tell. */
function leafImplies(leaf: Leaf, other: Leaf): boolean {
  const name = LEAF_NAMES.find((one) => one in leaf && one in other);
  return (name && moduleOf(name).implies?.(leaf, other)) ?? false;
}

function form(rule: object): string {
  const earlier = written.get(rule);
  if (earlier !== undefined) return earlier;
  const made = canonical(rule);
  written.set(rule, made);
  return made;
}

/** One text for rules that differ only in the order of keys and lists. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${key}:${canonical(item)}`).join()}}`;
}
