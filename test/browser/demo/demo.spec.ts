import type { Page } from "playwright/test";
import { garage } from "../../support/garage.ts";
import { RealEndpoint } from "../../support/RealEndpoint.ts";
import { test as base, expect } from "../../support/test.ts";

/** `npm start`, as a visitor of it meets it. */
const test = base.extend<object, { demo: RealEndpoint }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from a pattern
    async ({}, use) => {
      const endpoint = new RealEndpoint([garage()], "--demo");
      await endpoint.start();
      await expect
        .poll(async () => (await fetch(`${endpoint.address}/readyz`)).status, { timeout: 60_000 })
        .toBe(200);
      await use(endpoint);
      await endpoint.remove();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

const OWNER = "01 23 45 67 89";
/** What the advertisement's condition shows; in `invisible` the number that is always shown. */
const OF_ADS = "01 84 88 00 01";

/** Opens the demo, and hears what the console says that should not be there. */
async function open(page: Page, demo: RealEndpoint, language: "en" | "fr"): Promise<string[]> {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(`${demo.address}/demo/?lang=${language}`);
  return faults;
}

const summary = (page: Page) => page.locator("#summary");
const website = (page: Page) => page.frameLocator("#frame iframe");

/** The banner is visible before its buttons answer: an early click is lost, and decides nothing. */
async function decide(page: Page, button: string, status: string): Promise<void> {
  await expect(async () => {
    const found = website(page).locator(button);
    if (await found.isVisible()) await found.click({ timeout: 1_000 });
    await expect(summary(page)).toContainText(status, { timeout: 1_000 });
  }).toPass();
}

for (const [language, granted, refused] of [
  ["en", "granted", "denied"],
  ["fr", "accordé", "refusé"],
] as const) {
  test(`${language}: an advertisement, a yes, its number and its proof`, async ({ page, demo }) => {
    const faults = await open(page, demo, language);
    await expect(summary(page)).toContainText(OF_ADS);
    await decide(page, "#tarteaucitronPersonalize2", granted);
    await expect(summary(page)).toContainText("google-ads");
    await expect(website(page).locator("body")).not.toContainText(OWNER);
    expect(faults).toEqual([]);
  });

  test(`${language}: a no: the number works, nothing is stored`, async ({ page, demo }) => {
    const faults = await open(page, demo, language);
    await decide(page, "#tarteaucitronAllDenied2", refused);
    await expect(summary(page)).toContainText(OF_ADS);
    const names = await page.evaluate(() => [...Object.keys(localStorage), document.cookie].join(" "));
    expect(names).not.toContain("mgt_");
    expect(faults).toEqual([]);
  });
}

test("each mode shows a number of its own words", async ({ page, demo }) => {
  const faults = await open(page, demo, "en");
  for (const mode of ["invisible", "rotation", "origine", "trafic", "parcours"]) {
    await page.locator("#modes").getByText(mode, { exact: true }).click();
    await expect(summary(page)).toContainText(mode);
    await expect(summary(page)).toContainText(/01 84 88 0\d 0\d/);
  }
  expect(faults).toEqual([]);
});
