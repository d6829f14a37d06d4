import { GRANTED, queued, say } from "../../support/acts.ts";
import { expectNothingStored, expectRequests, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS, OWN, TRACKED } from "../../support/garage.ts";
import { visitorOf } from "../../support/storageOf.ts";
import { expect, test } from "../../support/test.ts";

const LANDING = "/?gclid=TeSt-123";
const GRANT = { route: "/v1/consents", status: "granted" };
const ENTRY = { route: "/v1/events", type: "entry" };
const PAGE = { route: "/v1/events", type: "page" };

test("mgt:ready, once, with mode, condition and numbers", async ({ page, site }) => {
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url(LANDING));
  await expectStored(page, { pending: [] });
  const ready = await page.evaluate(() => window.seen.filter(({ type }) => type === "mgt:ready"));
  expect(ready).toHaveLength(1);
  expect(ready[0]?.detail).toMatchObject({
    mode: "parcours",
    condition: "google-ads",
    source: "Google Ads",
    channel: "paid_search",
    to_swap: [{ number: OWN, tracked: ADS }],
  });
});

test("mgt:consent and mgt:swap tell each change, with details", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await say(page, true);
  await page.goto(site.url("/contact"));
  await say(page, true);
  await page.evaluate(() => {
    window.seen.length = 0;
    window.mgt("consent", false);
  });
  const seen = await page.evaluate(() => window.seen);
  expect(seen.find(({ type }) => type === "mgt:consent")?.detail).toMatchObject({
    status: "denied",
    manager: "api",
  });
  const swaps = seen.filter(({ type }) => type === "mgt:swap");
  expect(swaps.at(-1)?.detail).toMatchObject({ condition: "", to_swap: [{ number: OWN, tracked: TRACKED }] });
});

test("on('ready') tells who comes late; off ends it", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await settled(page);
  const told = await page.evaluate(() => {
    const told: string[] = [];
    const hear = ({ status }: { status: string }) => told.push(status);
    window.mgt("on", "ready", ({ condition }: { condition: string }) => told.push(condition));
    window.mgt("on", "consent", hear);
    window.mgt("consent", true);
    window.mgt("off", "consent", hear);
    window.mgt("consent", false);
    return told.filter((status) => status !== "unknown" && status !== "pending");
  });
  expect(told).toEqual(["google-ads", "granted"]);
});

test("on('entry') gives the entry that is collected", async ({ page, site }) => {
  await site.serve({}, { head: queued('"on", "entry", (entry) => { window.entry = entry; }') });
  await page.goto(site.url(LANDING));
  await settled(page);
  expect(await page.evaluate(() => "entry" in window), "not before consent").toBe(false);
  await say(page, true);
  expect(await page.evaluate(() => (window as unknown as { entry: object }).entry)).toMatchObject({
    type: "entry",
    condition: "google-ads",
    landing: site.url(LANDING),
    tracking_ids: { gclid: "TeSt-123" },
  });
});

test("mgt('swap') is synchronous, counts places, and finds nothing the second time", async ({
  page,
  site,
}) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await settled(page);
  const [under, all, again, texts] = await page.evaluate(() => {
    const added = document.createElement("div");
    added.innerHTML =
      '<p>01 23 45 67 89</p><p title="01.23.45.67.89"><a href="tel:0123456789">0123456789</a></p>';
    const other = document.createElement("p");
    other.textContent = "+33 1 23 45 67 89";
    document.body.append(added, other);
    const counts = [window.mgt("swap", added), window.mgt("swap"), window.mgt("swap")];
    return [...counts, [added.textContent, other.textContent]] as const;
  });
  expect([under, all, again]).toEqual([4, 1, 0]);
  expect(texts).toEqual(["01 84 88 00 010184880001", "+33 1 84 88 00 01"]);
});

test("mgt('number') tells the tracked number now and at each change, until it is ended", async ({
  page,
  site,
}) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await say(page, true);
  await page.goto(site.url("/contact"));
  await say(page, true);
  await settled(page);
  const told = await page.evaluate((own) => {
    const told: string[] = [];
    const end = window.mgt("number", own, (tracked: string) => told.push(tracked));
    window.mgt("consent", false);
    end();
    window.mgt("consent", true);
    return told;
  }, OWN);
  expect(told).toEqual([ADS, TRACKED]);
});

test("callbacks that throw are reported and hurt nothing", async ({ page, site }) => {
  const errors: string[] = [];
  const uncaught: Error[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => uncaught.push(error));
  const thrower = (name: string) => `() => { throw new Error("theirs: ${name}"); }`;
  await site.serve(
    {},
    {
      head: `${queued(
        ...["ready", "swap", "consent", "entry"].map((name) => `"on", "${name}", ${thrower(name)}`),
        `"number", "${OWN}", ${thrower("number")}`,
        '"consent", true',
      )}`,
    },
  );
  await expectRequests(page, site, {
    action: () => page.goto(site.url(LANDING)),
    expected: [GRANT, ENTRY, PAGE],
    number: ADS,
    storage: { condition: "google-ads", pending: [] },
  });
  for (const name of ["ready", "consent", "entry", "number"])
    expect(
      errors.some((text) => text.includes(`theirs: ${name}`)),
      name,
    ).toBe(true);
  expect(uncaught).toEqual([]);
});

