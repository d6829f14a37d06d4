import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { siteSchema } from "../../../../src/endpoint/configuration/siteSchema.ts";
import { implies } from "../../../../src/vocabulary/when/implies.ts";
import { inWords } from "../../../../src/vocabulary/when/inWords.ts";
import { matches } from "../../../../src/vocabulary/when/matches.ts";
import { LEAF_NAMES, leafModule } from "../../../../src/vocabulary/when/moduleOf.ts";
import { winner } from "../when/winner.ts";
import { casesOf, FACTS, facts } from "./Cases.ts";

const isValid = new Ajv2020({ strict: false }).compile({
  $ref: "#/$defs/when",
  $defs: siteSchema.$defs,
});

describe.each(LEAF_NAMES)("%s", async (name) => {
  const { leaves, rows, implied = [], said } = await casesOf(name);

  test.each(rows.map(([leaf, holds]) => [JSON.stringify(leaf), holds, leaf] as const))(
    "%s: %s",
    (_, holds, leaf) => {
      expect(matches(leaf, FACTS)).toBe(holds);
      expect(winner([leaf], FACTS)).toBe(holds ? 0 : 1);
    },
  );

  test("is in the schema, one that holds and one that does not", () => {
    for (const holds of [true, false])
      expect(
        rows.some(([leaf, isHeld]) => isHeld === holds && isValid(leaf)),
        String(holds),
      ).toBe(true);
  });

  test("compiled decides what the interpreted leaf decides, and both happen", () => {
    let held = 0;
    const runs = 1000;
    fc.assert(
      fc.property(leaves, facts, (leaf, found) => {
        const interpreted = matches(leaf, found);
        held += Number(interpreted);
        expect(winner([leaf], found)).toBe(interpreted ? 0 : 1);
      }),
      { numRuns: runs },
    );
    expect(held).toBeGreaterThan(runs / 50);
    expect(held).toBeLessThan(runs * 0.98);
  }, 60_000);

  test("what it implies is certain", () => {
    fc.assert(
      fc.property(leaves, leaves, facts, (leaf, other, found) => {
        if (isValid(leaf) && isValid(other) && implies(leaf, other) && matches(leaf, found))
          expect(matches(other, found)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    for (const [leaf, other, isImplied] of implied)
      expect(implies(leaf, other), JSON.stringify([leaf, other])).toBe(isImplied);
  });

  test("says what it demands, and what was found", () => {
    for (const [leaf, found, words] of said) {
      expect(leafModule(leaf).describe(leaf, FACTS)).toBe(found);
      expect(inWords(leaf, "en")).toBe(words);
      expect(inWords(leaf, "fr")).not.toBe("");
    }
    expect(said.length).toBeGreaterThan(0);
  });
});
