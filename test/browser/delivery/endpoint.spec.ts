import { GRANTED, say } from "../../support/acts.ts";
import {
  expectNothingStored,
  expectNumber,
  expectStored,
  settled,
  UUID,
} from "../../support/expectRequests.ts";
import { ADS, garage, TRACKED } from "../../support/garage.ts";
import { RealEndpoint } from "../../support/RealEndpoint.ts";
import { sessionOf, visitorOf } from "../../support/storageOf.ts";
import { test as base, expect } from "../../support/test.ts";

/** The website is the test's, the endpoint a real process: what it keeps is read back from it. */
const test = base.extend<object, { endpoint: RealEndpoint }>({
  endpoint: [
    async ({ server }, use) => {
      const origins = [`http://*.garage.localhost:${server.port}`];
      const endpoint = new RealEndpoint([
        garage({ origins }),
        garage({ key: "garage-trafic", origins, mode: "trafic" }),
        garage({ key: "garage-rotation", origins, mode: "rotation", consent: { rotation: "required" } }),
        garage({ key: "garage-invisible", origins, mode: "invisible", conditions: [] }),
      ]);
      await endpoint.start();
      await use(endpoint);
      await endpoint.remove();
    },
    // Its scripts are compiled first: its start is no part of the first test's time.
    { scope: "worker", timeout: 90_000 },
  ],
});

/** The endpoint's whole consent log, other tests' records included. */
const consentLog = (endpoint: RealEndpoint, key = "garage") =>
  endpoint
    .admin<{ consents: { status: string; receipt: string; visitor?: string }[] }>(`/v1/sites/${key}/consents`)
    .then(({ consents }) => consents);

const LANDING = "/?gclid=TeSt-123";
const tag = ({ address }: RealEndpoint, key = "garage") =>
  `<script src="${address}/${key}.js" async></script>`;

/** What the browser asked of the endpoint. */
const asked = (site: { browserRequests: { url: string; method: string }[] }, { address }: RealEndpoint) =>
  site.browserRequests
    .filter(({ url }) => url.startsWith(address))
    .map(({ url }) => url.slice(address.length));

test("arriving with an advertisement and agreeing after 5 s: one entry, stored once", async ({
  page,
  site,
  endpoint,
}) => {
  site.page("/", { script: tag(endpoint) });
  await page.clock.install();
  await page.goto(site.url(LANDING));
  await settled(page);
  await page.clock.fastForward(5000);
  expect(asked(site, endpoint)).toEqual(["/garage.js"]);
  await say(page, true);
  await expectStored(page, {
    condition: "google-ads",
    landing: site.url(LANDING),
    last_url: site.url(LANDING),
    referrer: "direct",
    source: "Google Ads",
    to_swap: [{ number: "+33123456789", tracked: ADS }],
    tracking_ids: { gclid: "TeSt-123" },
    last_action: expect.any(Number),
    pending: [],
  });
  await expectNumber(page, ADS);
  const visitor = (await visitorOf(page)) ?? "";
  const copy = await endpoint.visitor("garage", visitor);
  expect(copy.events.map(({ type }) => type).sort()).toEqual(["entry", "page"]);
  expect(copy.events.find(({ type }) => type === "entry")).toMatchObject({
    landing: site.url(LANDING),
    tracking_ids: { gclid: "TeSt-123" },
    condition: "google-ads",
    source: "Google Ads",
    channel: "paid_search",
  });
  expect(copy.consents).toMatchObject([
    { status: "granted", manager: "api", visitor, script: expect.stringMatching(/^[\da-f]{12}$/) },
  ]);
});

test("refusing: nothing but the script is asked for, nothing is kept", async ({ page, site, endpoint }) => {
  const before = (await consentLog(endpoint)).length;
  site.page("/", { script: tag(endpoint) });
  await page.goto(site.url(LANDING));
  await say(page, false);
  await settled(page);
  await expectNumber(page, ADS);
  await expectNothingStored(page);
  expect(asked(site, endpoint)).toEqual(["/garage.js"]);
  expect(await consentLog(endpoint)).toHaveLength(before);
});

test("withdrawing: the log has both records, under one receipt", async ({ page, site, endpoint }) => {
  site.page("/", { script: tag(endpoint) });
  await page.goto(site.url(LANDING));
  await say(page, true);
  await expectStored(page, { pending: [] });
  const receipt = (await sessionOf(page))?.consent;
  await say(page, false);
  await expectNothingStored(page);
  const log = async () => (await consentLog(endpoint)).filter((record) => record.receipt === receipt);
  await expect
    .poll(async () => (await log()).map(({ status }) => status).sort())
    .toEqual(["granted", "withdrawn"]);
  expect((await log()).find(({ status }) => status === "withdrawn")?.visitor ?? "").toBe("");
});

