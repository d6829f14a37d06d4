import type { Page } from "playwright/test";
import { say } from "../../support/acts.ts";
import {
  expectNothingStored,
  expectNumber,
  expectRequests,
  expectStored,
  settled,
} from "../../support/expectRequests.ts";
import { ADS, SEO, TRACKED } from "../../support/garage.ts";
import { visitorOf } from "../../support/storageOf.ts";
import { BODY, type TestSite } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

/** A visitor of whom nothing is known, on a later page: where his tab landed decides (SPEC §6). */

const LANDING = "/?gclid=TeSt-123";
const LINKS = `${BODY}<a id="next" href="/prix">Prix</a><a id="tab" href="/prix" target="_blank">Prix</a>
  <form action="/prix"><input name="q" value="pneus"><button id="send">Chercher</button></form>
  <a id="anchor" href="#bas">Bas</a>`;

const ENTRY = { route: "/v1/events", type: "entry", condition: "google-ads", channel: "paid_search" };

async function serve(site: TestSite, changes = {}): Promise<void> {
  await site.serve(changes, { body: LINKS });
  site.page("/prix", { body: LINKS });
}

/** Ways from the landing to the next page; each gives the page that is then looked at. */
const WAYS: Record<string, (page: Page, site: TestSite) => Promise<Page>> = {
  "a link": async (page) => {
    await page.click("#next");
    return page;
  },
  "a link to a new tab": async (page) => {
    const [opened] = await Promise.all([page.context().waitForEvent("page"), page.click("#tab")]);
    return opened;
  },
  "a form": async (page) => {
    await page.click("#send");
    return page;
  },
  "location.href": async (page, site) => {
    await page.evaluate((url) => void setTimeout(() => (location.href = url)), site.url("/prix"));
    return page;
  },
  "location.replace": async (page, site) => {
    await page.evaluate((url) => void setTimeout(() => location.replace(url)), site.url("/prix"));
    return page;
  },
  "an anchor, then a link": async (page) => {
    await page.click("#anchor");
    await page.click("#next");
    return page;
  },
  "a link, and a reload": async (page) => {
    await page.click("#next");
    await page.waitForURL("**/prix");
    await page.reload();
    return page;
  },
  "a link to another page, and back": async (page, site) => {
    await page.click("#next");
    await page.waitForURL("**/prix");
    await page.goto(site.url("/fin"));
    await page.goBack();
    return page;
  },
};

for (const [name, go] of Object.entries(WAYS)) {
  test(`${name}: the number of the landing; nothing is sent before a yes, then its one entry`, async ({
    page,
    site,
  }) => {
    await serve(site);
    await page.goto(site.url(LANDING));
    await expectNumber(page, ADS);
    const next = await go(page, site);
    await next.waitForURL(/\/prix/);
    await expectNumber(next, ADS);
    await expectNothingStored(next);
    expect([...site.requests("/v1/events"), ...site.requests("/v1/consents")]).toEqual([]);
    await expectRequests(next, site, {
      action: () => say(next, true),
      expected: [
        { route: "/v1/consents", status: "granted" },
        { ...ENTRY, landing: site.url(LANDING) },
        { route: "/v1/events", type: "page", url: site.url(new URL(next.url()).pathname), pages: 2 },
      ],
      storage: {
        landing: site.url(LANDING),
        condition: "google-ads",
        channel: "paid_search",
        tracking_ids: { gclid: "TeSt-123" },
        pages: 2,
        pending: [],
      },
    });
  });
}

test("a redirect by script before our tag", async ({ page, site }) => {
  await serve(site);
  site.page("/", { head: '<script>location.replace("/prix")</script>', body: LINKS });
  await page.goto(site.url(LANDING));
  await page.waitForURL("**/prix");
  await expectNumber(page, ADS);
  await expectRequests(page, site, {
    action: () => say(page, true),
    expected: [
      { route: "/v1/consents", status: "granted" },
      ENTRY,
      { route: "/v1/events", type: "page", pages: 2 },
    ],
    storage: { landing: site.url(LANDING), pages: 2 },
  });
});

