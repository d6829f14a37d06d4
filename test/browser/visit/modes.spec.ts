import type { ConsentSettings } from "../../../src/vocabulary/site.ts";
import { expectNothingStored, expectRequests, settled, UUID } from "../../support/expectRequests.ts";
import { ADS, TRACKED } from "../../support/garage.ts";
import { sessionOf, visitorOf } from "../../support/storageOf.ts";
import type { Received } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

const LANDING = "/offre?gclid=TeSt-123";
const RECORD = {
  route: "/v1/consents",
  site: "garage",
  receipt: expect.stringMatching(UUID),
  manager: "api",
};
const GRANT: Partial<Received> = { ...RECORD, status: "granted", visitor: expect.stringMatching(UUID) };
const WITHDRAWAL: Partial<Received> = { ...RECORD, status: "withdrawn" };
const ENTRY: Partial<Received> = {
  route: "/v1/events",
  site: "garage",
  type: "entry",
  visitor: expect.stringMatching(UUID),
  consent: expect.stringMatching(UUID),
  landing: expect.stringMatching(/\/offre\?gclid=TeSt-123$/),
  referrer: "direct",
  tracking_ids: { gclid: "TeSt-123" },
  condition: "google-ads",
  source: "Google Ads",
  channel: "paid_search",
};

interface Row {
  mode: "invisible" | "rotation" | "origine" | "trafic" | "parcours";
  rotation?: ConsentSettings["rotation"];
  /** Shown on a page reached through an advertisement, whatever the consent. */
  shown: string;
  /** Stored while the visitor has not decided; the contract's ladder, level 2 without asking. */
  storesUnasked?: true;
  /** Stored after a "yes". */
  stores?: true;
  /** Sent after a "yes". */
  granted: Partial<Received>[];
  /** Sent after a "yes" that is taken back. */
  withdrawn: Partial<Received>[];
}

const ROWS: readonly Row[] = [
  { mode: "invisible", shown: TRACKED, granted: [], withdrawn: [] },
  {
    mode: "rotation",
    rotation: "exempt",
    shown: ADS,
    storesUnasked: true,
    stores: true,
    granted: [],
    withdrawn: [],
  },
  {
    mode: "rotation",
    rotation: "required",
    shown: ADS,
    stores: true,
    granted: [{ ...RECORD, status: "granted" }],
    withdrawn: [WITHDRAWAL],
  },
  { mode: "origine", shown: ADS, stores: true, granted: [GRANT, ENTRY], withdrawn: [WITHDRAWAL] },
  {
    mode: "trafic",
    shown: ADS,
    stores: true,
    granted: [GRANT, ENTRY, { route: "/v1/events", type: "pages", pages: 1 }],
    withdrawn: [WITHDRAWAL],
  },
  {
    mode: "parcours",
    shown: ADS,
    stores: true,
    granted: [
      GRANT,
      ENTRY,
      { route: "/v1/events", type: "page", pages: 1, url: expect.stringMatching(/\/offre\?gclid=TeSt-123$/) },
    ],
    withdrawn: [WITHDRAWAL],
  },
];

for (const { mode, rotation = "exempt", shown, storesUnasked, stores, granted, withdrawn } of ROWS)
  test.describe(`${mode}${mode === "rotation" ? `, ${rotation}` : ""}`, () => {
    const session = {
      condition: "google-ads",
      source: "Google Ads",
      channel: "paid_search",
      referrer: "direct",
      pages: 1,
      pending: [],
      consent: granted[0] ? expect.stringMatching(UUID) : "",
      tracking_ids: mode === "rotation" ? {} : { gclid: "TeSt-123" },
      to_swap: [{ number: "+33123456789", tracked: ADS }],
    };

    test.beforeEach(({ site }) => site.serve({ mode, consent: { rotation } }));

    test("no decision", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: () => page.goto(site.url(LANDING)),
        number: shown,
        refuted: [{ route: "/v1/events" }, { route: "/v1/consents" }],
        storage: storesUnasked ? session : "none",
      });
    });

    test("granted at once", async ({ page, site }) => {
      site.page("/offre", {
        head: `<script>window.mgt = function () { (mgt.q = mgt.q || []).push(arguments) }; mgt("consent", true)</script>`,
      });
      await expectRequests(page, site, {
        action: () => page.goto(site.url(LANDING)),
        expected: granted,
        number: shown,
        refuted: [{ status: "withdrawn" }],
        storage: stores ? session : "none",
      });
    });

    test("granted later", async ({ page, site }) => {
      await expectRequests(page, site, { action: () => page.goto(site.url(LANDING)) });
      await expectRequests(page, site, {
        action: () => page.evaluate(() => window.mgt("consent", true)),
        expected: granted,
        number: shown,
        storage: stores ? session : "none",
      });
      if (granted.length > 1) {
        const ids = new Set(site.received().flatMap(({ visitor }) => visitor ?? []));
        expect([...ids]).toEqual([await visitorOf(page)]);
        const receipts = new Set(site.received().flatMap((item) => item.receipt ?? item.consent ?? []));
        expect([...receipts]).toEqual([(await sessionOf(page))?.consent]);
      }
      if (mode === "rotation")
        for (const record of site.received()) expect(record).not.toHaveProperty("visitor");
    });

    test("refused", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: async () => {
          await page.goto(site.url(LANDING));
          await settled(page);
          await page.evaluate(() => window.mgt("consent", false));
        },
        number: shown,
        refuted: [{ route: "/v1/events" }, { route: "/v1/consents" }],
        storage: "none",
      });
      expect(site.calls.map(({ path }) => path)).toEqual(["/garage.js"]);
    });

    test("withdrawn", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: async () => {
          await page.goto(site.url(LANDING));
          await settled(page);
          await page.evaluate(() => window.mgt("consent", true));
        },
        expected: granted,
      });
      // On a page of no source of its own, so that what is shown tells whether somebody is remembered.
      await page.goto(site.url("/contact"));
      await settled(page);
      await expectRequests(page, site, {
        action: () => page.evaluate(() => window.mgt("consent", true)),
        expected: later(mode),
      });
      const receipt = (await sessionOf(page))?.consent;
      await expectRequests(page, site, {
        action: async () => {
          const left = await page.evaluate(() => {
            window.mgt("consent", false);
            return [document.cookie, localStorage.length];
          });
          expect(left, "within the same task").toEqual(["", 0]);
        },
        expected: withdrawn,
        number: TRACKED,
        storage: "none",
      });
      for (const record of site.received().filter(({ status }) => status === "withdrawn")) {
        expect(record.receipt).toBe(receipt);
        expect(record).not.toHaveProperty("visitor");
      }
      await expectNothingStored(page);
    });
  });

/** What the second page of a visitor who has consented sends. */
function later(mode: Row["mode"]): Partial<Received>[] {
  if (mode === "trafic") return [{ route: "/v1/events", type: "pages", pages: 2 }];
  if (mode === "parcours")
    return [{ route: "/v1/events", type: "page", pages: 2, url: expect.stringMatching(/\/contact$/) }];
  return [];
}
