import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matches } from "../../../../src/vocabulary/when/matches.ts";
import { LEAF_NAMES } from "../../../../src/vocabulary/when/moduleOf.ts";
import type { When } from "../../../../src/vocabulary/when/When.ts";
import { casesOf, facts } from "../rules/Cases.ts";
import { winner } from "./winner.ts";

const cases = await Promise.all(LEAF_NAMES.map(casesOf));

const when: fc.Arbitrary<When> = fc.letrec<{ when: When }>((tie) => ({
  when: fc.oneof(
    { depthSize: "small" },
    fc.oneof(...cases.map(({ leaves }) => leaves)),
    fc.record({ all: fc.array(tie("when"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("when"), { maxLength: 3 }) }),
    fc.record({ not: tie("when") }),
  ),
})).when;

describe("a rule compiled into a site's script", () => {
  test("decides what the interpreted rule decides", () => {
    let held = 0;
    fc.assert(
      fc.property(when, facts, (rule, found) => {
        const interpreted = matches(rule, found);
        held += Number(interpreted);
        expect(winner([rule], found)).toBe(interpreted ? 0 : 1);
      }),
      { numRuns: 5000 },
    );
    // Both outcomes were met often: the property is not empty.
    expect(held).toBeGreaterThan(500);
    expect(held).toBeLessThan(4500);
  }, 60_000);

  test("of several the first that holds wins, none where none does", () => {
    fc.assert(
      fc.property(fc.array(when, { maxLength: 4 }), facts, (rules, found) => {
        const first = rules.findIndex((rule) => matches(rule, found));
        expect(winner(rules, found)).toBe(first < 0 ? rules.length : first);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
