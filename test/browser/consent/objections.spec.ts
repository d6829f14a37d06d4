import { readFileSync } from "node:fs";
import { queued, say } from "../../support/acts.ts";
import { expectNothingStored, expectRequests, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS, garage, OWN } from "../../support/garage.ts";
import { visitorOf } from "../../support/storageOf.ts";
import { expect, test } from "../../support/test.ts";

const LANDING = "/?gclid=TeSt-123";
const GRANT = { route: "/v1/consents", status: "granted" };
const ENTRY = { route: "/v1/events", type: "entry" };
const PAGE = { route: "/v1/events", type: "page" };
const NUMBERS = { route: "/v1/numbers", condition: "google-ads" };
const ID = "3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f";

test.describe('probabilistic: "refused"', () => {
  test.beforeEach(({ site }) => site.serve({ probabilistic: "refused" }));

  test("a plain refusal asks for numbers", async ({ page, site }) => {
    await page.goto(site.url(LANDING));
    await expectRequests(page, site, {
      action: () => say(page, false),
      expected: [NUMBERS],
      storage: "none",
    });
  });

  test("a refusal beside Global Privacy Control stays an objection: nothing is asked", async ({
    page,
    site,
  }) => {
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true }),
    );
    await page.goto(site.url(LANDING));
    await expectRequests(page, site, {
      action: () => say(page, false),
      number: ADS,
      refuted: [{ route: "/v1/numbers" }],
      storage: "none",
    });
  });
});

test('a queued objection: with probabilistic "always" nothing is asked', async ({ page, site }) => {
  await site.serve({ probabilistic: "always" });
  await expectRequests(page, site, {
    action: () => page.goto(site.url(LANDING)),
    expected: [NUMBERS],
  });
  site.page("/oppose", { head: queued('"object"') });
  await expectRequests(page, site, {
    action: () => page.goto(site.url("/oppose?gclid=1")),
    number: ADS,
    storage: "none",
  });
});

test("a queued objection: exempt rotation never writes, not even for a moment", async ({ page, site }) => {
  await page.addInitScript(() => {
    const writes: string[] = [];
    Object.assign(window, { writes });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, value) {
      writes.push(name);
      setItem.call(this, name, value);
    };
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie") as PropertyDescriptor;
    Object.defineProperty(Document.prototype, "cookie", {
      ...cookie,
      set(text: string) {
        writes.push(text.split("=")[0] as string);
        cookie.set?.call(this, text);
      },
    });
  });
  const writes = () => page.evaluate(() => (window as unknown as { writes: string[] }).writes);
  await site.serve({ mode: "rotation", consent: { rotation: "exempt" } });
  site.page("/oppose", { head: queued('"object"') });
  await expectRequests(page, site, {
    action: () => page.goto(site.url("/oppose?gclid=1")),
    number: ADS,
    storage: "none",
  });
  expect(await writes()).toEqual([]);
  // Without it both are written, and the test would see it.
  await page.goto(site.url(LANDING));
  await settled(page);
  expect(new Set(await writes())).toEqual(new Set(["mgt_session", "mgt_visitor"]));
});

test("yes, forget, yes: a new visitor is stored and sent", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await say(page, true);
  await expectStored(page, { pending: [] });
  const before = await visitorOf(page);
  await expectRequests(page, site, {
    action: () =>
      page.evaluate(() => {
        window.mgt("forget");
        window.mgt("consent", true);
      }),
    expected: [{ route: "/v1/forget", visitor: before as string }, GRANT, ENTRY, PAGE],
    storage: { condition: "google-ads", pages: 1, pending: [] },
  });
  const after = await visitorOf(page);
  expect(after).not.toBe(before);
  for (const { visitor } of site.received().slice(-3)) if (visitor !== before) expect(visitor).toBe(after);
  expect(site.received().filter(({ visitor }) => visitor === after)).toHaveLength(3);
});

for (const granted of ["'false'", "'true'", "1", "{}"])
  test(`mgt('consent', ${granted}) is no grant`, async ({ page, site }) => {
    await site.serve({}, { head: queued(`"consent", ${granted}`) });
    await expectRequests(page, site, {
      action: () => page.goto(site.url(LANDING)),
      number: ADS,
      storage: "none",
    });
  });

for (const [mode, isHeard] of [
  ["rotation", false],
  ["parcours", true],
] as const)
  test(`the static file in ${mode}: managers are ${isHeard ? "" : "not "}listened to`, async ({
    page,
    site,
  }) => {
    const config = JSON.stringify(garage({ mode, consent: { manager: "auto", rotation: "exempt" } }));
    site.file(
      "/mgt.js",
      readFileSync(new URL("../../../dist/mgt.js", import.meta.url), "utf8"),
      "text/javascript; charset=utf-8",
    );
    site.page("/", {
      head: `<script>window.calls = []; window.__tcfapi = (command) => calls.push(command)</script>
        <script type="application/json" id="mgt-config">${config}</script>`,
      script: `<script src="/mgt.js" data-config="#mgt-config" data-endpoint="${site.endpoint}" async></script>`,
    });
    await page.goto(site.url(LANDING));
    await settled(page);
    const calls = await page.evaluate(() => (window as unknown as { calls: string[] }).calls);
    expect(calls).toEqual(isHeard ? ["addEventListener"] : []);
    if (isHeard) await expectNothingStored(page);
    else await expectStored(page, { condition: "google-ads" });
  });

test("sessionStorage.clear() in a frame does not stop the visit", async ({ page, site }) => {
  await site.serve({}, { body: '<p id="main">01 23 45 67 89</p><iframe src="/cadre"></iframe>' });
  site.page("/cadre", { script: "", body: "<p>Cadre</p>" });
  await page.goto(site.url(LANDING));
  await say(page, true);
  await expectStored(page, { pages: 1, pending: [] });
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener("storage", ({ key }) => key === null && resolve(key));
        const { sessionStorage } = frames[0] as Window;
        sessionStorage.setItem("theirs", "1");
        sessionStorage.clear();
      }),
  );
  await expectRequests(page, site, {
    action: () => page.evaluate(() => history.pushState(null, "", "/suite")),
    expected: [{ ...PAGE, url: site.url("/suite"), pages: 2 }],
    storage: { pages: 2, pending: [] },
  });
});

test("a mode narrowed from parcours to rotation drops the ids found before", async ({
  page,
  context,
  site,
}) => {
  await site.serve({ mode: "rotation", consent: { rotation: "exempt" } });
  site.page("/vide", { script: "" });
  await page.goto(site.url("/vide"));
  const now = Date.now();
  const session = {
    condition: "google-ads",
    landing: site.url("/?gclid=old"),
    last_action: now,
    last_url: site.url("/?gclid=old"),
    referrer: "direct",
    source: "Google Ads",
    channel: "paid_search",
    to_swap: [{ number: OWN, tracked: ADS }],
    tracking_ids: { gclid: "old" },
    pages: 4,
    since: now,
    consent: "",
    pending: [],
  };
  await page.evaluate((text) => localStorage.setItem("mgt_session", text), JSON.stringify(session));
  await context.addCookies([{ name: "mgt_visitor", value: ID, url: site.origin }]);
  await expectRequests(page, site, {
    action: () => page.goto(site.url("/suite")),
    number: ADS,
    storage: { tracking_ids: {}, pages: 5, since: now, landing: site.url("/?gclid=old") },
  });
  expect(await visitorOf(page), "the same visitor").toBe(ID);
});
