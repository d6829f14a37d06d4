import { describe, expect, test } from "vitest";
import { decide as decideBy, type Reference, type View } from "../../../../src/page/entry/decide.ts";
import { type Rules, rulesOf } from "../../../../src/vocabulary/rulesOf.ts";
import type { Condition, SiteInput } from "../../../../src/vocabulary/site.ts";
import { siteDefaults } from "../../../../src/vocabulary/siteDefaults.ts";

const decide = (rules: Rules, before: Reference | undefined, now: View) => decideBy(rules, before, now, true);

const HOME = "https://www.garage.example/";
const conditions: Condition[] = [
  { id: "ads", source: "Ads", when: { param: "gclid" }, numbers: {} },
  { id: "seo", source: "Google", when: { channel: "organic_search" }, numbers: {} },
  { id: "news", source: "News", when: { channel: "email" }, numbers: {} },
  { id: "prices", source: "Prices", when: { page: "/tarifs*" }, numbers: {} },
  { id: "hesitant", source: "Readers", when: { pages: { min: 3 } }, numbers: {} },
];
const rules = (changes: Partial<SiteInput> = {}) =>
  rulesOf(
    siteDefaults({
      key: "garage",
      mode: "parcours",
      origins: ["https://*.garage.example"],
      conditions,
      ...changes,
    }),
  );
const view = (url: string, changes: Partial<View> = {}): View => ({
  url,
  referrer: "",
  arrival: true,
  pages: 1,
  at: 0,
  language: "fr",
  device: "desktop",
  ...changes,
});
const reference = (landing: string, channel: Reference["channel"], referrer = ""): Reference => ({
  landing,
  channel,
  referrer,
});
const ADS = reference(`${HOME}?gclid=1`, "paid_search");

describe("what an entry is", () => {
  const ENTRIES: readonly [string, Reference | undefined, View, boolean][] = [
    ["a first page, direct", undefined, view(HOME), true],
    ["a first page, from outside", undefined, view(HOME, { referrer: "https://blog.example/" }), true],
    [
      "a first page that comes from the site itself is none",
      undefined,
      view(HOME, { referrer: `${HOME}a` }),
      false,
    ],
    [
      "a first page after payment is none",
      undefined,
      view(HOME, { referrer: "https://www.paypal.com/x" }),
      false,
    ],
    ["but with a campaign it is one", undefined, view(`${HOME}?gclid=1`, { referrer: `${HOME}a` }), true],
    ["a later page from outside", ADS, view(HOME, { referrer: "https://www.google.com/" }), true],
    ["a later page with a campaign", ADS, view(`${HOME}?utm_source=x`), true],
    ["a direct return", ADS, view(HOME), false],
    ["a later page from the site", ADS, view(`${HOME}b`, { referrer: HOME }), false],
    ["from another of its hosts", ADS, view(`${HOME}b`, { referrer: "https://shop.garage.example/" }), false],
    ["from a payment provider", ADS, view(HOME, { referrer: "https://checkout.stripe.com/x" }), false],
    ["a reload of a page with a campaign", ADS, view(`${HOME}?gclid=1`, { arrival: false }), false],
    [
      "a reload of a page from outside",
      ADS,
      view(HOME, { arrival: false, referrer: "https://blog.example/" }),
      false,
    ],
  ];
  test.each(ENTRIES)("%s", (_, before, now, expected) => {
    expect(decide(rules(), before, now).entry).toBe(expected);
  });
});

describe("which condition is in force", () => {
  const winner = (...args: Parameters<typeof decide>) => decide(...args).inForce.condition?.id;

  test("the first that matches, on the facts of the first entry", () => {
    expect(winner(rules(), undefined, view(`${HOME}?gclid=1`, { referrer: "https://www.google.com/" }))).toBe(
      "ads",
    );
    expect(winner(rules(), undefined, view(HOME, { referrer: "https://www.google.com/" }))).toBe("seo");
    expect(winner(rules(), undefined, view(HOME))).toBeUndefined();
  });

  test("an entry of another source does not replace the first one, but is told", () => {
    const decision = decide(rules(), ADS, view(`${HOME}?utm_medium=email`, { pages: 2 }));
    expect(decision.inForce.condition?.id).toBe("ads");
    expect(decision.own.condition?.id).toBe("news");
    expect(decision.own.channel).toBe("email");
  });

  test('entry: "last": each new entry replaces it, a direct return does not', () => {
    expect(winner(rules({ entry: "last" }), ADS, view(`${HOME}?utm_medium=email`))).toBe("news");
    expect(winner(rules({ entry: "last" }), ADS, view(HOME))).toBe("ads");
    expect(
      winner(rules({ entry: "last" }), ADS, view(HOME, { referrer: "https://blog.example/" })),
    ).toBeUndefined();
  });

  test('touch: "last" lets one condition replace it', () => {
    const marked = conditions.map((one) => (one.id === "news" ? { ...one, touch: "last" as const } : one));
    expect(winner(rules({ conditions: marked }), ADS, view(`${HOME}?utm_medium=email`))).toBe("news");
    expect(
      winner(rules({ conditions: marked }), ADS, view(HOME, { referrer: "https://www.google.com/" })),
    ).toBe("ads");
  });

  test("the current page and the number of pages count at each view", () => {
    const direct = reference(HOME, "direct");
    expect(winner(rules(), direct, view(`${HOME}tarifs/pneus`, { pages: 2 }))).toBe("prices");
    expect(winner(rules(), direct, view(`${HOME}b`, { pages: 2 }))).toBeUndefined();
    expect(winner(rules(), direct, view(`${HOME}b`, { pages: 3 }))).toBe("hesitant");
  });

  test("a later page that is no entry is internal by itself", () => {
    expect(decide(rules(), ADS, view(`${HOME}b`, { referrer: HOME })).own.channel).toBe("internal");
  });
});
