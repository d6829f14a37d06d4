import type { Page } from "playwright/test";
import { GRANTED, say } from "../../support/acts.ts";
import {
  expectNothingStored,
  expectNumber,
  expectRequests,
  expectStored,
  settled,
} from "../../support/expectRequests.ts";
import { ADS, garage, HESITANT, NEWSLETTER, OWN, SEO, TRACKED } from "../../support/garage.ts";
import { sessionOf, visitorOf } from "../../support/storageOf.ts";
import { expect, test } from "../../support/test.ts";

const PAGE = { route: "/v1/events", type: "page" };
const ENTRY = { route: "/v1/events", type: "entry" };
const GRANT = { route: "/v1/consents", status: "granted" };
const conditions = garage().conditions ?? [];

const tarteaucitron = (page: Page, choice: boolean | undefined) =>
  page.evaluate((choice) => {
    Object.assign(window, { tarteaucitron: { services: { magnetis: {} }, state: { magnetis: choice } } });
    document.dispatchEvent(new Event("magnetis_allowed"));
  }, choice);

test("erased in another tab during a moment of doubt: the same yes brings nobody back", async ({
  page,
  context,
  site,
}) => {
  await site.serve({ consent: { manager: "tarteaucitron" } });
  await page.goto(site.url("/?gclid=1"));
  await tarteaucitron(page, true);
  await expectStored(page, { pending: [] });
  await tarteaucitron(page, undefined);
  await page.evaluate(() => history.pushState(null, "", "/suite"));
  site.page("/other", { script: "" });
  const other = await context.newPage();
  await other.goto(site.url("/other"));
  await other.evaluate(() => {
    localStorage.removeItem("mgt_session");
    // biome-ignore lint/suspicious/noDocumentCookie: as another tab's script does
    document.cookie = "mgt_visitor=; path=/; max-age=0";
  });
  await other.close();
  await expectRequests(page, site, {
    action: () => tarteaucitron(page, true),
    refuted: [{ route: "/v1/consents", status: "withdrawn" }],
    storage: "none",
  });
});

test.describe("a visitor who comes back", () => {
  test("keeps condition, source and landing page on later pages", async ({ page, site }) => {
    await site.serve({ mode: "parcours" }, { head: GRANTED });
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/?gclid=TeSt-123&utm_campaign=ete")),
      expected: [GRANT, ENTRY, PAGE],
      number: ADS,
    });
    const first = await sessionOf(page);
    const visitor = await visitorOf(page);
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/contact"), { referer: site.url("/") }),
      expected: [{ ...PAGE, pages: 2 }],
      refuted: [],
      number: ADS,
      storage: { pages: 2, condition: "google-ads", landing: first?.landing, last_url: site.url("/contact") },
    });
    expect(await visitorOf(page)).toBe(visitor);
    expect((await sessionOf(page))?.since).toBe(first?.since);
  });

  test("shows the stored number in the first frame, before any decision on consent", async ({
    page,
    site,
  }) => {
    await site.serve({}, { head: GRANTED });
    await page.goto(site.url("/?gclid=1"));
    await expectStored(page, { pending: [] });
    const before = await sessionOf(page);
    site.page("/contact", { head: "" });
    await expectRequests(page, site, { action: () => page.goto(site.url("/contact")), number: ADS });
    expect(await sessionOf(page), "nothing is written until the manager confirms").toEqual(before);
    await expectRequests(page, site, {
      action: () => say(page, false),
      expected: [{ route: "/v1/consents", status: "withdrawn" }],
      number: TRACKED,
      storage: "none",
    });
  });

  for (const entry of ["first", "last"] as const)
    test(`directly: nothing is taken away (entry: ${entry})`, async ({ page, site }) => {
      await site.serve({ entry }, { head: GRANTED });
      await page.goto(site.url("/?gclid=TeSt-123"));
      await expectStored(page, { pending: [] });
      await expectRequests(page, site, {
        action: () => page.goto(site.url("/")),
        expected: [{ ...PAGE, pages: 2 }],
        number: ADS,
        storage: { condition: "google-ads", landing: site.url("/?gclid=TeSt-123") },
      });
    });

  test("through another source: the first one stays, the entry is told (entry: first)", async ({
    page,
    site,
  }) => {
    await site.serve({}, { head: GRANTED });
    await page.goto(site.url("/?gclid=TeSt-123"));
    await expectStored(page, { pending: [] });
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/tarifs?utm_medium=email")),
      expected: [{ ...ENTRY, condition: "news", source: "Newsletter", channel: "email" }, PAGE],
      number: ADS,
      storage: { condition: "google-ads", channel: "paid_search", landing: site.url("/?gclid=TeSt-123") },
    });
  });

  test("through another source: the last one counts (entry: last)", async ({ page, site }) => {
    await site.serve({ entry: "last" }, { head: GRANTED });
    await page.goto(site.url("/?gclid=TeSt-123"));
    await expectStored(page, { pending: [] });
    const since = (await sessionOf(page))?.since;
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/tarifs?utm_medium=email")),
      expected: [{ ...ENTRY, condition: "news" }, PAGE],
      number: NEWSLETTER,
      storage: {
        condition: "news",
        source: "Newsletter",
        channel: "email",
        landing: site.url("/tarifs?utm_medium=email"),
        tracking_ids: {},
        pages: 2,
        since,
      },
    });
  });

  test('a condition marked touch: "last" replaces the first entry, others do not', async ({ page, site }) => {
    const marked = conditions.map((one) => (one.id === "news" ? { ...one, touch: "last" as const } : one));
    await site.serve({ conditions: marked }, { head: GRANTED });
    await page.goto(site.url("/?gclid=TeSt-123"));
    await expectNumber(page, ADS);
    await page.goto(site.url("/"), { referer: "https://www.google.com/" });
    await settled(page);
    await expectNumber(page, ADS);
    await page.goto(site.url("/?utm_medium=email"));
    await settled(page);
    await expectNumber(page, NEWSLETTER);
    await expectStored(page, { condition: "news", pages: 3 });
  });

  test("a referrer of another site is an entry, one of the site's own is none", async ({ page, site }) => {
    await site.serve({}, { head: GRANTED });
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/"), { referer: "https://www.google.com/" }),
      expected: [GRANT, { ...ENTRY, channel: "organic_search", referrer: "https://www.google.com/" }, PAGE],
      number: SEO,
    });
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/b"), { referer: site.url("/") }),
      expected: [PAGE],
      number: SEO,
      storage: { referrer: "https://www.google.com/" },
    });
  });

  test("a reload of the landing page is a page view and no entry", async ({ page, site }) => {
    await site.serve({}, { head: GRANTED });
    await page.goto(site.url("/?gclid=TeSt-123"));
    await expectStored(page, { pending: [] });
    await expectRequests(page, site, {
      action: () => page.reload(),
      expected: [{ ...PAGE, pages: 2 }],
      number: ADS,
    });
  });

  test("the third page brings a condition on pages viewed in force", async ({ page, site }) => {
    await site.serve({ mode: "origine" }, { head: GRANTED });
    for (const [path, number] of [
      ["/1", TRACKED],
      ["/2", TRACKED],
      ["/3", HESITANT],
      ["/4", HESITANT],
    ] as const) {
      await page.goto(site.url(path));
      await settled(page);
      await expectNumber(page, number);
    }
    await expectStored(page, {
      condition: "hesitant",
      pages: 4,
      to_swap: [{ number: OWN, tracked: HESITANT }],
    });
  });

  test("after a withdrawal a grant starts a new visitor", async ({ page, site }) => {
    await site.serve();
    await page.goto(site.url("/?gclid=1"));
    await say(page, true);
    await expectStored(page, { pending: [] });
    const before = await visitorOf(page);
    await say(page, false);
    await expectNothingStored(page);
    await say(page, true);
    await expectStored(page, { pending: [] });
    expect(await visitorOf(page)).not.toBe(before);
  });

  test("the same grant on every page is posted once", async ({ page, site }) => {
    await site.serve({ mode: "origine" }, { head: GRANTED });
    for (const path of ["/?gclid=1", "/b", "/c"]) {
      await page.goto(site.url(path));
      await settled(page);
      await expectStored(page, { pending: [] });
    }
    expect(site.requests("/v1/consents")).toHaveLength(1);
  });
});

