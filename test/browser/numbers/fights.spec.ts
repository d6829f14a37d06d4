import type { Page } from "playwright/test";
import { expectNumber, settled } from "../../support/expectRequests.ts";
import { complaints } from "../../support/frameworks/probes.ts";
import { TRACKED } from "../../support/garage.ts";
import { expect, test } from "../../support/test.ts";

/** What a fight came to, told by the page itself. */
interface Fight {
  /** Frames since the beginning, and the longest time between two of them (ms). */
  frames: number;
  slowest: number;
  /** How often the owner's number was written back. */
  writes: number;
  /** The frame in which the tracked number was last found there. */
  lastSwapped: number;
}

/**
 * A framework that puts the owner's number back whenever it finds another text.
 *
 * @param when at each change that it is told of, or in each frame
 */
const start = (page: Page, when: "change" | "frame") =>
  page.evaluate((when) => {
    const text = document.querySelector("#main")?.firstChild as Text;
    const fight = { frames: 0, slowest: 0, writes: 0, lastSwapped: 0 };
    const own = "Appelez le 01 23 45 67 89";
    const writeBack = () => {
      if (text.data === own) return;
      fight.writes++;
      fight.lastSwapped = fight.frames;
      text.data = own;
    };
    if (when === "change") new MutationObserver(writeBack).observe(text, { characterData: true });
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      fight.frames++;
      fight.slowest = Math.max(fight.slowest, now - last);
      last = now;
      if (when === "frame") writeBack();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    writeBack();
    Object.assign(window, { fight });
  }, when);

const fight = (page: Page) => page.evaluate(() => (window as unknown as { fight: Fight }).fight);

for (const [when, what] of [
  ["change", "at each change"],
  ["frame", "in each frame, for ten seconds"],
] as const)
  test(`a framework that writes its number back ${what}: the page goes on, the fight ends`, async ({
    page,
    site,
  }) => {
    test.setTimeout(60_000);
    const heard = complaints(page);
    await site.serve();
    await page.goto(site.url("/"));
    await settled(page);
    await expectNumber(page, TRACKED);
    await start(page, when);
    // Ten seconds at sixty frames a second; in the other case it is over in a few.
    const end = when === "frame" ? 600 : 120;
    await expect.poll(async () => (await fight(page)).frames, { timeout: 50_000 }).toBeGreaterThan(end);
    const { writes, lastSwapped, slowest } = await fight(page);
    expect(writes).toBeGreaterThan(0);
    expect(lastSwapped, "last frame of the fight").toBeLessThan(end / 2);
    expect(slowest, "longest frame (ms)").toBeLessThan(1000);
    // The other places of the page are none of that framework's, and still looked after.
    await page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", '<p id="late">01 23 45 67 89</p>');
    });
    await expect(page.locator("#late")).toHaveText("01 84 88 00 00");
    await expect(page.locator("#call")).toHaveAttribute("href", `tel:${TRACKED}`);
    expect(heard).toEqual([]);
  });
