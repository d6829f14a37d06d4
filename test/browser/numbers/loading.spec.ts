import { readFileSync } from "node:fs";
import { GRANTED, queued, say } from "../../support/acts.ts";
import { expectNothingStored, expectNumber, expectRequests, settled } from "../../support/expectRequests.ts";
import { ADS, garage, OWN, TRACKED } from "../../support/garage.ts";
import { BODY } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

const LANDING = "/?gclid=TeSt-123";
const GRANT = { route: "/v1/consents", status: "granted" };
const ENTRY = { route: "/v1/events", type: "entry" };
const PAGE = { route: "/v1/events", type: "page" };

const PLACES: readonly [string, (src: string) => { script?: string; body?: string }][] = [
  ["async in the head", (src) => ({ script: `<script src="${src}" async></script>` })],
  ["in the head", (src) => ({ script: `<script src="${src}"></script>` })],
  ["deferred", (src) => ({ script: `<script src="${src}" defer></script>` })],
  ["as a module", (src) => ({ script: `<script type="module" src="${src}"></script>` })],
  ["as an async module", (src) => ({ script: `<script type="module" async src="${src}"></script>` })],
  ["at the end of the body", (src) => ({ script: "", body: `${BODY}<script src="${src}"></script>` })],
  [
    "added by another script",
    (src) => ({
      script: `<script>addEventListener("load", () => { const s = document.createElement("script"); s.src = "${src}"; document.head.append(s); })</script>`,
    }),
  ],
];

for (const [name, place] of PLACES)
  test(`the script ${name}`, async ({ page, site }) => {
    await site.serve();
    site.page("/", { head: GRANTED, ...place(`${site.endpoint}/garage.js`) });
    await expectRequests(page, site, {
      action: () => page.goto(site.url(LANDING)),
      expected: [GRANT, ENTRY, PAGE],
      number: ADS,
      storage: { condition: "google-ads" },
    });
  });

test("in the head, no frame shows the owner's number", async ({ page, site }) => {
  await site.serve(
    {},
    {
      head: `<script>
      window.frames_ = [];
      // An intersection is told after the frame is laid out with all that was changed for it.
      const look = () => {
        const main = document.querySelector("#main");
        if (main) new IntersectionObserver((_, observer) => {
          observer.disconnect();
          window.frames_.push(main.textContent);
        }).observe(main);
        requestAnimationFrame(look);
      };
      look();
    </script>`,
      body: `${"<p>Pneus, freins et vidange.</p>".repeat(2000)}${BODY}${"<p>Pneus, freins et vidange.</p>".repeat(2000)}`,
      script: `<script src="${site.endpoint}/garage.js"></script>`,
    },
  );
  await page.goto(site.url(LANDING));
  const frames = () => page.evaluate(() => (window as unknown as { frames_: string[] }).frames_);
  await expect.poll(async () => (await frames()).length).toBeGreaterThan(1);
  expect(new Set(await frames())).toEqual(new Set(["Appelez le 01 84 88 00 01"]));
});

test("a second copy warns and does nothing", async ({ page, site }) => {
  const warnings: string[] = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await site.serve();
  site.page("/", { head: GRANTED, script: `${site.tag}${site.tag}` });
  await expectRequests(page, site, {
    action: () => page.goto(site.url(LANDING)),
    expected: [GRANT, ENTRY, PAGE],
    number: ADS,
    storage: { pages: 1 },
  });
  await expect.poll(() => warnings).toEqual([expect.stringContaining("mgt")]);
  expect(await page.evaluate(() => window.seen.filter(({ type }) => type === "mgt:ready").length)).toBe(1);
});

test("queued commands are replayed in order", async ({ page, site }) => {
  const head = `<script>window.order = []; window.tell = (what) => (detail) => order.push([what, detail])</script>${queued(
    '"on", "consent", tell("consent")',
    '"consent", true',
    `"number", "${OWN}", tell("number")`,
    '"consent", false',
    '"on", "nothing", tell("nothing")',
    '"no such command"',
    '"number", "+33600000000", tell("foreign")',
  )}`;
  await site.serve({}, { head });
  await page.goto(site.url(LANDING));
  await settled(page);
  const order = await page.evaluate(() => (window as unknown as { order: [string, unknown][] }).order);
  const told = order.filter(
    ([what, detail]) => what !== "consent" || (detail as { status: string }).status !== "unknown",
  );
  // Replayed before anything is told: of a yes and then a no only the no is.
  expect(told).toEqual([
    ["number", ADS],
    ["foreign", "+33600000000"],
    ["consent", expect.objectContaining({ status: "denied", manager: "api" })],
  ]);
  await expectNothingStored(page);
});