test.describe("two tabs", () => {
  test("the second continues the visitor of the first", async ({ page, context, site }) => {
    await site.serve({}, { head: GRANTED });
    await page.goto(site.url("/?gclid=TeSt-123"));
    await expectStored(page, { pending: [] });
    const visitor = await visitorOf(page);
    const second = await context.newPage();
    await expectRequests(second, site, {
      action: () => second.goto(site.url("/tarifs")),
      expected: [{ ...PAGE, visitor, pages: 2 }],
      number: ADS,
      storage: { pages: 2 },
    });
  });

  test("a withdrawal in one erases and silences the other", async ({ page, context, site }) => {
    await site.serve();
    await page.goto(site.url("/?gclid=TeSt-123"));
    await say(page, true);
    await expectStored(page, { pending: [] });
    const second = await context.newPage();
    await second.goto(site.url("/tarifs"));
    await say(second, true);
    await expectNumber(second, ADS);
    await expectStored(second, { pages: 2, pending: [] });
    await expectRequests(page, site, {
      action: () => say(page, false),
      expected: [{ route: "/v1/consents", status: "withdrawn" }],
    });
    await expectNumber(second, TRACKED);
    await expectRequests(second, site, {
      action: () => second.evaluate(() => history.pushState(null, "", "/suite")),
      storage: "none",
    });
  });
});

test.describe("the browser's general objection (Global Privacy Control)", () => {
  test.beforeEach(({ context }) =>
    context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", {
        get: () => true,
        configurable: true,
      }),
    ),
  );

  for (const mode of ["rotation", "parcours"] as const)
    test(`is a refusal in ${mode}, exempt or not`, async ({ page, site }) => {
      await site.serve({ mode, consent: { rotation: "exempt" } });
      await expectRequests(page, site, {
        action: () => page.goto(site.url("/?gclid=1")),
        number: ADS,
        storage: "none",
      });
    });

  test("the site's own yes overrides it", async ({ page, site }) => {
    await site.serve();
    await page.goto(site.url("/?gclid=1"));
    await expectRequests(page, site, {
      action: () => say(page, true),
      expected: [GRANT, ENTRY, PAGE],
      storage: { condition: "google-ads" },
    });
  });

  test("is not heard where the site says so", async ({ page, site }) => {
    await site.serve({ mode: "rotation", consent: { rotation: "exempt", gpc: false } });
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/?gclid=1")),
      storage: { condition: "google-ads" },
    });
  });
});
