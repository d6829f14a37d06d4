import type { FrameLocator, Page } from "playwright/test";
import type { TcfChoice } from "../../../src/managers/tcf/demo/encodeChoice.ts";
import type { ConsentSettings } from "../../../src/vocabulary/site.ts";
import { bundled } from "../../support/bundled.ts";
import { expectNothingStored, expectRequests, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS, TRACKED } from "../../support/garage.ts";
import type { Received } from "../../support/TestSite.ts";
import type { TcfManager } from "../../support/tcfManager.ts";
import { expect, test } from "../../support/test.ts";

type CmpWindow = Window & { cmp: TcfManager };

const LANDING = "/?gclid=TeSt-123";
const VENDOR = 755;
const EVENTS: Partial<Received>[] = [
  { route: "/v1/events", type: "entry", condition: "google-ads" },
  { route: "/v1/events", type: "page" },
];
const GRANT: Partial<Received> = { route: "/v1/consents", status: "granted", manager: "tcf" };
const consent: Partial<ConsentSettings> = { manager: "tcf", vendor: VENDOR, purposes: [1, 8] };
const YES: TcfChoice = { purposes: [1, 8], vendors: [VENDOR] };

const STUB = '<script src="/tcf/stub.js"></script>';
const MANAGER = '<script src="/tcf/manager.js"></script>';

test.beforeEach(async ({ site }) => {
  const type = "text/javascript";
  site.file("/tcf/stub.js", await bundled("../../src/managers/tcf/demo/stub.ts"), type);
  site.file("/tcf/manager.js", await bundled("./tcfManager.ts"), type);
  await site.serve({ consent }, { head: `${STUB}${MANAGER}` });
});

/** The last consent status that the page was told. */
const status = (page: Page) =>
  page.evaluate(() => window.seen.filter(({ type }) => type === "mgt:consent").at(-1)?.detail.status);

test("the stub alone never becomes a decision", async ({ page, site }) => {
  await site.serve({ consent }, { head: STUB });
  await page.clock.install();
  await page.goto(site.url(LANDING));
  await settled(page);
  await expectRequests(page, site, {
    action: () => page.clock.runFor("10:00"),
    number: ADS,
    storage: "none",
  });
});

test("cmpuishown is no decision", async ({ page, site }) => {
  await page.goto(site.url(LANDING));
  await settled(page);
  await expectRequests(page, site, {
    action: () => page.evaluate(() => (window as unknown as CmpWindow).cmp.show()),
    number: ADS,
    storage: "none",
  });
});

test("granted in the panel", async ({ page, site }) => {
  await page.goto(site.url(LANDING));
  await settled(page);
  await page.evaluate(() => (window as unknown as CmpWindow).cmp.show());
  let signal = "";
  await expectRequests(page, site, {
    action: async () => {
      signal = await page.evaluate((choice) => (window as unknown as CmpWindow).cmp.choose(choice), YES);
    },
    expected: [{ ...GRANT, key: `${VENDOR}` }, ...EVENTS],
    number: ADS,
    storage: { condition: "google-ads", pending: [] },
  });
  expect(site.received()[0]?.signal).toBe(signal);
});

test("granted on an earlier page: tcloaded", async ({ page, site }) => {
  const head = `${STUB}${MANAGER}<script>cmp.choose(${JSON.stringify(YES)})</script>`;
  site.page("/", { head });
  await expectRequests(page, site, {
    action: () => page.goto(site.url(LANDING)),
    expected: [GRANT, ...EVENTS],
    storage: { pending: [] },
  });
});

test("the framework comes after the script, which asks again until it is there", async ({ page, site }) => {
  await site.serve({ consent });
  await page.goto(site.url(LANDING));
  await settled(page);
  await expectRequests(page, site, {
    action: async () => {
      await page.addScriptTag({ url: "/tcf/stub.js" });
      await page.addScriptTag({ url: "/tcf/manager.js" });
      await page.evaluate((choice) => (window as unknown as CmpWindow).cmp.choose(choice), YES);
    },
    expected: [GRANT, ...EVENTS],
    storage: { pending: [] },
  });
});

