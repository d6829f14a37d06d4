import type { Page } from "playwright/test";
import { GRANTED, queued, say } from "../../support/acts.ts";
import { expectRequests, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS } from "../../support/garage.ts";
import { sessionOf } from "../../support/storageOf.ts";
import type { Answer, TestSite } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

/** Ids of the events in each request to `/v1/events`, in the order in which they came. */
const deliveries = (site: TestSite): string[][] =>
  site.requests("/v1/events").map(({ body }) => JSON.parse(body).events.map(({ id }: { id: string }) => id));

const hide = (page: Page, hidden = true) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { get: () => hidden, configurable: true });
    Object.defineProperty(document, "visibilityState", {
      get: () => (hidden ? "hidden" : "visible"),
      configurable: true,
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

/** Lets the script's back-off pass until the condition holds, without waiting for it. */
async function advanceUntil(page: Page, holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(10_000);
    expect(await holds()).toBe(true);
  }).toPass({ intervals: [100] });
}

test("text/plain, without credentials or preflight, with the client's clock", async ({ page, site }) => {
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url("/?gclid=1"));
  await expectStored(page, { pending: [] });
  for (const { method, headers, body } of site.requests()) {
    expect(method).toBe("POST");
    expect(headers["content-type"]).toMatch(/^text\/plain/);
    expect(headers.cookie).toBeUndefined();
    if ("events" in JSON.parse(body))
      expect(Math.abs(JSON.parse(body).sent - Date.now())).toBeLessThan(60_000);
  }
});

test("endpoint down: numbers are right, events arrive once when it is back, under the same ids", async ({
  page,
  site,
}) => {
  await page.clock.install();
  site.down = true;
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url("/?gclid=TeSt-123"));
  await expect.poll(() => deliveries(site).length).toBeGreaterThan(0);
  await expectRequests(page, site, { number: ADS, storage: { condition: "google-ads" } });
  const pending = (await sessionOf(page))?.pending.map(({ id }: { id: string }) => id);
  expect(pending).toHaveLength(3);
  await advanceUntil(page, () => deliveries(site).length > 1);
  site.down = false;
  const before = site.requests().length;
  await advanceUntil(page, async () => (await sessionOf(page))?.pending.length === 0);
  const acknowledged = site
    .requests()
    .slice(before)
    .flatMap(({ body }) => {
      const { id, events } = JSON.parse(body);
      return events ? events.map((event: { id: string }) => event.id) : [id];
    });
  expect(acknowledged.sort()).toEqual(pending.sort());
});

for (const status of [429, 500, 503])
  test(`${status} is tried again, the same ids, until it is acknowledged`, async ({ page, site }) => {
    await page.clock.install();
    site.answers.set("/v1/events", { status, headers: { "Retry-After": "1" } });
    await site.serve({ mode: "origine" }, { head: GRANTED });
    await page.goto(site.url("/?gclid=1"));
    await expect.poll(() => deliveries(site).length).toBe(1);
    await advanceUntil(page, () => deliveries(site).length > 1);
    site.answers.clear();
    await advanceUntil(page, async () => (await sessionOf(page))?.pending.length === 0);
    expect(new Set(deliveries(site).flat()).size).toBe(1);
  });

for (const status of [400, 403, 404, 413])
  test(`${status} is not tried again`, async ({ page, site }) => {
    await page.clock.install();
    site.answers.set("/v1/events", { status });
    await site.serve({ mode: "origine" }, { head: GRANTED });
    await page.goto(site.url("/?gclid=1"));
    await expectStored(page, { pending: [] });
    await page.clock.runFor("30:00");
    await settled(page);
    expect(deliveries(site)).toHaveLength(1);
  });

const comeBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event("online")));

