import { expect, test } from "vitest";
import { featuresOf } from "../../../src/vocabulary/features.ts";
import type { SiteInput } from "../../../src/vocabulary/site.ts";
import { siteDefaults } from "../../../src/vocabulary/siteDefaults.ts";
import type { When } from "../../../src/vocabulary/when/When.ts";

const NOTHING_HEARD = { auto: false, lateAnswers: false };

const of = (changes: Partial<SiteInput>) =>
  featuresOf(siteDefaults({ key: "garage", mode: "parcours", ...changes }), NOTHING_HEARD);

test("what a mode does not do is not in its script", () => {
  expect(of({ mode: "invisible" })).toMatchObject({
    conditions: false,
    storage: false,
    consent: false,
    events: false,
    pagesEvents: false,
    pageEvents: false,
    callClicks: false,
    probabilistic: false,
  });
  expect(of({ mode: "rotation" })).toMatchObject({ storage: true, consent: true, events: false });
  expect(of({ mode: "rotation", consent: { rotation: "exempt" } })).toMatchObject({
    consent: false,
    events: false,
  });
  expect(of({ mode: "origine" })).toMatchObject({ events: true, pagesEvents: false, pageEvents: false });
  expect(of({ mode: "trafic" })).toMatchObject({ events: true, pagesEvents: true, pageEvents: false });
  expect(of({ mode: "parcours" })).toMatchObject({ events: true, pagesEvents: false, pageEvents: true });
});

test("options bring their code", () => {
  expect(of({})).toMatchObject({
    callClicks: false,
    customIds: false,
    lastTouch: false,
    probabilistic: false,
    gpc: true,
  });
  expect(of({ callClicks: true }).callClicks).toBe(true);
  expect(of({ mode: "invisible", callClicks: true }).callClicks).toBe(false);
  expect(of({ entry: "last" }).lastTouch).toBe(true);
  const touch = { id: "a", source: "A", when: { param: "p" }, numbers: {}, touch: "last" } as const;
  expect(of({ conditions: [touch] }).lastTouch).toBe(true);
  expect(of({ trackingIds: { add: [{ name: "crm", from: "cookie", key: "c" }] } }).customIds).toBe(true);
  expect(of({ consent: { gpc: false } }).gpc).toBe(false);
  expect(of({ probabilistic: "refused" }).probabilistic).toBe(true);
});

test("always probabilistic: no cookie at all, so nothing is stored and nobody is asked", () => {
  expect(of({ probabilistic: "always" })).toMatchObject({ storage: false, consent: false, events: false });
});

test("leaves are found however deep", () => {
  const when = { any: [{ all: [{ not: { language: "fr" } }] }, { not: { device: "mobile" as const } }] };
  const numbers = {};
  expect(of({ conditions: [{ id: "a", source: "A", when, numbers }] })).toMatchObject({
    language: true,
    device: true,
  });
  expect(of({ conditions: [{ id: "a", source: "A", when: { param: "x" }, numbers }] })).toMatchObject({
    language: false,
    device: false,
  });
});

test("channels are told on the page only where a condition names one, or the endpoint could not", () => {
  const naming = (when: When) => [{ id: "a", source: "A", when, numbers: {} }];
  expect(of({}).channels).toBe(false);
  expect(of({ conditions: naming({ param: "gclid" }) }).channels).toBe(false);
  expect(of({ conditions: naming({ not: { channel: "email" } }) }).channels).toBe(true);
  expect(of({ mode: "invisible", conditions: naming({ channel: "email" }) }).channels).toBe(false);
  // The tags are not sent.
  expect(of({ params: [] }).channels).toBe(true);
  expect(of({ params: ["utm_source", "utm_m*"] }).channels).toBe(false);
  expect(of({ mode: "rotation", params: [] }).channels).toBe(false);
});

test("numbers of another country, length or form are told from those of the same", () => {
  const plans = {
    "+33123456789": { code: "33", trunk: "0", national: "01 23 45 67 89" },
    "+33184880000": { code: "33", trunk: "0", national: "01 84 88 00 00" },
    // Written without the trunk prefix.
    "+33389000000": { code: "33", trunk: "", national: "3 89 00 00 00" },
  };
  const with_ = (tracked: string) =>
    featuresOf(
      {
        ...siteDefaults({
          key: "garage",
          mode: "parcours",
          numbers: [{ id: "main", number: "+33123456789", tracked }],
        }),
        plans,
      },
      NOTHING_HEARD,
    ).foreignNumbers;
  expect(with_("+33184880000")).toBe(false);
  expect(with_("+33389000000")).toBe(true);
  expect(with_("+32184880000")).toBe(true);
  expect(with_("+3318488000")).toBe(true);
});