const REFUSALS: readonly [string, TcfChoice][] = [
  ["everything refused", {}],
  ["the vendor, but not all purposes", { purposes: [1], vendors: [VENDOR] }],
  ["the purposes, but not the vendor", { purposes: [1, 8] }],
  ["another vendor only", { purposes: [1, 8], vendors: [12] }],
  ["legitimate interest instead of consent", { purposes: [1], legitimateInterests: [8], vendors: [VENDOR] }],
  ["a purpose that the publisher does not allow us", { ...YES, restriction: "not allowed" }],
  [
    "a purpose that the publisher bases on legitimate interest",
    { ...YES, restriction: "legitimate interest" },
  ],
];
for (const [name, choice] of REFUSALS)
  test(`a refusal: ${name}`, async ({ page, site }) => {
    await page.goto(site.url(LANDING));
    await settled(page);
    await page.evaluate(() => (window as unknown as CmpWindow).cmp.show());
    await page.evaluate((choice) => (window as unknown as CmpWindow).cmp.choose(choice), choice);
    expect(await status(page)).toBe("denied");
    await expectRequests(page, site, { number: ADS, storage: "none" });
    expect(site.requests()).toEqual([]);
  });

test("withdrawn; reopening the panel is no withdrawal", async ({ page, site }) => {
  await page.goto(site.url(LANDING));
  await settled(page);
  await page.evaluate((choice) => (window as unknown as CmpWindow).cmp.choose(choice), YES);
  await expectStored(page, { pending: [] });
  await expectRequests(page, site, {
    action: () => page.evaluate(() => (window as unknown as CmpWindow).cmp.show()),
    storage: { condition: "google-ads" },
  });
  const receipt = site.received().find(({ status }) => status === "granted")?.receipt;
  await expectRequests(page, site, {
    action: async () => {
      const left = await page.evaluate(() => {
        (window as unknown as CmpWindow).cmp.choose({});
        return [document.cookie, localStorage.length];
      });
      expect(left, "within the same task").toEqual(["", 0]);
    },
    expected: [{ route: "/v1/consents", status: "withdrawn", manager: "tcf", receipt }],
    storage: "none",
  });
});

test("vendor 0: the purposes alone decide, and the proof says so", async ({ page, site }) => {
  await site.serve({ consent: { ...consent, vendor: 0 } }, { head: `${STUB}${MANAGER}` });
  await page.goto(site.url(LANDING));
  await settled(page);
  await page.evaluate(() => (window as unknown as CmpWindow).cmp.choose({ purposes: [1] }));
  expect(await status(page)).toBe("denied");
  await expectNothingStored(page);
  await expectRequests(page, site, {
    action: () => page.evaluate(() => (window as unknown as CmpWindow).cmp.choose({ purposes: [1, 8] })),
    expected: [{ ...GRANT, signal: expect.stringMatching(/1\D+8/) }, ...EVENTS],
    storage: { pending: [] },
  });
});

test("outside the regulation it counts as denied", async ({ page, site }) => {
  await page.goto(site.url(LANDING));
  await settled(page);
  await page.evaluate(() => (window as unknown as CmpWindow).cmp.doesNotApply());
  expect(await status(page)).toBe("not_applicable");
  await expectRequests(page, site, { number: ADS, storage: "none" });
  await expectRequests(page, site, {
    action: () => page.goto(site.url("/contact")),
    number: TRACKED,
    storage: "none",
  });
});

test("in auto a manager of our own name beats the framework", async ({ page, site }) => {
  await site.serve({ consent: { manager: "auto", vendor: VENDOR } }, { head: `${STUB}${MANAGER}` });
  await page.goto(site.url(LANDING));
  await settled(page);
  await page.evaluate((choice) => (window as unknown as CmpWindow).cmp.choose(choice), YES);
  await expectStored(page, { pending: [] });
  await page.evaluate(() => {
    const refused = { services: {}, state: { magnetis: false }, version: "1.34.0" };
    (window as unknown as { tarteaucitron: object }).tarteaucitron = refused;
    document.dispatchEvent(new Event("magnetis_disallowed"));
  });
  expect(await status(page)).toBe("denied");
  await expectNothingStored(page);
});