test.describe("the static file", () => {
  const file = () => readFileSync(new URL("../../../dist/mgt.js", import.meta.url), "utf8");
  const block = (content: object) =>
    `<script type="application/json" id="mgt-config">${JSON.stringify(content)}</script>`;

  test.beforeEach(({ site }) => site.file("/mgt.js", file(), "text/javascript; charset=utf-8"));

  const tag = (attributes: string) =>
    `<script src="/mgt.js" data-config="#mgt-config" ${attributes}></script>`;

  test("without an endpoint it only swaps: nothing is sent", async ({ page, site }) => {
    site.page("/", { head: `${GRANTED}${block(garage())}`, script: tag("async") });
    await expectRequests(page, site, { action: () => page.goto(site.url(LANDING)), number: ADS });
    expect(site.calls).toEqual([]);
  });

  for (const attributes of ["", "async", "defer", 'type="module"'])
    test(`with an endpoint it reports there (${attributes || "plain"})`, async ({ page, site }) => {
      const script = tag(`data-endpoint="${site.endpoint}" ${attributes}`);
      site.page("/", { head: `${GRANTED}${block({ sites: [garage()] })}`, script });
      await expectRequests(page, site, {
        action: () => page.goto(site.url(LANDING)),
        expected: [GRANT, ENTRY, PAGE],
        number: ADS,
        storage: { condition: "google-ads", pending: [] },
      });
    });

  test("the block may stand after the script", async ({ page, site }) => {
    site.page("/", { script: tag(""), body: `${BODY}${block(garage({ mode: "invisible" }))}` });
    await expectRequests(page, site, {
      action: () => page.goto(site.url(LANDING)),
      number: TRACKED,
      storage: "none",
    });
  });

  for (const [name, content] of [
    ["no JSON", '<script type="application/json" id="mgt-config">{</script>'],
    ["absent", ""],
    ["no site", block([])],
    ["numbers of a wrong type", block({ key: "garage", mode: "parcours", numbers: 7 })],
  ] as const)
    test(`a configuration that is ${name} leaves the owner's number`, async ({ page, site }) => {
      const errors: Error[] = [];
      page.on("pageerror", (error) => errors.push(error));
      site.page("/", { head: content, script: tag("") });
      await page.goto(site.url(LANDING));
      await page.waitForFunction(() => document.readyState === "complete");
      await expectNumber(page, OWN);
      await expectNothingStored(page);
      expect(errors).toEqual([]);
    });

  test("English names of modes are understood", async ({ page, site }) => {
    const script = tag(`data-endpoint="${site.endpoint}"`);
    site.page("/", { head: `${GRANTED}${block({ ...garage(), mode: "origin" })}`, script });
    await expectRequests(page, site, {
      action: () => page.goto(site.url(LANDING)),
      expected: [GRANT, ENTRY],
    });
  });
});

test("a strict content security policy with trusted types sees no violation", async ({ page, site }) => {
  const messages: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  site.firstParty = true;
  await site.serve({ callClicks: true });
  site.page("/", {
    script: '<script src="/garage.js"></script>',
    headers: {
      "Content-Security-Policy":
        "default-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });
  await page.goto(site.url(LANDING));
  await expectRequests(page, site, {
    action: () => say(page, true),
    expected: [GRANT, ENTRY, PAGE],
    number: ADS,
    storage: { condition: "google-ads" },
  });
  await page.evaluate(() => {
    history.pushState(null, "", "/suite");
    const added = document.createElement("p");
    added.id = "added";
    added.textContent = "01 23 45 67 89";
    document.body.append(added);
  });
  await expect(page.locator("#added")).toHaveText("01 84 88 00 01");
  await page.evaluate(() => {
    window.mgt("swap");
    window.mgt("object");
    window.mgt("forget");
  });
  await settled(page);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(messages).toEqual([]);
});

test("hydration: numbers wait for a page that a framework is going to hydrate", async ({ page, site }) => {
  await site.serve(
    {},
    {
      script: `<script src="${site.endpoint}/garage.js"></script>`,
      body: `<div data-reactroot>${BODY}</div><script>window.atParse = document.querySelector("#main").textContent</script>`,
    },
  );
  await page.goto(site.url(LANDING));
  await expectNumber(page, ADS);
  expect(await page.evaluate(() => (window as unknown as { atParse: string }).atParse)).toContain(
    "01 23 45 67 89",
  );
});
