import { describe, expect, test } from "vitest";
import { type Facts, matches } from "../../../../src/page/entry/matches.ts";
import type { When } from "../../../../src/vocabulary/site.ts";

const facts = (changes: Partial<Facts> = {}): Facts => ({
  url: new URL("https://site.example/offres/pneus?gclid=TeSt&empty=&utm_source=Mail"),
  host: "www.blog.example",
  channel: "paid_search",
  view: {
    url: "https://site.example/contact",
    pages: 2,
    at: Date.parse("2026-11-18T10:00:00+01:00"),
    language: "fr-CA",
    device: "mobile",
  },
  ...changes,
});

const ROWS: readonly [When, boolean][] = [
  [{ param: "gclid" }, true],
  [{ param: "GCLID" }, false],
  [{ param: "empty" }, false],
  [{ param: "absent" }, false],
  [{ param: "gclid", is: "TeSt" }, true],
  [{ param: "gclid", is: "test" }, false],
  [{ param: "gclid", in: ["a", "TeSt"] }, true],
  [{ param: "gclid", in: [] }, false],
  [{ param: "gclid", starts: "Te" }, true],
  [{ param: "gclid", starts: "St" }, false],
  [{ param: "gclid", contains: "eS" }, true],
  [{ param: "gclid", contains: "es" }, false],
  [{ param: "gclid", like: "T*t" }, true],
  [{ param: "gclid", like: "T" }, false],
  [{ param: "gclid", is: "" }, false],
  [{ referrer: "blog.example" }, true],
  [{ referrer: "BLOG.example" }, true],
  [{ referrer: "*.blog.example" }, true],
  [{ referrer: "*.www.blog.example" }, false],
  [{ referrer: "log.example" }, false],
  [{ channel: "paid_search" }, true],
  [{ channel: ["email", "paid_search"] }, true],
  [{ channel: ["email"] }, false],
  [{ landing: "/offres/pneus" }, true],
  [{ landing: "/offres/*" }, true],
  [{ landing: "/offres" }, false],
  [{ landing: "/contact" }, false],
  [{ page: "/contact" }, true],
  [{ page: "/offres/pneus" }, false],
  [{ pages: { min: 2 } }, true],
  [{ pages: { min: 3 } }, false],
  [{ pages: { max: 2 } }, true],
  [{ pages: { max: 1 } }, false],
  [{ pages: { min: 1, max: 3 } }, true],
  [{ pages: {} }, true],
  [{ language: "fr" }, true],
  [{ language: "FR" }, true],
  [{ language: "f" }, false],
  [{ language: "en" }, false],
  [{ device: "mobile" }, true],
  [{ device: "desktop" }, false],
  [{ hours: { from: "09:00", to: "18:00" } }, true],
  [{ hours: { from: "11:00", to: "18:00" } }, false],
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
    expect(matches(when, facts())).toBe(expected);
  },
);

describe("where there is no referrer", () => {
  test("no referrer rule holds, not even a star", () => {
    for (const referrer of ["*", "blog.example", "*.example"])
      expect(matches({ referrer }, facts({ host: "" }))).toBe(false);
  });
});

test("what is no rule never holds", () => {
  expect(matches({ moon: "full" } as unknown as When, facts())).toBe(false);
  expect(matches({} as When, facts())).toBe(false);
});
