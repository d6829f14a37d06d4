import { describe, expect, test } from "vitest";
import { matches } from "../../../../src/vocabulary/when/matches.ts";
import type { When } from "../../../../src/vocabulary/when/When.ts";
import { FACTS } from "../rules/Cases.ts";

// What each leaf demands: `../rules/eachLeaf.test.ts`.
const ROWS: readonly [When, boolean][] = [
  [{ not: { param: "gclid" } }, false],
  [{ not: { param: "absent" } }, true],
  [{ all: [{ param: "gclid" }, { device: "mobile" }] }, true],
  [{ all: [{ param: "gclid" }, { device: "desktop" }] }, false],
  [{ any: [{ param: "absent" }, { device: "mobile" }] }, true],
  [{ any: [{ param: "absent" }, { device: "desktop" }] }, false],
  [{ all: [] }, true],
  [{ any: [] }, false],
  [{ all: [{ any: [{ not: { channel: "email" } }] }, { pages: { min: 2 } }] }, true],
];

test.each(ROWS.map(([when, expected]) => [JSON.stringify(when), expected, when] as const))(
  "%s: %s",
  (_, expected, when) => {
    expect(matches(when, FACTS)).toBe(expected);
  },
);

describe("where there is no referrer", () => {
  test("no referrer rule holds, not even a star", () => {
    for (const referrer of ["*", "blog.example", "*.example"])
      expect(matches({ referrer }, { ...FACTS, host: "" })).toBe(false);
  });
});

test("what is no rule never holds, nor what has a key too many", () => {
  const invalid: object[] = [
    {},
    { moon: "full" },
    { constructor: "x" },
    { device: "mobile", moon: "full" },
    { param: "gclid", equals: "TeSt" },
    { is: "TeSt" },
    { device: "mobile", is: "" },
  ];
  for (const rule of invalid) expect(matches(rule as When, FACTS), JSON.stringify(rule)).toBe(false);
});