test("nonsense is survived", async ({ page, site }) => {
  const uncaught: Error[] = [];
  page.on("pageerror", (error) => uncaught.push(error));
  await site.serve();
  await page.goto(site.url(LANDING));
  await settled(page);
  await page.evaluate(() => {
    window.mgt();
    window.mgt("constructor");
    window.mgt("on", "ready");
    window.mgt("on", "ready", 7);
    window.mgt("off", "ready", () => {});
    window.mgt("number");
    window.mgt("swap", null);
    window.mgt("page", "http://[");
    window.mgt("export");
  });
  await expectRequests(page, site, { number: ADS, storage: "none" });
  expect(uncaught).toEqual([]);
});

test("mgt('object') is a refusal whatever else is said, until a yes of the site", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await say(page, true);
  await expectStored(page, { pending: [] });
  await expectRequests(page, site, {
    action: () =>
      page.evaluate(() => {
        window.mgt("object");
        if (document.cookie || localStorage.length) throw new Error("not within the same task");
      }),
    expected: [{ route: "/v1/consents", status: "withdrawn" }],
    storage: "none",
    number: ADS,
  });
  await expectRequests(page, site, {
    action: () => page.evaluate(() => window.mgt("consent", true)),
    expected: [GRANT, ENTRY, PAGE],
    storage: { condition: "google-ads" },
  });
});

test("mgt('forget') erases here and at the endpoint, and nobody is remembered after", async ({
  page,
  site,
}) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await say(page, true);
  await expectStored(page, { pending: [] });
  const visitor = await visitorOf(page);
  await expectRequests(page, site, {
    action: () =>
      page.evaluate(() => {
        window.mgt("forget");
        if (document.cookie || localStorage.length) throw new Error("not within the same task");
      }),
    expected: [{ route: "/v1/forget", site: "garage", visitor }],
    storage: "none",
  });
  await expectRequests(page, site, {
    action: () => page.evaluate(() => history.pushState(null, "", "/suite")),
    storage: "none",
  });
});

test("mgt('forget') without a visitor sends nothing", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await settled(page);
  await expectRequests(page, site, {
    action: () => page.evaluate(() => window.mgt("forget")),
    storage: "none",
  });
});

test("mgt('export') calls back with the endpoint's copy, or null where there is nobody", async ({
  page,
  site,
}) => {
  const copy = { visitor: "x", events: [{ id: "1" }] };
  site.answers.set("/v1/export", {
    body: JSON.stringify(copy),
    headers: { "Content-Type": "application/json" },
  });
  await site.serve();
  await page.goto(site.url(LANDING));
  await settled(page);
  const exported = () => page.evaluate(() => new Promise((resolve) => window.mgt("export", resolve)));
  expect(await exported()).toBeNull();
  expect(site.requests("/v1/export")).toEqual([]);
  await say(page, true);
  await expectStored(page, { pending: [] });
  expect(await exported()).toEqual(copy);
  expect(JSON.parse(site.requests("/v1/export")[0]?.body ?? "")).toEqual({
    site: "garage",
    visitor: await visitorOf(page),
  });
});

test.describe("invisible", () => {
  test.beforeEach(({ site }) => site.serve({ mode: "invisible" }));

  test("the whole interface works, and nothing is ever stored or sent", async ({ page, site }) => {
    await expectRequests(page, site, { action: () => page.goto(site.url(LANDING)), number: TRACKED });
    const told = await page.evaluate((own) => {
      const told: unknown[] = [];
      window.mgt("on", "ready", ({ mode }: { mode: string }) => told.push(mode));
      window.mgt("number", own, (tracked: string) => told.push(tracked));
      for (const [name, ...rest] of [
        ["consent", true],
        ["consent", false],
        ["object"],
        ["forget"],
        ["page"],
        ["page", "/x"],
      ])
        window.mgt(name, ...rest);
      window.mgt("export", (copy: unknown) => told.push(copy));
      history.pushState(null, "", "/suite");
      told.push(window.mgt("swap"));
      return told;
    }, OWN);
    expect(told.slice(0, 2)).toEqual(["invisible", TRACKED]);
    expect(told).toContain(0);
    await expectRequests(page, site, { number: TRACKED, storage: "none" });
    expect(site.calls.map(({ path }) => path)).toEqual(["/garage.js"]);
    await expectNothingStored(page);
  });
});