test("refused: the tab still knows its landing, another tab does not", async ({ page, context, site }) => {
  await serve(site);
  await page.goto(site.url(LANDING));
  await say(page, false);
  await page.click("#next");
  await say(page, false);
  await expectNumber(page, ADS);
  await expectNothingStored(page);
  const other = await context.newPage();
  await other.goto(site.url("/prix"));
  await expectNumber(other, TRACKED);
  expect([...site.requests("/v1/events"), ...site.requests("/v1/consents")]).toEqual([]);
});

test("an objection: this page only", async ({ page, site }) => {
  await serve(site);
  await page.goto(site.url(LANDING));
  await page.click("#next");
  await expectNumber(page, ADS);
  await page.evaluate(() => window.mgt("object"));
  await expectNumber(page, TRACKED);
});

test('"carry": false: the number of this page, but a yes knows the landing', async ({ page, site }) => {
  await serve(site, { carry: false });
  await page.goto(site.url(LANDING));
  await page.click("#next");
  await expectNumber(page, TRACKED);
  await say(page, true);
  await expectNumber(page, ADS);
  await expectStored(page, { landing: site.url(LANDING), pages: 2 });
});

test("a yes after a withdrawal: a new visitor, the same landing", async ({ page, site }) => {
  await serve(site);
  await page.goto(site.url(LANDING));
  await page.click("#next");
  await say(page, true);
  await expectStored(page, { landing: site.url(LANDING) });
  const before = await visitorOf(page);
  await say(page, false);
  await say(page, true);
  await expectStored(page, { landing: site.url(LANDING), condition: "google-ads", pages: 2 });
  expect(await visitorOf(page)).not.toBe(before);
});

test("an address that is typed is an arrival of its own", async ({ page, site }) => {
  await serve(site);
  await page.goto(site.url(LANDING));
  await page.goto(site.url("/prix"));
  await expectNumber(page, TRACKED);
  await say(page, true);
  await say(page, false);
  await expectNumber(page, TRACKED);
  await page.reload();
  await expectNumber(page, TRACKED);
});

test('"entry": "last": the newest landing of the tab', async ({ page, site }) => {
  await serve(site, { entry: "last" });
  site.page("/offre", { body: LINKS });
  await page.goto(site.url(LANDING));
  await page.goto(site.url("/offre?utm_medium=organic"));
  await page.click("#next");
  await expectNumber(page, SEO);
});

for (const [name, head] of [
  [
    "a variable named navigation",
    "<script>var navigation = { currentEntry: { index: 3 }, entries: 7 }</script>",
  ],
  ["an element with that id", '<meta id="navigation">'],
  ["the list refused", "<script>navigation.entries = () => { throw new Error('no') }</script>"],
  ["addresses that are not told", "<script>navigation.entries = () => [{ url: null }, {}]</script>"],
] as const)
  test(`${name}: harmless, and the referrer tells`, async ({ page, site }) => {
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await serve(site);
    site.page("/prix", { head, body: LINKS });
    await page.goto(site.url(LANDING));
    await page.click("#next");
    await expectNumber(page, ADS);
    await settled(page);
    expect(errors).toEqual([]);
  });

test("nothing found: the page itself is the entry, of channel internal", async ({ page, site }) => {
  await serve(site);
  await page.goto(site.url("/"));
  await page.click("#next");
  await say(page, true);
  await expectStored(page, { landing: site.url("/prix"), channel: "internal", condition: "" });
});

for (const carry of [false, "tab"] as const)
  test(`"carry": ${carry}: a condition on the language holds with and without the landing, before a yes and after`, async ({
    page,
    site,
  }) => {
    const conditions = [{ id: "french", source: "French", when: { language: "fr" }, numbers: { main: SEO } }];
    await serve(site, { carry, conditions });
    await page.goto(site.url(LANDING));
    await page.click("#next");
    await expectNumber(page, SEO);
    await page.evaluate(() => window.mgt("object"));
    await expectNumber(page, SEO);
    await say(page, true);
    // No condition names the click id: it is not kept in the address.
    await expectStored(page, { landing: site.url("/"), condition: "french" });
  });
