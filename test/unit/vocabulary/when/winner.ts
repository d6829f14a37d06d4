import { callName, compileRules } from "../../../../src/vocabulary/when/compileRules.ts";
import type { Facts } from "../../../../src/vocabulary/when/Facts.ts";
import { LEAVES } from "../../../../src/vocabulary/when/leaves.ts";
import { LEAF_NAMES } from "../../../../src/vocabulary/when/moduleOf.ts";
import type { When } from "../../../../src/vocabulary/when/When.ts";

/** Index of the first rule that holds, as a site's script finds it. */
export function winner(rules: readonly When[], { url, host, channel, view }: Facts): unknown {
  const called = Object.fromEntries(LEAF_NAMES.map((name) => [callName(name), LEAVES[name].matches]));
  const param = (name: string) => url.searchParams.get(name);
  const names = { ...called, param, url, host, channel, view };
  return new Function(...Object.keys(names), `return ${compileRules(rules)}`)(...Object.values(names));
}
