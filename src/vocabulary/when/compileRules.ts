import { quote } from "../compilePatterns.ts";
import type { Leaf, LeafName } from "./Leaf.ts";
import { leavesIn } from "./leavesIn.ts";
import { leafModule, leafName } from "./moduleOf.ts";
import type { When } from "./When.ts";

/** Name under which a script calls the `matches` of a leaf that is not compiled. */
export const callName = (name: LeafName): string => `${name}Matches`;

function compileLeaf(leaf: Leaf): string {
  const { compile } = leafModule(leaf);
  if (compile) return `(${compile(leaf)})`;
  const name = leafName(leaf);
  const wanted = (leaf as unknown as Record<LeafName, unknown>)[name];
  return `${callName(name)}(${quote(wanted)},{url,host,channel,view},${quote(leaf)})`;
}

function compileWhen(when: When): string {
  if ("all" in when) return `(${when.all.map(compileWhen).join("&&") || "true"})`;
  if ("any" in when) return `(${when.any.map(compileWhen).join("||") || "false"})`;
  if ("not" in when) return `!${compileWhen(when.not)}`;
  return compileLeaf(when);
}

/**
 * Rules as a JavaScript expression: the index of the first that holds, or how many there are. It reads the
 * facts by their names, and `param(name)`, a query parameter of the reference entry. It decides what
 * `matches` decides, without the code that interprets: a property test holds the two together.
 */
export const compileRules = (rules: readonly When[]): string =>
  rules.map((when, index) => `${compileWhen(when)}?${index}:`).join("") + rules.length;

/** The leaves whose `matches` the expression calls, as `callName` says. */
export function calledIn(rules: readonly When[]): LeafName[] {
  const called = rules.flatMap(leavesIn).filter((leaf) => !leafModule(leaf).compile);
  return [...new Set(called.map(leafName))];
}