test("the network is back: what waits is sent at once, and nothing twice that is on its way", async ({
  page,
  site,
}) => {
  await page.clock.install();
  site.down = true;
  await site.serve({ mode: "origine" }, { head: GRANTED });
  await page.goto(site.url("/?gclid=1"));
  await advanceUntil(page, () => deliveries(site).length > 3);
  await settled(page);
  const before = deliveries(site).length;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/v1/events", async (route) => {
    await answered;
    await route.fallback();
  });
  site.down = false;
  const asked = page.waitForRequest("**/v1/events");
  await comeBack(page);
  await asked;
  await comeBack(page);
  await comeBack(page);
  answer();
  await expectStored(page, { pending: [] });
  expect(deliveries(site)).toHaveLength(before + 1);
});

test("the network is back: never before the endpoint asked, hidden or not, whatever else was accepted", async ({
  page,
  site,
}) => {
  await page.clock.install();
  site.answers.set("/v1/events", { status: 429, headers: { "Retry-After": "3600" } });
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url("/?gclid=1"));
  await expect.poll(() => site.requests("/v1/consents").length).toBe(1);
  await expect.poll(() => deliveries(site).length).toBe(1);
  await settled(page);
  await comeBack(page);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
  });
  await comeBack(page);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { get: () => false, configurable: true });
    history.pushState(null, "", "/suite");
  });
  await settled(page);
  expect(deliveries(site)).toHaveLength(1);
  site.answers.clear();
  await page.clock.fastForward("02:05:00");
  await expectStored(page, { pending: [] });
});

test("what was not acknowledged is sent again by the next page", async ({ page, site }) => {
  site.down = true;
  await site.serve({ mode: "origine" }, { head: GRANTED });
  await page.goto(site.url("/?gclid=1"));
  await expect.poll(() => deliveries(site).length).toBeGreaterThan(0);
  const [[id] = []] = deliveries(site);
  site.down = false;
  const before = deliveries(site).length;
  await page.goto(site.url("/suite"));
  await expectStored(page, { pending: [] });
  expect(deliveries(site).slice(before).flat()).toContain(id);
});

test("a hidden page hands what is pending to the browser as one beacon, and repeats it when shown", async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    const beacons: string[] = [];
    Object.assign(window, { beacons });
    const original = navigator.sendBeacon.bind(navigator);
    navigator.sendBeacon = (url, data) => {
      beacons.push(String(url));
      return original(url, data);
    };
  });
  const beacons = () => page.evaluate(() => (window as unknown as { beacons: string[] }).beacons);
  site.down = true;
  await site.serve({ mode: "origine" }, { head: GRANTED });
  await page.clock.install();
  await page.goto(site.url("/?gclid=1"));
  await expect.poll(() => site.requests("/v1/consents").length).toBeGreaterThan(0);
  await expect.poll(() => deliveries(site).length).toBe(1);
  await settled(page);
  site.down = false;
  await hide(page);
  await expect.poll(() => deliveries(site).length).toBe(2);
  expect((await beacons()).filter((url) => url.endsWith("/v1/events"))).toHaveLength(1);
  expect((await sessionOf(page))?.pending, "a beacon is no acknowledgement").not.toEqual([]);
  // Past any wait that the failures before have asked for: what is repeated now is so because it is shown.
  await page.clock.fastForward("10:00");
  expect(deliveries(site), "nothing is repeated while it is hidden").toHaveLength(2);
  await hide(page, false);
  await expectStored(page, { pending: [] });
  expect(new Set(deliveries(site).flat()).size).toBe(1);
});

test("leaving the page beacons what is pending; what the beacon lost, the next page sends", async ({
  page,
  site,
}) => {
  site.down = true;
  await site.serve({ mode: "origine" }, { head: GRANTED });
  site.page("/sans", { script: "" });
  await page.goto(site.url("/?gclid=1"));
  await expect.poll(() => deliveries(site).length).toBe(1);
  await page.goto(site.url("/sans"));
  await expect.poll(() => deliveries(site).length).toBeGreaterThan(1);
  site.down = false;
  await page.goto(site.url("/retour"));
  await expectStored(page, { pending: [] });
  expect(new Set(deliveries(site).flat()).size).toBe(1);
});

