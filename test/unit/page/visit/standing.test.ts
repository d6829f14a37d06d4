import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as rows from "../../../../src/page/visit/standing.ts";
import {
  type Deed,
  type Known,
  rowFor,
  STANDING_ROWS,
  type StandingRow,
  standingOf,
  wordOf,
  YES_ROWS,
  type Yes,
} from "../../../../src/page/visit/standing.ts";

const VALUES: { [K in keyof Known]: readonly Known[K][] } = {
  word: ["yes", "no", "undecided"],
  latestYes: ["awaited", "in force", "used up"],
  mayAct: [true, false],
  hasSpoken: [true, false],
  wasErased: [true, false],
};

/** Every combination of what can be known. */
const ALL = Object.entries(VALUES).reduce<Partial<Known>[]>(
  (all, [fact, values]) => all.flatMap((known) => values.map((value) => ({ ...known, [fact]: value }))),
  [{}],
) as Known[];

/** An ordinary visitor whose consent is in force, but for what a test changes. */
const known = (changes: Partial<Known>): Known => ({
  word: "yes",
  latestYes: "in force",
  mayAct: true,
  hasSpoken: false,
  wasErased: false,
  ...changes,
});

test.each([
  ["granted", true, "yes"],
  ["granted", false, "yes"],
  ["denied", true, "no"],
  ["denied", false, "no"],
  ["not_applicable", true, "no"],
  ["not_applicable", false, "no"],
  ["pending", true, "undecided"],
  ["pending", false, "yes"],
  ["unknown", true, "undecided"],
  ["unknown", false, "yes"],
] as const)("%s, consent asked for: %s, is %s", (status, isAsked, word) => {
  expect(wordOf(status, isAsked)).toBe(word);
});

describe("row by row, the latest yes", () => {
  test.each<[string, Partial<Known>, Yes]>([
    ["a no ends one in force", { word: "no" }, "awaited"],
    ["a no ends one that is used up", { word: "no", latestYes: "used up" }, "awaited"],
    ["a no that the site speaks too", { word: "no", hasSpoken: true }, "awaited"],
    ["the site's word is a new one", { latestYes: "used up", hasSpoken: true }, "in force"],
    ["and counts even where the visitor was erased", { hasSpoken: true, wasErased: true }, "in force"],
    ["an erasure uses it up", { wasErased: true }, "used up"],
    ["also while there is doubt", { word: "undecided", wasErased: true }, "used up"],
    ["an erasure before any yes uses none up", { latestYes: "awaited", wasErased: true }, "in force"],
    ["the first one counts", { latestYes: "awaited" }, "in force"],
    ["doubt leaves it as it was", { word: "undecided" }, "in force"],
    ["the same yes after doubt does not renew it", { latestYes: "used up" }, "used up"],
  ])("%s", (_, changes, latestYes) => {
    expect(standingOf(known(changes)).latestYes).toBe(latestYes);
  });
});

describe("row by row, what is done", () => {
  test.each<[string, Partial<Known>, Deed[]]>([
    ["refusedUnseen", { word: "no", mayAct: false }, []],
    ["refused", { word: "no" }, ["halt", "forget"]],
    ["usedUp", { latestYes: "used up" }, ["halt"]],
    ["usedUp", { wasErased: true }, ["halt"]],
    ["grantedAnew", { wasErased: true, hasSpoken: true }, ["halt", "keep"]],
    ["granted", {}, ["replay", "keep"]],
    ["erased", { word: "undecided", latestYes: "awaited", wasErased: true }, ["halt"]],
    ["undecided", { word: "undecided" }, ["replay"]],
    ["undecided", { mayAct: false }, ["replay"]],
  ])("%s", (name, changes, deeds) => {
    const found = standingOf(known(changes));
    expect(found.deeds).toEqual(deeds);
    const row = rowFor(STANDING_ROWS, { ...known(changes), latestYes: found.latestYes });
    expect(row).toBe((rows as unknown as Record<string, StandingRow>)[name]);
  });

  test("every row is of use, and every combination has exactly one", () => {
    const used = new Set<unknown>();
    for (const each of ALL) {
      const { latestYes, deeds } = standingOf(each);
      const row = rowFor(STANDING_ROWS, { ...each, latestYes });
      expect(row?.gives).toBe(deeds);
      used.add(row).add(rowFor(YES_ROWS, each));
    }
    used.delete(undefined);
    expect(used).toEqual(new Set([...STANDING_ROWS, ...YES_ROWS]));
    expect(ALL).toHaveLength(72);
  });
});

describe("in every combination", () => {
  test.each(ALL)("%o", (each) => {
    const { deeds, latestYes } = standingOf(each);
    const { word, mayAct, hasSpoken, wasErased } = each;
    if (deeds.includes("keep")) {
      expect(word).toBe("yes");
      expect(mayAct).toBe(true);
      expect(latestYes).toBe("in force");
      // Whoever was erased is not found again: what follows is a new visitor.
      if (wasErased) expect(hasSpoken || each.latestYes === "awaited").toBe(true);
    }
    if (word === "no") {
      expect(deeds).not.toContain("keep");
      // What is stored is not even looked at.
      expect(deeds).not.toContain("replay");
      expect(deeds.includes("forget")).toBe(mayAct);
    } else expect(deeds).not.toContain("forget");
    if (!mayAct) for (const deed of ["keep", "forget"] as const) expect(deeds).not.toContain(deed);
    if (each.latestYes === "used up" && word !== "no" && !hasSpoken) {
      expect(deeds).toEqual(["halt"]);
      expect(latestYes).toBe("used up");
    }
    // Nobody goes on from what is stored and drops what was viewed since.
    expect(deeds.includes("halt") && deeds.includes("replay")).toBe(false);
  });
});

test("in whatever order things happen, a yes that is used up keeps nobody until a new one", () => {
  const happening = fc.record({
    word: fc.constantFrom(...VALUES.word),
    hasSpoken: fc.boolean(),
    wasErased: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 20 }), (happenings) => {
      let latestYes: Yes = "awaited";
      let isUsedUp = false;
      let wasHeard = false;
      for (const { word, hasSpoken, wasErased } of happenings) {
        const next = standingOf({ word, hasSpoken, wasErased, latestYes, mayAct: true });
        if (word === "no" || hasSpoken) isUsedUp = false;
        else if (wasErased && wasHeard) isUsedUp = true;
        wasHeard = word !== "no" && (wasHeard || hasSpoken || word === "yes");
        expect(next.deeds.includes("keep")).toBe(word === "yes" && !isUsedUp);
        ({ latestYes } = next);
      }
    }),
    { numRuns: 2000 },
  );
});