test.describe("in an iframe", () => {
  test.setTimeout(40_000);
  /** The manager stands in the page around, our script in the frame. */
  const around = (frame: string) => ({
    head: `${STUB}${MANAGER}<script>window.pings = 0; addEventListener("message", () => pings++)</script>`,
    body: `<iframe id="frame" src="${frame}"></iframe>`,
    script: "",
  });
  const heard = (frame: FrameLocator) =>
    frame
      .locator("body")
      .evaluate(() => window.seen.filter(({ type }) => type === "mgt:consent").at(-1)?.detail.status);

  test.beforeEach(({ site }) => {
    site.page("/framed", {});
    site.page("/around", around("/framed?gclid=TeSt-123"));
  });

  test("stored, granted, withdrawn through the locator", async ({ page, site }) => {
    await page.goto(site.url("/around"));
    const frame = page.frameLocator("#frame");
    await expect.poll(() => heard(frame), { timeout: 10_000 }).toBe("pending");
    await page.evaluate((choice) => (window as unknown as CmpWindow).cmp.choose(choice), YES);
    await expect
      .poll(() =>
        site
          .received()
          .map(({ type, status }) => type ?? status)
          .sort(),
      )
      .toEqual(["entry", "granted", "page"]);
    // The reference stub has forgotten the frame by now: it hears of the change because it goes on asking.
    const pings = () => page.evaluate(() => (window as unknown as { pings: number }).pings);
    const before = await pings();
    await expect.poll(pings, { timeout: 10_000 }).toBeGreaterThan(before + 2);
    await page.evaluate(() => (window as unknown as CmpWindow).cmp.choose({}));
    await expect.poll(() => heard(frame), { timeout: 10_000 }).toBe("denied");
    await expect.poll(() => site.received().at(-1)).toMatchObject({ status: "withdrawn", manager: "tcf" });
    await expectNothingStored(page);
  });

  test("refused", async ({ page, site }) => {
    await page.goto(site.url("/around"));
    const frame = page.frameLocator("#frame");
    await expect.poll(() => heard(frame), { timeout: 10_000 }).toBe("pending");
    await page.evaluate(() => (window as unknown as CmpWindow).cmp.choose({}));
    await expect.poll(() => heard(frame), { timeout: 10_000 }).toBe("denied");
    expect(site.received()).toEqual([]);
    await expectNothingStored(page);
  });

  test("of another website: the answer crosses the border", async ({ page, site }) => {
    const { head, body } = around(`${site.origin}/framed`);
    site.file(
      "elsewhere/around",
      `<!doctype html>${head.replaceAll('src="/', `src="${site.origin}/`)}${body}`,
    );
    await page.goto(`${site.elsewhere}/around`);
    const frame = page.frameLocator("#frame");
    await page.evaluate((choice) => (window as unknown as CmpWindow).cmp.choose(choice), YES);
    await expect.poll(() => heard(frame), { timeout: 10_000 }).toBe("granted");
  });
});

const ANSWERS: readonly [string, object | null, boolean, string | undefined][] = [
  ["an old string discloses nobody: absent", { vendor: { consents: { [VENDOR]: true } } }, true, "granted"],
  [
    "an old string discloses nobody: empty",
    { vendor: { consents: { [VENDOR]: true }, disclosedVendors: {} } },
    true,
    "granted",
  ],
  [
    "the key of an earlier text",
    { vendor: { consents: { [VENDOR]: true }, vendorsDisclosed: { [VENDOR]: true } } },
    true,
    "granted",
  ],
  [
    "not among the disclosed vendors",
    { vendor: { consents: { [VENDOR]: true }, disclosedVendors: { 2: true, [VENDOR]: false } } },
    true,
    "denied",
  ],
  ["a string of a group of sites", { isServiceSpecific: false }, true, "pending"],
  ["a yes that is no boolean", { vendor: { consents: { [VENDOR]: "true" } } }, true, "denied"],
  ["no success", {}, false, "pending"],
  ["no data", null, true, "pending"],
  ["an unknown event", { eventStatus: "tcreloaded" }, true, "pending"],
];

for (const [name, changes, success, expected] of ANSWERS)
  test(`a framework's answer: ${name}`, async ({ page, site }) => {
    const data = changes && {
      eventStatus: "useractioncomplete",
      gdprApplies: true,
      isServiceSpecific: true,
      tcString: "C",
      purpose: { consents: { 1: true, 8: true } },
      vendor: { consents: { [VENDOR]: true } },
      publisher: { restrictions: {} },
      ...changes,
    };
    await site.serve(
      { consent },
      {
        head: `<script>window.__tcfapi = (command, version, callback) => callback(${JSON.stringify(data)}, ${success})</script>`,
      },
    );
    await page.goto(site.url(LANDING));
    await settled(page);
    await expect.poll(() => status(page)).toBe(expected);
    if (expected !== "granted") await expectNothingStored(page);
  });

test("a framework that throws is no decision, and hurts nothing", async ({ page, site }) => {
  const head = "<script>window.__tcfapi = () => { throw new Error('broken') }</script>";
  await site.serve({ consent }, { head });
  await page.clock.install();
  await page.goto(site.url(LANDING));
  await settled(page);
  await expectRequests(page, site, {
    action: () => page.clock.runFor("01:00"),
    number: ADS,
    storage: "none",
  });
});
