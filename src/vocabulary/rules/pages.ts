import { shape, whole } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { LeafProblem, Unchecked } from "../when/LeafModule.ts";

/** Pages viewed so far, the current one included; both bounds inclusive. */
export type PagesLeaf = { pages: { min?: number; max?: number } };

export const schema = () => ({
  pages: shape(
    "Pages viewed so far, the current one included; both bounds inclusive.",
    {
      min: whole("At least so many pages.", 1, 1_000_000),
      max: whole("At most so many pages.", 1, 1_000_000),
    },
    { minProperties: 1 },
  ),
});

export const matches = ({ min = 0, max = 1 / 0 }: PagesLeaf["pages"], { view }: Facts): boolean =>
  view.pages >= min && view.pages <= max;

export const compile = ({ pages: { min, max } }: PagesLeaf): string =>
  [min && `view.pages>=${min}`, max !== undefined && `view.pages<=${max}`].filter(Boolean).join("&&") ||
  "true";

export const implies = ({ pages }: PagesLeaf, other: PagesLeaf): boolean =>
  (pages.min ?? 1) >= (other.pages.min ?? 1) &&
  (pages.max ?? Number.POSITIVE_INFINITY) <= (other.pages.max ?? Number.POSITIVE_INFINITY);

const firstOf = ({ pages: { min = 1 } }: PagesLeaf): number => min;
const lastOf = ({ pages: { max = Number.POSITIVE_INFINITY } }: PagesLeaf): number => max;

export const excludes = (leaf: PagesLeaf, other: PagesLeaf): boolean =>
  lastOf(leaf) < firstOf(other) || lastOf(other) < firstOf(leaf);

export function covers(leaves: readonly PagesLeaf[]): boolean {
  const sorted = leaves.toSorted((a, b) => firstOf(a) - firstOf(b));
  let next = 1;
  for (const leaf of sorted) if (firstOf(leaf) <= next) next = Math.max(next, lastOf(leaf) + 1);
  return next === Number.POSITIVE_INFINITY;
}

export const isSound = ({ pages }: Unchecked): boolean =>
  typeof pages === "object" &&
  pages !== null &&
  Object.keys(pages).length > 0 &&
  Object.entries(pages).every(
    ([key, bound]) => (key === "min" || key === "max") && typeof bound === "number",
  );

export function problems({ pages }: Unchecked): LeafProblem[] {
  const { min, max } = (pages ?? {}) as Unchecked;
  if (typeof min !== "number" || typeof max !== "number" || min <= max) return [];
  return [
    {
      at: "pages",
      isError: true,
      code: "range",
      message: `"min" ${min} is greater than "max" ${max}: it never holds`,
      found: min,
      expected: `at most ${max}`,
    },
  ];
}

export const describe = (_: PagesLeaf, { view }: Facts): string => `pages viewed: ${view.pages}`;

const bounds = ({ pages: { min, max } }: PagesLeaf) =>
  [min !== undefined && `≥ ${min}`, max !== undefined && `≤ ${max}`].filter(Boolean).join(" ");

export const words = {
  en: (leaf: PagesLeaf) => `pages viewed ${bounds(leaf)}`,
  fr: (leaf: PagesLeaf) => `pages vues ${bounds(leaf)}`,
};