test("a refused beacon falls back to fetch", async ({ page, site }) => {
  await page.addInitScript(() => {
    navigator.sendBeacon = () => false;
  });
  const answer: Answer = { status: 503 };
  site.answers.set("/v1/events", answer);
  await page.clock.install();
  await site.serve({ mode: "origine" }, { head: GRANTED });
  await page.goto(site.url("/?gclid=1"));
  await expect.poll(() => deliveries(site).length).toBe(1);
  await settled(page);
  site.answers.clear();
  await hide(page);
  await expectStored(page, { pending: [] });
});

test("a withdrawal drops what was not delivered, and aborts what is under way", async ({ page, site }) => {
  site.down = true;
  await page.clock.install();
  await site.serve();
  await page.goto(site.url("/?gclid=1"));
  await say(page, true);
  await expect.poll(() => deliveries(site).length).toBeGreaterThan(0);
  await say(page, false);
  // The one record of it is tried at once, and never again.
  await expect
    .poll(() => site.requests("/v1/consents").filter(({ body }) => /"withdrawn"/.test(body)).length)
    .toBe(1);
  site.down = false;
  const before = site.requests("/v1/events").length;
  await page.clock.runFor("30:00");
  await expectRequests(page, site, { storage: "none" });
  expect(site.requests("/v1/events")).toHaveLength(before);
});

test("a grant that could not be posted waits, and is posted once", async ({ page, site }) => {
  await page.clock.install();
  site.answers.set("/v1/consents", { status: 503 });
  await site.serve({ mode: "rotation", consent: { rotation: "required" } }, { head: GRANTED });
  await page.goto(site.url("/?gclid=1"));
  await expect.poll(() => site.requests("/v1/consents").length).toBe(1);
  site.answers.clear();
  await page.goto(site.url("/suite"));
  await expectStored(page, { pending: [] });
  expect(new Set(site.requests("/v1/consents").map(({ body }) => JSON.parse(body).id)).size).toBe(1);
});

test("long undelivered: at most 50 and 16 KiB wait, the oldest kept", async ({ page, site }) => {
  site.down = true;
  await page.clock.install();
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url("/?gclid=TeSt-123"));
  await settled(page);
  await page.evaluate(() => {
    for (let count = 0; count < 120; count++) history.pushState(null, "", `/${"page-".repeat(40)}${count}`);
  });
  await settled(page);
  const { pending } = (await sessionOf(page)) ?? {};
  expect(pending.length).toBeGreaterThan(10);
  expect(pending.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(pending).length).toBeLessThanOrEqual(16_384);
  expect(pending.some(({ type }: { type: string }) => type === "entry")).toBe(true);
  for (const { body } of site.requests()) expect(body.length).toBeLessThan(65_536);
});

test("callClicks: a tap on a tel: link is sent with both numbers", async ({ page, site }) => {
  await site.serve({ mode: "origine", callClicks: true }, { head: GRANTED });
  await page.goto(site.url("/?gclid=1"));
  await expectStored(page, { pending: [] });
  await page.evaluate(() =>
    document.querySelector("#call")?.addEventListener("click", (e) => e.preventDefault()),
  );
  await expectRequests(page, site, {
    action: () => page.locator("#call").click(),
    expected: [
      {
        route: "/v1/events",
        type: "call_click",
        number: "+33123456789",
        tracked: ADS,
        condition: "google-ads",
      },
    ],
    storage: { pending: [] },
  });
});

test("without callClicks taps are told to the page only", async ({ page, site }) => {
  await site.serve(
    { mode: "origine" },
    { head: `${GRANTED}${queued('"on", "call", (call) => { window.told = call; }')}` },
  );
  await page.goto(site.url("/?gclid=1"));
  await expectStored(page, { pending: [] });
  await page.evaluate(() =>
    document.querySelector("#call")?.addEventListener("click", (e) => e.preventDefault()),
  );
  await expectRequests(page, site, { action: () => page.locator("#call").click() });
  expect(await page.evaluate(() => (window as unknown as { told: object }).told)).toMatchObject({
    number: "+33123456789",
    tracked: ADS,
    condition: "google-ads",
  });
});
