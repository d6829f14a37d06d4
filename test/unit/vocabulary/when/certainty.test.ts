import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHANNELS } from "../../../../src/vocabulary/channels.ts";
import { certainty, isCovered } from "../../../../src/vocabulary/when/certainty.ts";
import { excludes, implies } from "../../../../src/vocabulary/when/implies.ts";
import { isSound } from "../../../../src/vocabulary/when/isSound.ts";
import { matches } from "../../../../src/vocabulary/when/matches.ts";
import { LEAF_NAMES } from "../../../../src/vocabulary/when/moduleOf.ts";
import { simplify } from "../../../../src/vocabulary/when/simplify.ts";
import type { When } from "../../../../src/vocabulary/when/When.ts";
import { casesOf, facts } from "../rules/Cases.ts";

const night = { hours: { from: "20:00", to: "08:00" } };
const day = { hours: { from: "08:00", to: "20:00" } };

test.each<[When]>([
  [{ landing: "*" }],
  [{ page: "/*" }],
  [{ pages: { min: 1 } }],
  [{ channel: [...CHANNELS] }],
  [{ hours: { from: "09:00", to: "09:00" } }],
  [{ any: [{ device: "mobile" }, { device: "desktop" }] }],
  [{ any: [day, night] }],
  [{ any: [{ pages: { max: 2 } }, { pages: { min: 5 } }, { pages: { min: 3, max: 4 } }] }],
  [{ any: [{ param: "a" }, { not: { param: "a", is: "b" } }] }],
  [{ not: { all: [{ device: "mobile" }, { device: "desktop" }] } }],
  [{ all: [{ landing: "*" }, { pages: { min: 1 } }] }],
])("always: %j", (when) => expect(certainty(when)).toBe("always"));

test.each<[When]>([
  [{ not: { landing: "/*" } }],
  [{ all: [{ device: "mobile" }, { device: "desktop" }] }],
  [{ all: [{ language: "fr" }, { language: "en" }] }],
  [{ all: [{ channel: "email" }, { channel: ["referral", "direct"] }] }],
  [{ all: [{ pages: { max: 2 } }, { pages: { min: 3 } }] }],
  [{ all: [{ landing: "/a/*" }, { landing: "/b" }] }],
  [{ all: [{ page: "/a*" }, { page: "/b*" }] }],
  [
    {
      all: [
        { param: "a", is: "x" },
        { param: "a", starts: "y" },
      ],
    },
  ],
  [{ all: [{ param: "a", is: "x" }, { not: { param: "a" } }] }],
  [{ all: [{ referrer: "a.example" }, { referrer: "b.example" }] }],
  [{ all: [day, night] }],
  [{ all: [{ channel: "direct" }, { referrer: "google.com" }] }],
  [{ all: [{ channel: "direct" }, { param: "utm_source" }] }],
])("never: %j", (when) => expect(certainty(when)).toBe("never"));

test.each<[When]>([
  [{ param: "a", like: "*" }],
  [{ referrer: "*" }],
  [{ all: [{ referrer: "example.com" }, { referrer: "*.example.com" }] }],
  [
    {
      all: [
        { param: "a", starts: "x" },
        { param: "b", starts: "y" },
      ],
    },
  ],
  [{ all: [{ pages: { min: 2 } }, { pages: { max: 2 } }] }],
  [{ any: [{ pages: { max: 2 } }, { pages: { min: 4 } }] }],
  [{ hours: { days: ["mon"], from: "00:00", to: "24:00" } }],
])("sometimes: %j", (when) => expect(certainty(when)).toBeUndefined());

test.each<[When, When[], boolean]>([
  [{ channel: ["email", "display"] }, [{ channel: "display" }, { channel: "email" }], true],
  [
    { param: "a", in: ["x", "y"] },
    [
      { param: "a", is: "x" },
      { param: "a", starts: "y" },
    ],
    true,
  ],
  [{ param: "a", in: ["x", "y"] }, [{ param: "a", is: "x" }], false],
])("%j is left nothing by %j: %s", (when, earlier, expected) =>
  expect(implies(when, { any: earlier })).toBe(expected),
);

describe("what is told is certain", async () => {
  const leaves = fc.oneof(
    ...(await Promise.all(LEAF_NAMES.map(async (name) => (await casesOf(name)).leaves))),
  );
  const rules: fc.Arbitrary<When> = fc.letrec<{ when: When }>((tie) => ({
    when: fc.oneof(
      { maxDepth: 3 },
      leaves as fc.Arbitrary<When>,
      fc.record({ all: fc.array(tie("when"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("when"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie("when") }),
    ),
  })).when;
  // Facts that no arrival has would make a liar of the rule on direct arrivals.
  const arrivals = facts.map((each) => (each.channel === "direct" ? { ...each, host: "" } : each));
  const entries = arrivals.filter(({ channel }) => channel !== "internal");

  test("of one rule", () => {
    fc.assert(
      fc.property(rules, entries, (when, found) => {
        fc.pre(isSound(when));
        const known = certainty(when);
        if (known) expect(matches(when, found)).toBe(known === "always");
      }),
      { numRuns: 3000 },
    );
  });

  test("of two, and of several", () => {
    fc.assert(
      fc.property(rules, rules, rules, entries, (one, other, third, found) => {
        fc.pre([one, other, third].every(isSound));
        if (excludes(one, other)) expect(matches(one, found) && matches(other, found)).toBe(false);
        if (implies(one, { any: [other, third] }) && matches(one, found))
          expect(matches(other, found) || matches(third, found)).toBe(true);
        if (isCovered([one, other])) expect(matches(one, found) || matches(other, found)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

test.each<[When, When]>([
  [{ not: { not: { device: "mobile" } } }, { device: "mobile" }],
  [{ all: [{ all: [{ pages: { min: 1 } }, { language: "fr" }] }] }, { language: "fr" }],
  [
    { not: { any: [{ language: "fr" }, { device: "mobile" }] } },
    { all: [{ not: { language: "fr" } }, { not: { device: "mobile" } }] },
  ],
])("%j is simply %j", (when, simple) => expect(simplify(when)).toEqual(simple));

test.each<[When, When]>([
  [{ language: "en" }, { not: { language: "fr" } }],
  [{ not: { pages: { min: 2 } } }, { pages: { max: 1 } }],
  [{ not: { device: "mobile" } }, { device: "desktop" }],
])("%j cannot hold without %j", (when, other) => expect(implies(when, other)).toBe(true));
