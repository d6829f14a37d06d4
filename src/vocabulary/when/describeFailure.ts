import type { Facts } from "./Facts.ts";
import { leafModule } from "./moduleOf.ts";
import type { When } from "./When.ts";

/** Why a rule did not hold, in words: `{"param":"gclid"}, but the parameter is absent`. */
export function describeFailure(failed: When, facts: Facts): string {
  if ("all" in failed || "any" in failed) return JSON.stringify(failed);
  const found = "not" in failed ? "what it excludes holds" : leafModule(failed).describe(failed, facts);
  return `${JSON.stringify(failed)}, but ${found}`;
}
