import { expectNothingStored, expectRequests, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS, TRACKED } from "../../support/garage.ts";
import { sessionOf } from "../../support/storageOf.ts";
import type { Received } from "../../support/TestSite.ts";
import {
  ACCEPT,
  bannerShown,
  choose,
  ITS_COOKIE,
  REFUSE,
  serveTarteaucitron,
  stateOf,
  TARTEAUCITRON,
  withdraw,
} from "../../support/tarteaucitron.ts";
import { expect, test } from "../../support/test.ts";

const LANDING = "/?gclid=TeSt-123";
const GRANT: Partial<Received> = {
  route: "/v1/consents",
  status: "granted",
  manager: "tarteaucitron",
  key: "magnetis",
  notice: "2026-11",
  signal: expect.stringContaining("true"),
};
const WITHDRAWAL: Partial<Received> = {
  route: "/v1/consents",
  status: "withdrawn",
  manager: "tarteaucitron",
};
const ENTRY: Partial<Received> = { route: "/v1/events", type: "entry", condition: "google-ads" };
const PAGE: Partial<Received> = { route: "/v1/events", type: "page" };
const consent = { manager: "tarteaucitron", key: "magnetis", notice: "2026-11" } as const;

for (const [order, place] of [
  ["the manager first", (tag: string) => ({ head: TARTEAUCITRON, script: tag.replace("async", "") })],
  ["the script first", (tag: string) => ({ script: `${tag.replace("async", "")}${TARTEAUCITRON}` })],
] as const)
  test.describe(`tarteaucitron, ${order}`, () => {
    test.beforeEach(async ({ site }) => {
      serveTarteaucitron(site);
      await site.serve({ consent });
      await site.serve({ consent }, place(site.tag));
    });

    test("undecided: nothing is stored or sent", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: async () => {
          await page.goto(site.url(LANDING));
          await bannerShown(page);
        },
        number: ADS,
        storage: "none",
        otherCookies: ITS_COOKIE,
      });
    });

    test("accepted, then on the next page", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await expectRequests(page, site, {
        action: () => choose(page, ACCEPT, true),
        expected: [GRANT, ENTRY, PAGE],
        number: ADS,
        storage: { condition: "google-ads", pending: [] },
        otherCookies: ITS_COOKIE,
      });
      await expectRequests(page, site, {
        action: () => page.goto(site.url("/contact")),
        expected: [PAGE],
        number: ADS,
        storage: { condition: "google-ads", pages: 2 },
        otherCookies: ITS_COOKIE,
      });
    });

    test("refused, then on the next page", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await choose(page, REFUSE, false);
      await expectRequests(page, site, { number: ADS, storage: "none", otherCookies: ITS_COOKIE });
      await expectRequests(page, site, {
        action: async () => {
          await page.goto(site.url("/contact"));
          await expect.poll(() => stateOf(page)).toBe(false);
        },
        number: TRACKED,
        storage: "none",
        otherCookies: ITS_COOKIE,
      });
      expect(site.requests()).toEqual([]);
    });

    test("withdrawn in the panel, which then reloads the page", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await choose(page, ACCEPT, true);
      await expectStored(page, { pending: [] }, ITS_COOKIE);
      const receipt = (await sessionOf(page))?.consent;
      await page.goto(site.url("/contact"));
      await expect.poll(() => stateOf(page)).toBe(true);
      await expect.poll(() => site.received().length).toBe(4);
      await expectRequests(page, site, {
        action: () => withdraw(page),
        expected: [{ ...WITHDRAWAL, receipt }],
        number: TRACKED,
        storage: "none",
        otherCookies: ITS_COOKIE,
      });
      await expectRequests(page, site, {
        action: async () => {
          const reloaded = page.waitForEvent("load");
          await page.locator("#tarteaucitronClosePanel").click();
          await reloaded;
          await expect.poll(() => stateOf(page)).toBe(false);
        },
        // It comes from the site's own page now: the tab still knows that it landed from the ad.
        number: ADS,
        storage: "none",
        otherCookies: ITS_COOKIE,
      });
    });

    test("accepted, withdrawn, accepted again: a new visitor", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await choose(page, ACCEPT, true);
      await expectStored(page, { pending: [] }, ITS_COOKIE);
      await withdraw(page);
      await expectNothingStored(page, ITS_COOKIE);
      await choose(page, "#magnetisAllowed", true);
      await expectStored(page, { pending: [] }, ITS_COOKIE);
      const grants = site.received().filter(({ status }) => status === "granted");
      expect(new Set(grants.map(({ visitor }) => visitor)).size).toBe(2);
      expect(new Set(grants.map(({ receipt }) => receipt)).size).toBe(2);
    });
  });

test("tarteaucitron never loads: nothing is ever stored or sent", async ({ page, site }) => {
  await site.serve({ consent });
  await page.clock.install();
  await page.goto(site.url(LANDING));
  await settled(page);
  await expectRequests(page, site, {
    action: () => page.clock.runFor("10:00"),
    number: ADS,
    storage: "none",
  });
});

test("a grant stored on the terminal is not enough: the manager has to repeat it", async ({ page, site }) => {
  serveTarteaucitron(site);
  await site.serve({ consent }, { head: TARTEAUCITRON });
  await page.goto(site.url(LANDING));
  await choose(page, ACCEPT, true);
  await expectStored(page, { pending: [] }, ITS_COOKIE);
  site.page("/alone", {});
  const before = await sessionOf(page);
  await expectRequests(page, site, { action: () => page.goto(site.url("/alone")), number: ADS });
  expect(await sessionOf(page), "read, not written").toEqual(before);
});
