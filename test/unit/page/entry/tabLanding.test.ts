import * as fc from "fast-check";
import { expect, test } from "vitest";
import { tabLanding } from "../../../../src/page/entry/tabLanding.ts";

const SITE = "https://www.garage-martin.example";
const ADS = `${SITE}/?gclid=A1`;
const MAIL = `${SITE}/offre?utm_source=newsletter`;

test.each([
  [[ADS, `${SITE}/prix`, `${SITE}/prix`], { first: [ADS, 3], last: [ADS, 3] }],
  [[ADS, `${SITE}/prix`, MAIL, MAIL], { first: [ADS, 4], last: [MAIL, 2] }],
  // Anchors are no page views; the referrer is the page before once more.
  [
    [ADS, `${ADS}#top`, `${SITE}/prix`, `${SITE}/prix#a`, `${SITE}/prix`],
    { first: [ADS, 3], last: [ADS, 3] },
  ],
  // The list does not hold what was replaced, or another tab: only the referrer tells.
  [[ADS], { first: [ADS, 2], last: [ADS, 2] }],
  [[`${SITE}/`, ADS], { first: [ADS, 2], last: [ADS, 2] }],
  [[`${SITE}/`, `${SITE}/prix`], {}],
  [[null, "", "about:blank", "not an address"], {}],
  [[null, ADS, null, `${SITE}/prix`], { first: [ADS, 3], last: [ADS, 3] }],
  [[], {}],
] as const)("%j", (addresses, { first, last }: { first?: readonly unknown[]; last?: readonly unknown[] }) => {
  const found = (isLast: boolean) => {
    const landing = tabLanding(addresses, isLast);
    return landing && [landing.url, landing.pages];
  };
  expect(found(false)).toEqual(first);
  expect(found(true)).toEqual(last);
});

test("whatever a tab lists is read as nothing, or as a page before this one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string(), fc.constant(null))),
      (list) => {
        const landing = tabLanding(list, false);
        if (landing) expect(landing.pages).toBeGreaterThan(1);
      },
    ),
  );
});
