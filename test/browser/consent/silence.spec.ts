import type { Page } from "playwright/test";
import { FACTS } from "../../../src/managers/facts.ts";
import { expectNothingStored, expectNumber, expectRequests, settled } from "../../support/expectRequests.ts";
import { ADS, OWN, TRACKED } from "../../support/garage.ts";
import { clickAll, decide, managerShown, statusOf } from "../../support/managers/acts.ts";
import { FIXTURES } from "../../support/managers/fixtures.ts";
import { headOf, serveManager } from "../../support/managers/serveManager.ts";
import { sessionOf, visitorOf } from "../../support/storageOf.ts";
import { BODY } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

/** Consents that end, and managers that answer, without a word. */

const LANDING = "/?gclid=TeSt-123";

function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  return warnings;
}

test("vanilla-cookieconsent reset by code: nothing is sent at the next tap or page view", async ({
  page,
  site,
}) => {
  const { cookieconsent: fixture } = FIXTURES;
  serveManager(site, "cookieconsent");
  await site.serve(
    { callClicks: true, consent: { manager: "cookieconsent", ...FACTS.cookieconsent.demo?.consent } },
    { head: headOf("cookieconsent"), body: BODY },
  );
  await page.goto(site.url(LANDING));
  await managerShown(page, fixture);
  await decide(page, fixture.accept, "granted");
  await settled(page);
  await page.evaluate(() => {
    document.addEventListener("click", (event) => event.preventDefault());
    (window as unknown as { CookieConsent: { reset(erase: boolean): void } }).CookieConsent.reset(true);
  });
  await expectRequests(page, site, { action: () => page.click("#call") });
  await expectRequests(page, site, {
    action: () => page.evaluate(() => history.pushState(null, "", "/spa")),
  });
  expect(await statusOf(page)).toMatch(/^(pending|unknown)$/);
});

test("a manager that no longer says yes, but no: the next page view is a withdrawal", async ({
  page,
  site,
}) => {
  await site.serve(
    { consent: { manager: "axeptio", key: "magnetis" } },
    {
      head: `<script>window.choices = { magnetis: true, $$completed: true };
        window.axeptioSDK = { on() {}, userPreferencesManager: { choices } };
        window._axcb = { push(callback) { callback(axeptioSDK) } };</script>`,
    },
  );
  await page.goto(site.url(LANDING));
  await expect.poll(() => statusOf(page)).toBe("granted");
  await settled(page);
  await page.evaluate(() => {
    (window as unknown as { choices: Record<string, boolean> }).choices.magnetis = false;
  });
  await expectRequests(page, site, {
    action: () => page.evaluate(() => history.pushState(null, "", "/spa")),
    expected: [{ route: "/v1/consents", status: "withdrawn" }],
    storage: "none",
  });
  await expectNothingStored(page);
});

test("a vendor that is written otherwise is told once, with the names that there are", async ({
  page,
  site,
}) => {
  const warnings = warningsOf(page);
  await site.serve(
    { consent: { manager: "axeptio", key: "magnetis" } },
    {
      head: `<script>window.axeptioSDK = {
          on() {}, userPreferencesManager: { choices: { Magnetis: true, $$completed: true } },
        };
        window._axcb = { push(callback) { callback(axeptioSDK) } };</script>`,
    },
  );
  await expectRequests(page, site, {
    action: () => page.goto(site.url(LANDING)),
    number: ADS,
    storage: "none",
  });
  await page.evaluate(() => history.pushState(null, "", "/spa"));
  await settled(page);
  expect(warnings).toEqual(['mgt: axeptio answers, but knows no "magnetis"; it knows: Magnetis']);
});

test("a manager of a version that is not spoken is told of once, long after the page has loaded", async ({
  page,
  site,
}) => {
  const warnings = warningsOf(page);
  await page.clock.install();
  await site.serve(
    { consent: { manager: "cookieconsent", category: "analytics" } },
    { head: "<script>window.CookieConsent = { run() {} }</script>" },
  );
  await page.goto(site.url(LANDING));
  await expectNumber(page, ADS);
  await page.clock.runFor(3_000);
  expect(warnings).toEqual([]);
  await page.clock.runFor(20_000);
  expect(warnings).toEqual([expect.stringContaining('mgt: no "cookieconsent" on this page')]);
});

