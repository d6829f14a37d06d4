import { COMPARISONS } from "../rules/param.ts";
import type { Facts } from "./Facts.ts";
import { MATCHERS } from "./matchers.ts";
import type { When } from "./When.ts";

/** What each key of a rule demands, by the value that the rule gives it. */
const DEMANDS: Readonly<Record<string, (wanted: never, facts: Facts, rule: never) => unknown>> = {
  all: (rules: When[], facts) => rules.every((rule) => matches(rule, facts)),
  any: (rules: When[], facts) => rules.some((rule) => matches(rule, facts)),
  not: (rule: When, facts) => !matches(rule, facts),
  ...MATCHERS,
};

/** Whether all that a rule demands holds. What is no rule never holds. */
export function matches(when: When, facts: Facts): boolean {
  const keys = Object.entries(when);
  return (
    keys.length > 0 &&
    keys.every(([key, wanted]) =>
      Object.hasOwn(DEMANDS, key)
        ? DEMANDS[key]?.(wanted as never, facts, when as never)
        : // `param` looks at them.
          "param" in when && Object.hasOwn(COMPARISONS, key),
    )
  );
}
