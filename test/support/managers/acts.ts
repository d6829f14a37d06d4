import { expect, type Page } from "playwright/test";
import type { Clicks, ManagerFixture } from "../../../src/managers/ManagerFixture.ts";

/** The status that the page was told last. */
export const statusOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.seen.filter(({ type }) => type === "mgt:consent").at(-1)?.detail.status);

export async function clickAll(page: Page, clicks: Clicks): Promise<void> {
  for (const selector of clicks) await page.locator(selector).first().click();
}

/**
 * Clicks until the page is told of this status: the buttons of some managers are visible before they
 * answer, and a click lost on one is no decision.
 */
export async function decide(page: Page, clicks: Clicks, status: string): Promise<void> {
  await expect(async () => {
    for (const selector of clicks) {
      if ((await statusOf(page)) === status) return;
      await page.locator(selector).first().click({ timeout: 1500 });
    }
    await expect.poll(() => statusOf(page), { timeout: 2500 }).toBe(status);
  }).toPass({ timeout: 15_000 });
}

/** The banner or its button is there. */
export async function managerShown(page: Page, { accept, withdraw }: ManagerFixture): Promise<void> {
  const first = page.locator(`${accept[0]}, ${withdraw[0]}`).filter({ visible: true }).first();
  await expect(first).toBeVisible({ timeout: 10_000 });
}
