import fc from "fast-check";
import type { PagesLeaf } from "../../../../src/vocabulary/rules/pages.ts";
import type { Cases } from "./Cases.ts";

export const cases: Cases<PagesLeaf> = {
  leaves: fc.record({ pages: fc.record({ min: fc.nat(3), max: fc.nat(3) }, { requiredKeys: [] }) }),
  rows: [
    [{ pages: { min: 2 } }, true],
    [{ pages: { min: 3 } }, false],
    [{ pages: { max: 2 } }, true],
    [{ pages: { max: 1 } }, false],
    [{ pages: { min: 1, max: 3 } }, true],
    [{ pages: {} }, true],
  ],
  implied: [
    [{ pages: { min: 3 } }, { pages: { min: 2 } }, true],
    [{ pages: { min: 2 } }, { pages: { min: 3 } }, false],
    [{ pages: { min: 2, max: 3 } }, { pages: { max: 4 } }, true],
    [{ pages: { max: 4 } }, { pages: { min: 1 } }, true],
  ],
  said: [[{ pages: { min: 3, max: 5 } }, "pages viewed: 2", "pages viewed ≥ 3 ≤ 5"]],
};