test.describe("TCF: answers that are none", () => {
  const tcf = (changes: object) =>
    `<script>window.__tcfapi = (command, version, listener) => listener(${JSON.stringify({
      eventStatus: "tcloaded",
      cmpStatus: "loaded",
      gdprApplies: true,
      tcString: "synthetic",
      cmpId: 300,
      cmpVersion: 7,
      purpose: { consents: { 1: true, 8: true } },
      vendor: { consents: { 755: true } },
      ...changes,
    })}, true)</script>`;
  for (const [name, changes, isYes] of [
    ["a whole one", {}, true],
    ["from a manager in error", { cmpStatus: "error" }, false],
    ["without a string", { tcString: "" }, false],
  ] as const)
    test(name, async ({ page, site }) => {
      await site.serve(
        { consent: { manager: "tcf", vendor: 755, purposes: [1, 8] } },
        { head: tcf(changes) },
      );
      await page.goto(site.url(LANDING));
      await settled(page);
      expect(await statusOf(page)).toBe(isYes ? "granted" : "pending");
      if (!isYes) await expectNothingStored(page);
    });
});

test("older tarteaucitron: a yes by `loaded`, a withdrawal by the click", async ({ page, site }) => {
  const { tarteaucitron: fixture } = FIXTURES;
  serveManager(site, "tarteaucitron");
  // As versions up to 1.8 are silent about both.
  const mute = `<script>for (const name of ["allowed", "disallowed", "added"])
    addEventListener("magnetis_" + name, (event) => event.stopImmediatePropagation(), true);</script>`;
  await site.serve(
    { consent: { manager: "tarteaucitron", ...FACTS.tarteaucitron.demo?.consent } },
    { head: mute + headOf("tarteaucitron") },
  );
  await page.goto(site.url(LANDING));
  await managerShown(page, fixture);
  await decide(page, fixture.accept, "granted");
  await expect.poll(() => sessionOf(page)).toMatchObject({ channel: "paid_search", condition: "google-ads" });
  await clickAll(page, fixture.withdraw);
  await expect.poll(() => sessionOf(page)).toBeUndefined();
  expect(await visitorOf(page)).toBeUndefined();
});

test("two hosts under one cookieDomain are one visitor, and one key reaches all of it", async ({
  page,
  site,
}) => {
  const consent = { manager: "manual" as const };
  await site.serve({ consent });
  await page.goto(site.url(LANDING));
  await page.evaluate(() => window.mgt("consent", true));
  await settled(page);
  const visitor = await visitorOf(page);
  // Another host has the cookie, and a storage of its own.
  await page.evaluate(() => localStorage.clear());
  await page.goto(site.url("/shop"));
  await page.evaluate(() => window.mgt("consent", true));
  await settled(page);
  expect(await visitorOf(page)).toBe(visitor);
  const receipts = site.requests("/v1/consents").map(({ body }) => JSON.parse(body));
  expect(receipts.map((each) => each.visitor)).toEqual([visitor, visitor]);
  expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(2);
  expect((await sessionOf(page))?.holder).toBe(`garage:${visitor?.slice(0, 8)}`);
});

test("a queued `on` hears the first swap, and a queued `number` is told the number that is shown", async ({
  page,
  site,
}) => {
  await site.serve({ mode: "invisible" });
  site.page("/", {
    head: `<script>window.mgt = function () { (mgt.q = mgt.q || []).push(arguments) }; window.told = [];
      mgt("on", "swap", ({ changed }) => told.push(changed > 0));
      mgt("on", "ready", () => told.push("ready"));
      mgt("number", "${OWN}", (number) => told.push(number));</script>`,
  });
  await page.goto(site.url("/"));
  await expectNumber(page, TRACKED);
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
  // The text and the link may be there one after the other.
  await expect.poll(async () => [...new Set(await told())]).toEqual(["ready", true, TRACKED]);
});
