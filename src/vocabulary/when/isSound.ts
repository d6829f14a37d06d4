import type { Unchecked } from "./LeafModule.ts";
import { LEAVES } from "./leaves.ts";
import { LEAF_NAMES, moduleOf } from "./moduleOf.ts";
import { BESIDE } from "./whenSchema.ts";

const JOINERS: ReadonlySet<string> = new Set(["all", "any", "not"]);

/** Whether a rule can be compared with others (`implies`); its own faults are told elsewhere. Takes any JSON. */
export function isSound(when: unknown): boolean {
  if (typeof when !== "object" || when === null || Array.isArray(when)) return false;
  const rule = when as Unchecked;
  const own = Object.keys(rule).filter((key) => !Object.hasOwn(BESIDE, key));
  const joined = [rule.all, rule.any].filter((children) => children !== undefined);
  return (
    own.length === 1 &&
    own.every((key) => JOINERS.has(key) || Object.hasOwn(LEAVES, key)) &&
    joined.every(
      (children) =>
        Array.isArray(children) && children.length > 0 && children.every((child) => isSound(child)),
    ) &&
    (rule.not === undefined || isSound(rule.not)) &&
    LEAF_NAMES.every((name) => !Object.hasOwn(rule, name) || (moduleOf(name).isSound?.(rule) ?? true))
  );
}
