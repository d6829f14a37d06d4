import { excludes, implies } from "./implies.ts";
import type { Leaf, LeafName } from "./Leaf.ts";
import { LEAF_NAMES, leafName, moduleOf } from "./moduleOf.ts";
import type { When } from "./When.ts";

export type Certainty = "always" | "never" | undefined;

/** Rules that are compared with each other: the work grows with the square of their number. */
const MAX_COMPARED = 100;

const isLeaf = (when: When): when is Leaf => LEAF_NAMES.some((name) => name in when);

/** Whether a rule holds always or never, whatever the facts, as far as its form shows it. It must be sound. */
export function certainty(when: When): Certainty {
  if ("not" in when) return OPPOSITE[certainty(when.not) ?? ""];
  if ("all" in when) {
    const parts = when.all.map(certainty);
    if (parts.includes("never") || hasPair(when.all, excludes)) return "never";
    return parts.every((part) => part === "always") ? "always" : undefined;
  }
  if ("any" in when) {
    const parts = when.any.map(certainty);
    if (parts.includes("always") || isCovered(when.any)) return "always";
    return parts.every((part) => part === "never") ? "never" : undefined;
  }
  return moduleOf(leafName(when)).covers?.([when]) ? "always" : undefined;
}

const OPPOSITE: Readonly<Record<string, Certainty>> = { always: "never", never: "always" };

/** Whether one of several rules holds always: what one leaves the next one takes. */
export function isCovered(rules: readonly When[]): boolean {
  const flat = rules.flatMap(function alternatives(rule): When[] {
    return "any" in rule ? rule.any.flatMap(alternatives) : [rule];
  });
  const byName = new Map<LeafName, Leaf[]>();
  for (const leaf of flat.filter(isLeaf)) {
    const name = leafName(leaf);
    byName.set(name, [...(byName.get(name) ?? []), leaf]);
  }
  if ([...byName].some(([name, leaves]) => moduleOf(name).covers?.(leaves))) return true;
  return hasPair(flat, (one, other) => "not" in one && implies(one.not, other));
}

const hasPair = (rules: readonly When[], test: (one: When, other: When) => boolean): boolean =>
  rules.length <= MAX_COMPARED &&
  rules.some((one) => rules.some((other) => one !== other && test(one, other)));
