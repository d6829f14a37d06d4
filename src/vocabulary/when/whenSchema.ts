import { ref, shape } from "../schemas.ts";
import { LEAF_NAMES, moduleOf } from "./moduleOf.ts";

/** Keys that stand beside a leaf's own, by name: the leaf that they go with. */
export const BESIDE: Readonly<Record<string, string>> = Object.fromEntries(
  LEAF_NAMES.flatMap((name) =>
    Object.keys(moduleOf(name).schema())
      .filter((key) => key !== name)
      .map((key) => [key, name]),
  ),
);

const joined = (description: string) => ({ type: "array", minItems: 1, items: ref("when"), description });

/** JSON Schema of a rule. */
export const whenSchema = shape(
  "A rule: exactly one of `all`, `any`, `not` or one leaf. Globs: `*` is any run of characters.",
  {
    all: joined("Every one of these rules holds."),
    any: joined("At least one of these rules holds."),
    not: ref("when", "The rule does not hold."),
    ...Object.assign({}, ...LEAF_NAMES.map((name) => moduleOf(name).schema())),
  },
  {
    oneOf: ["all", "any", "not", ...LEAF_NAMES].map((key) => ({ required: [key] })),
    dependentRequired: Object.fromEntries(Object.entries(BESIDE).map(([key, name]) => [key, [name]])),
    maxProperties: 2,
  },
);
