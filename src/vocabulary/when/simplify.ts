import { type Certainty, certainty } from "./certainty.ts";
import type { When } from "./When.ts";

/** The same rule with `not` before leaves alone, without lists of one, and without what decides nothing in its list. */
export function simplify(when: When, isNegated = false): When {
  if ("not" in when) return simplify(when.not, !isNegated);
  if (!("all" in when || "any" in when)) return isNegated ? { not: when } : when;
  const rules = "all" in when ? when.all : when.any;
  const isAll = "all" in when !== isNegated;
  const parts = rules
    .map((rule) => simplify(rule, isNegated))
    .flatMap((part) => (isAll && "all" in part ? part.all : !isAll && "any" in part ? part.any : [part]));
  const idle: Certainty = isAll ? "always" : "never";
  const deciding = parts.filter((part) => certainty(part) !== idle);
  const [first, ...more] = deciding.length > 0 ? deciding : parts.slice(0, 1);
  if (first && more.length === 0) return first;
  return isAll ? { all: deciding } : { any: deciding };
}
