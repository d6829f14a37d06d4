import { GRANTED, say } from "../../support/acts.ts";
import { expectNumber, expectRequests, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS, garage, HESITANT, SEO, TRACKED } from "../../support/garage.ts";
import { expect, test } from "../../support/test.ts";

const PAGE = { route: "/v1/events", type: "page" };
const ENTRY = { route: "/v1/events", type: "entry" };
const GRANT = { route: "/v1/consents", status: "granted" };

for (const api of ["Navigation API", "History API"])
  test.describe(`navigation within the page, ${api}`, () => {
    test.beforeEach(async ({ page, context, site }) => {
      if (api === "History API")
        await context.addInitScript(() => Object.defineProperty(window, "navigation", { value: undefined }));
      await site.serve({}, { head: GRANTED });
      await page.goto(site.url("/?gclid=TeSt-123"));
      await expectStored(page, { pending: [] });
    });

    test("pushState is a page view and no entry", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: () => page.evaluate(() => history.pushState(null, "", "/tarifs?utm_source=newsletter&x=1")),
        expected: [{ ...PAGE, pages: 2, url: site.url("/tarifs?utm_source=newsletter") }],
        number: ADS,
        storage: { pages: 2, last_url: site.url("/tarifs?utm_source=newsletter") },
      });
    });

    test("so is going back", async ({ page, site }) => {
      await page.evaluate(() => history.pushState(null, "", "/tarifs"));
      await expectStored(page, { pages: 2, pending: [] });
      await expectRequests(page, site, {
        action: () => page.goBack(),
        expected: [{ ...PAGE, pages: 3 }],
        storage: { pages: 3 },
      });
    });

    test("an anchor is none", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: () =>
          page.evaluate(() => {
            location.hash = "#contact";
            history.pushState(null, "", "#horaires");
          }),
        storage: { pages: 1 },
      });
    });

    test("a replaced query is none", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: () => page.evaluate(() => history.replaceState(null, "", "/?filtre=pneus")),
        storage: { pages: 1 },
      });
    });

    test("a replaced path is one", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: () => page.evaluate(() => history.replaceState(null, "", "/accueil")),
        expected: [{ ...PAGE, pages: 2, url: site.url("/accueil") }],
      });
    });

    test("numbers follow the page: a condition on pages viewed, at once", async ({ page, site }) => {
      await site.serve({ conditions: (garage().conditions ?? []).slice(-1) }, { head: GRANTED });
      await page.goto(site.url("/"));
      await expectNumber(page, TRACKED);
      await page.evaluate(() => history.pushState(null, "", "/suite"));
      await expectNumber(page, HESITANT);
    });
  });

test("a condition on the current page follows navigation within the page", async ({ page, site }) => {
  const when = { page: "/tarifs*" };
  await site.serve({ conditions: [{ id: "prices", source: "Tarifs", when, numbers: { main: SEO } }] });
  await page.goto(site.url("/"));
  await expectNumber(page, TRACKED);
  await page.evaluate(() => history.pushState(null, "", "/tarifs/pneus"));
  await expectNumber(page, SEO);
  await page.evaluate(() => history.back());
  await expectNumber(page, TRACKED);
});

test("views held while undecided are sent with the grant, in order", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url("/?gclid=TeSt-123"));
  await settled(page);
  await page.evaluate(() => {
    history.pushState(null, "", "/tarifs");
    history.pushState(null, "", "/contact");
  });
  await expectRequests(page, site, {
    action: () => say(page, true),
    expected: [
      GRANT,
      { ...ENTRY, landing: site.url("/?gclid=TeSt-123") },
      { ...PAGE, pages: 1, url: site.url("/?gclid=TeSt-123") },
      { ...PAGE, pages: 2, url: site.url("/tarifs") },
      { ...PAGE, pages: 3, url: site.url("/contact") },
    ],
    number: ADS,
    storage: { pages: 3, condition: "google-ads", last_url: site.url("/contact") },
  });
});

test("mgt('page') counts what the script cannot see, and nothing twice", async ({ page, site }) => {
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url("/"));
  await expectStored(page, { pending: [] });
  await expectRequests(page, site, {
    action: () => page.evaluate(() => window.mgt("page", "/virtuelle")),
    expected: [{ ...PAGE, pages: 2, url: site.url("/virtuelle") }],
  });
  await expectRequests(page, site, {
    action: () =>
      page.evaluate(() => {
        history.pushState(null, "", "/double");
        window.mgt("page");
      }),
    expected: [{ ...PAGE, pages: 3, url: site.url("/double") }],
  });
});

test("a page restored from the back/forward cache is a page view and no entry", async ({ page, site }) => {
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url("/?gclid=TeSt-123"));
  await expectStored(page, { pending: [] });
  await expectRequests(page, site, {
    action: () =>
      page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))),
    expected: [{ ...PAGE, pages: 2 }],
    number: ADS,
  });
  await expectRequests(page, site, {
    action: () =>
      page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }))),
  });
});

test.describe("prerendering", () => {
  test.beforeEach(({ context }) =>
    context.addInitScript(() => {
      let prerendering = true;
      Object.defineProperty(document, "prerendering", { get: () => prerendering, configurable: true });
      Object.assign(window, {
        activate() {
          prerendering = false;
          document.dispatchEvent(new Event("prerenderingchange"));
        },
      });
    }),
  );

  test("numbers are shown, but nothing is counted until the page is activated", async ({ page, site }) => {
    await site.serve({}, { head: GRANTED });
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/?gclid=TeSt-123")),
      number: ADS,
      storage: "none",
    });
    await expectRequests(page, site, {
      action: () => page.evaluate(() => (window as unknown as { activate(): void }).activate()),
      expected: [GRANT, ENTRY, { ...PAGE, pages: 1 }],
      number: ADS,
      storage: { pages: 1 },
    });
  });

  test("one that is never activated leaves no trace", async ({ page, site }) => {
    await site.serve({ mode: "rotation", consent: { rotation: "exempt" } });
    await expectRequests(page, site, {
      action: () => page.goto(site.url("/?gclid=TeSt-123")),
      number: ADS,
      storage: "none",
    });
    await page.goto("about:blank");
    expect(site.requests()).toEqual([]);
  });
});
