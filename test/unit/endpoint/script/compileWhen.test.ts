import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileRules } from "../../../../src/endpoint/script/compileWhen.ts";
import { isWithinHours } from "../../../../src/page/entry/isWithinHours.ts";
import { type Facts, matches } from "../../../../src/page/entry/matches.ts";
import { CHANNELS } from "../../../../src/vocabulary/channels.ts";
import type { Leaf, When } from "../../../../src/vocabulary/site.ts";

/** Few and awkward values, so that rules and facts meet often. */
const text = fc.constantFrom(
  "",
  "a",
  "A",
  "ab",
  "a*",
  "*",
  "*b*",
  "a.b",
  "a|b",
  "$&",
  "\\d",
  '"',
  "é",
  "\n",
  "x/y",
);
const path = fc.constantFrom("/", "/a", "/a/b", "/a*", "*", "*/b", "/A", "/a.b", "/(x)");
const host = fc.constantFrom(
  "",
  "a.example",
  "www.a.example",
  "A.example",
  "*.a.example",
  "b.example",
  "*",
  "a-example",
);

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record(
    {
      param: fc.constantFrom("p", "q"),
      is: text,
      in: fc.array(text),
      starts: text,
      contains: text,
      like: text,
    },
    { requiredKeys: ["param"] },
  ),
  fc.record({ referrer: host }),
  fc.record({ channel: fc.oneof(fc.constantFrom(...CHANNELS), fc.subarray([...CHANNELS])) }),
  fc.record({ landing: path }),
  fc.record({ page: path }),
  fc.record({ pages: fc.record({ min: fc.nat(3), max: fc.nat(3) }, { requiredKeys: [] }) }),
  fc.record({ language: fc.constantFrom("fr", "FR", "en", "zh") }),
  fc.record({ device: fc.constantFrom("mobile" as const, "desktop" as const) }),
  fc.record({
    hours: fc.record({ from: fc.constantFrom("00:00", "08:30"), to: fc.constantFrom("06:00", "24:00") }),
  }),
);
const when: fc.Arbitrary<When> = fc.letrec<{ when: When }>((tie) => ({
  when: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.record({ all: fc.array(tie("when"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("when"), { maxLength: 3 }) }),
    fc.record({ not: tie("when") }),
  ),
})).when;

const pathname = fc.constantFrom("/", "/a", "/a/b", "/A", "/a.b", "/axb", "/(x)", "/c/b");
const facts: fc.Arbitrary<Facts> = fc
  .record({
    landing: pathname,
    query: fc.dictionary(fc.constantFrom("p", "q"), text),
    host: fc.constantFrom("", "a.example", "www.a.example", "b.example", "xa.example", "a.example.evil"),
    channel: fc.constantFrom(...CHANNELS, "internal" as const),
    page: pathname,
    pages: fc.integer({ min: 1, max: 4 }),
    at: fc.integer({ min: 1.7e12, max: 1.8e12 }),
    language: fc.constantFrom("fr", "fr-FR", "FR-ca", "fry", "en-GB", ""),
    device: fc.constantFrom("mobile" as const, "desktop" as const),
  })
  .map(({ landing, query, host: from, channel, page, ...rest }) => {
    const url = new URL(landing, "https://site.example");
    url.search = `${new URLSearchParams(query)}`;
    const view = { ...rest, url: `https://site.example${page}` };
    return { url, host: from, channel, view };
  });

/** Index of the first rule that holds, as a site's script finds it. */
function winner(rules: readonly When[], { url, host: from, channel, view }: Facts): unknown {
  const names = ["isWithinHours", "param", "url", "host", "channel", "view"];
  const param = (name: string) => url.searchParams.get(name);
  const compiled = new Function(...names, `return ${compileRules(rules)}`);
  return compiled(isWithinHours, param, url, from, channel, view);
}

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
