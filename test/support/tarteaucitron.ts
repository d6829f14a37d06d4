import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, type Page } from "playwright/test";
import type { TestSite } from "./TestSite.ts";

const FOLDER = dirname(createRequire(import.meta.url).resolve("tarteaucitronjs/package.json"));
const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** Serves the real package under `/tac/`. */
export function serveTarteaucitron(site: TestSite): void {
  for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
    const type = TYPES[entry.name.split(".").pop() ?? ""];
    if (!entry.isFile() || !type) continue;
    const file = join(entry.parentPath, entry.name);
    site.file(`/tac/${file.slice(FOLDER.length + 1)}`, readFileSync(file, "utf8"), type);
  }
}

/** What an owner pastes: the manager, its settings, and our service as declared in the documentation. */
export const TARTEAUCITRON = `
<script src="/tac/tarteaucitron.js"></script>
<script>
  tarteaucitron.init({
    privacyUrl: "", bodyPosition: "bottom", hashtag: "#tarteaucitron", cookieName: "tarteaucitron",
    orientation: "bottom", highPrivacy: true, AcceptAllCta: true, DenyAllCta: true, showAlertSmall: false,
    showIcon: true, iconPosition: "BottomLeft", cookieslist: false, mandatory: false, closePopup: false,
    adblocker: false, handleBrowserDNTRequest: false, removeCredit: false, googleConsentMode: false,
    bingConsentMode: false, pianoConsentMode: false, serviceDefaultState: "wait",
  });
  tarteaucitron.services.magnetis = {
    key: "magnetis", type: "analytic", name: "mgt", uri: "/", needConsent: true, cookies: ["mgt_visitor"],
    js: function () {}, fallback: function () {},
  };
  (tarteaucitron.job = tarteaucitron.job || []).push("magnetis");
</script>`;

/** Cookie of the manager itself. */
export const ITS_COOKIE = ["tarteaucitron"];

export const stateOf = (page: Page) =>
  page.evaluate(
    () =>
      (window as unknown as { tarteaucitron?: { state?: Record<string, boolean> } }).tarteaucitron?.state
        ?.magnetis,
  );

/** The banner asks. */
export const bannerShown = (page: Page) => expect(page.locator("#tarteaucitronAlertBig")).toBeVisible();

/** Clicks until the manager has taken it: its buttons are visible before they answer. */
export async function choose(page: Page, button: string, state: boolean): Promise<void> {
  await expect(async () => {
    if ((await stateOf(page)) !== state) await page.locator(button).click({ timeout: 500 });
    await expect.poll(() => stateOf(page), { timeout: 500 }).toBe(state);
  }).toPass();
}

export const ACCEPT = "#tarteaucitronPersonalize2";
export const REFUSE = "#tarteaucitronAllDenied2";

/** Opens the panel and takes the "yes" back; the panel stays open. */
export async function withdraw(page: Page): Promise<void> {
  const deny = page.locator("#magnetisDenied");
  await expect(async () => {
    if (!(await deny.isVisible())) await page.locator("#tarteaucitronManager").click({ timeout: 500 });
    await expect(deny).toBeVisible({ timeout: 500 });
  }).toPass();
  await choose(page, "#magnetisDenied", false);
}
