import type { LeafProblem, Unchecked } from "./LeafModule.ts";
import { LEAF_NAMES, moduleOf } from "./moduleOf.ts";

/** What is wrong with the meaning of a rule's own leaf, beyond its shape. Takes any object. */
export const leafProblems = (rule: Unchecked): LeafProblem[] =>
  LEAF_NAMES.filter((name) => Object.hasOwn(rule, name)).flatMap(
    (name) => moduleOf(name).problems?.(rule) ?? [],
  );