test("killed and started again: what was pending arrives, once, under its id", async ({
  page,
  site,
  endpoint,
}) => {
  // It starts a second time in here.
  test.setTimeout(90_000);
  site.page("/", { head: GRANTED, script: tag(endpoint) });
  await page.clock.install();
  await page.goto(site.url(LANDING));
  await expectStored(page, { pending: [] });
  await endpoint.stop("SIGKILL");
  await page.evaluate(() => history.pushState(null, "", "/tarifs"));
  await expectStored(page, { pages: 2, pending: [expect.objectContaining({ type: "page", pages: 2 })] });
  const id = await page.evaluate(() => JSON.parse(localStorage.mgt_session).pending[0].id);
  await endpoint.start();
  await expect(async () => {
    await page.clock.fastForward(10_000);
    expect(await page.evaluate(() => JSON.parse(localStorage.mgt_session).pending)).toEqual([]);
  }).toPass({ intervals: [100] });
  const { events } = await endpoint.visitor("garage", (await visitorOf(page)) ?? "");
  expect(events.filter((event) => event.id === id)).toHaveLength(1);
  expect(events).toHaveLength(3);
});

test("trafic: a counter and no addresses", async ({ page, site, endpoint }) => {
  for (const path of ["/", "/tarifs", "/contact"])
    site.page(path, { head: GRANTED, script: tag(endpoint, "garage-trafic") });
  for (const path of [LANDING, "/tarifs", "/contact"]) {
    await page.goto(site.url(path));
    await expectStored(page, { pending: [] });
  }
  const { events } = await endpoint.visitor("garage-trafic", (await visitorOf(page)) ?? "");
  expect(events.some(({ type }) => type === "page")).toBe(false);
  expect(JSON.stringify(events)).not.toMatch(/tarifs|contact/);
  const counts = events.filter(({ type }) => type === "pages").map(({ pages }) => pages as number);
  expect(Math.max(...counts)).toBe(3);
});

test("an id that another script writes later joins the session and the stored entry, once", async ({
  page,
  site,
  endpoint,
}) => {
  site.page("/", { head: GRANTED, script: tag(endpoint) });
  await page.clock.install();
  await page.goto(site.url(LANDING));
  await expectStored(page, { pending: [], tracking_ids: { gclid: "TeSt-123" } });
  await page.evaluate(() => cookieStore.set("_ga", "GA1.1.11.22"));
  await page.clock.runFor(10_000);
  const tracking_ids = { gclid: "TeSt-123", _ga: { raw: "GA1.1.11.22", client_id: "11.22" } };
  await expect.poll(() => sessionOf(page)).toMatchObject({ pending: [], tracking_ids });
  const { events } = await endpoint.visitor("garage", (await visitorOf(page)) ?? "");
  expect(events.filter(({ type }) => type !== "page")).toMatchObject([{ type: "entry", tracking_ids }]);
});

test("rotation: a proof of consent, and nothing about the visitor", async ({ page, site, endpoint }) => {
  site.page("/", { head: GRANTED, script: tag(endpoint, "garage-rotation") });
  await page.goto(site.url(LANDING));
  await expectStored(page, { pending: [], consent: expect.stringMatching(UUID) });
  const receipt = (await sessionOf(page))?.consent;
  const records = (await consentLog(endpoint, "garage-rotation")).filter(
    (record) => record.receipt === receipt,
  );
  expect(records).toHaveLength(1);
  expect(records[0]?.visitor ?? "").toBe("");
  const { events } = await endpoint.visitor("garage-rotation", (await visitorOf(page)) ?? "");
  expect(events).toEqual([]);
});

test("invisible: the script, and not one request more", async ({ page, site, endpoint }) => {
  site.page("/", { head: GRANTED, script: tag(endpoint, "garage-invisible") });
  await page.goto(site.url(LANDING));
  await settled(page);
  await expectNumber(page, TRACKED);
  await expectNothingStored(page);
  expect(asked(site, endpoint)).toEqual(["/garage-invisible.js"]);
});

test("the visitor's own copy, then erasure", async ({ page, site, endpoint }) => {
  site.page("/", { head: GRANTED, script: tag(endpoint) });
  await page.goto(site.url(LANDING));
  await expectStored(page, { pending: [] });
  const visitor = (await visitorOf(page)) ?? "";
  const copy = await page.evaluate(() => new Promise((resolve) => window.mgt("export", resolve)));
  expect(copy).toMatchObject({ visitor, site: "garage" });
  expect((copy as { events: unknown[] }).events).toHaveLength(2);
  await page.evaluate(() => window.mgt("forget"));
  await expectNothingStored(page);
  await expect.poll(async () => (await endpoint.visitor("garage", visitor)).events).toEqual([]);
});
