import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { queued } from "../../support/acts.ts";
import { ADS } from "../../support/garage.ts";
import { storageOf } from "../../support/storageOf.ts";
import { expect, test } from "../../support/test.ts";

const LANDING = "/?gclid=TeSt-123";
const BODY = `<main><p id="plain">Appelez le 01 23 45 67 89</p>
  <p id="longer">SIRET 01 23 45 67 89 00012</p>
  <p id="letter">REF01 23 45 67 89</p>
  <p id="sum">01 23 45 67 89 €</p>
  <p id="second">01 23 45 67 89 / 80</p>
  <p id="not" data-mgt-noswap>01 23 45 67 89</p>
  <p><a id="link" href="tel:+33123456789">Appeler</a></p></main>`;

const overlay = (page: Page) => page.getByRole("dialog");
const toggle = (page: Page) => page.evaluate(() => void window.mgt("debug"));
const placesOf = (page: Page) =>
  overlay(page)
    .getByRole("listitem")
    .filter({ hasText: /text|href/ })
    .evaluateAll((items) =>
      Object.fromEntries(
        items.map((item) => [
          item.querySelector(".where")?.textContent?.replace(/.*[>·] /, "") ?? "",
          (item.textContent ?? "").replace(/\s+/g, " "),
        ]),
      ),
    );

test.describe("what it tells", () => {
  test("in French: mode, level, condition and the leaf that failed, numbers left alone and why", async ({
    page,
    site,
  }) => {
    await site.serve({}, { body: BODY });
    await page.goto(site.url("/"), { referer: "https://www.google.com/" });
    await toggle(page);
    const shown = overlay(page);
    await expect(shown).toContainText("ne tient pas : paramètre wbraid");
    await expect(shown.locator(".summary")).toContainText("parcours");
    await expect(shown.locator(".summary")).toContainText("0 · sur l'appareil");
    await expect(shown).toContainText("organic_search · décidé par google");
    await expect(shown).toContainText("pas essayée : une autre tient avant elle");
    await expect(shown).toContainText("+33123456789 s'affiche +33184880002");
    const places = await placesOf(page);
    expect(places["p#plain"]).toContain("changé");
    expect(places["a#link"]).toContain("changé");
    expect(places["p#longer"]).toContain("un morceau d'un numéro plus long");
    expect(places["p#letter"]).toContain("une lettre ou un « + » y est collé");
    expect(places["p#sum"]).toContain("une somme");
    expect(places["p#second"]).toContain("ses seuls derniers chiffres");
    expect(places["p#not"]).toContain("exclu : il est dans data-mgt-noswap");
  });

  test("in English: consent and who said so, what was sent and answered, what is stored", async ({
    page,
    site,
  }) => {
    await site.serve({}, { head: queued('"consent", true'), lang: "en" });
    await page.goto(site.url(LANDING));
    await expect.poll(() => site.requests("/v1/events").length).toBe(1);
    await toggle(page);
    const shown = overlay(page);
    await expect(shown).toContainText("the site itself: mgt('consent', …)");
    await expect(shown.locator(".summary")).toContainText("2 · consented");
    await expect(shown).toContainText("paid_search · decided by gclid");
    await expect(shown.getByRole("listitem").filter({ hasText: "/v1/events" })).toContainText("204");
    await expect(shown.getByRole("listitem").filter({ hasText: "/v1/consents" })).toContainText("204");
    await expect(shown).toContainText(`is shown as ${ADS}`);
    // A change of mind is seen at once.
    await page.evaluate(() => void window.mgt("consent", false));
    await expect(shown.locator(".summary")).toContainText("refused");
    await expect(shown.locator(".summary")).toContainText("0 · on device");
  });

  test("a manager that has been decided and does not know us: what it knows", async ({ page, site }) => {
    const manager = `<script>window.axeptioSettings = {};
      (window._axcb = window._axcb || []).push = (callback) => callback({
        on() {}, userPreferencesManager: { choices: { $$completed: true, google_analytics: true } },
      });</script>`;
    await site.serve({ consent: { manager: "axeptio", key: "magnetis" } }, { head: manager, lang: "en" });
    await page.goto(site.url());
    await toggle(page);
    await expect(overlay(page)).toContainText("does not know “magnetis”. It knows: google_analytics.");
  });

  test("a static file has its overlay beside it", async ({ page, site }) => {
    const config = JSON.stringify({
      key: "garage",
      mode: "invisible",
      numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    });
    for (const name of ["mgt.js", "mgt.debug.js"])
      site.file(
        `/${name}`,
        await readFile(new URL(`../../../dist/${name}`, import.meta.url), "utf8"),
        "text/javascript",
      );
    site.page("/static", {
      script: `<script type="application/json" id="mgt-config">${config}</script><script src="/mgt.js" data-config="#mgt-config" async></script>`,
      body: BODY,
      lang: "en",
    });
    await page.goto(site.url("/static"));
    await expect(page.locator("#plain")).toContainText("01 84 88 00 00");
    await toggle(page);
    await expect(overlay(page)).toContainText("This mode has no conditions");
    await expect(overlay(page)).toContainText("+33123456789 is shown as +33184880000");
  });
});

test.describe("what it does to a page", () => {
  test("nothing is loaded without the call; a queued call opens it", async ({ page, site }) => {
    await site.serve();
    await page.goto(site.url());
    await expect(page.locator("#main")).toContainText("01 84 88 00 00");
    expect(site.calls.filter(({ path }) => path.includes("debug"))).toHaveLength(0);
    site.page("/queued", { head: queued('"debug"') });
    await page.goto(site.url("/queued"));
    await expect(overlay(page)).toContainText("0 · sur l'appareil");
    expect(site.calls.filter(({ path }) => path === "/garage.debug.js")).toHaveLength(1);
  });

  test("a script whose address has a query, as WordPress writes it", async ({ page, site }) => {
    await site.serve();
    site.page("/wordpress", { script: site.tag.replace(".js", ".js?ver=6.4.js") });
    await page.goto(site.url("/wordpress"));
    await expect(page.locator("#main")).toContainText("01 84 88 00 00");
    await toggle(page);
    await expect(overlay(page)).toContainText("0 · sur l'appareil");
  });

  test("it stores and sends nothing, and writes into no node but its own", async ({ page, site }) => {
    await site.serve({}, { body: BODY });
    await page.goto(site.url(LANDING));
    await expect(page.locator("#plain")).toContainText("01 84 88 00 01");
    const before = await storageOf(page);
    await page.evaluate(() => {
      const changed: string[] = [];
      Object.assign(window, { changed });
      new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes } of records)
          changed.push(
            `${type} ${target.nodeName} ${[...addedNodes, ...removedNodes].map((node) => (node as Element).outerHTML)}`,
          );
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await toggle(page);
    await expect(overlay(page)).toContainText("google-ads");
    await toggle(page);
    await expect(overlay(page)).toHaveCount(0);
    const host = '<div data-mgt-debug="" data-mgt-noswap="" lang="fr"></div>';
    expect(await page.evaluate(() => (window as unknown as { changed: string[] }).changed)).toEqual([
      `childList BODY ${host}`,
      `childList BODY ${host}`,
    ]);
    expect(await storageOf(page)).toEqual(before);
    expect(site.requests()).toHaveLength(0);
  });

  test("a strict policy and trusted types: it works, and violates nothing", async ({ page, site }) => {
    await site.serve({}, { body: BODY });
    site.page("/strict", {
      body: BODY,
      headers: {
        "Content-Security-Policy": `default-src 'none'; script-src ${site.endpoint}; connect-src ${site.endpoint}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
      },
    });
    await page.goto(site.url("/strict"));
    await expect(page.locator("#plain")).toContainText("01 84 88 00 00");
    await toggle(page);
    await expect(overlay(page)).toContainText("changé");
    expect(await overlay(page).evaluate((panel) => getComputedStyle(panel).display)).toBe("flex");
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  });

  test("a policy with nonces: the script's own is the overlay's", async ({ page, site }) => {
    await site.serve();
    site.page("/nonce", {
      script: site.tag.replace("<script", '<script nonce="abc"'),
      headers: { "Content-Security-Policy": "script-src 'nonce-abc'" },
    });
    await page.goto(site.url("/nonce"));
    await expect(page.locator("#main")).toContainText("01 84 88 00 00");
    await toggle(page);
    await expect(overlay(page)).toContainText("changé");
  });

  test("where it may not be loaded the console says what to allow, and nothing is thrown", async ({
    page,
    site,
  }) => {
    await site.serve();
    site.page("/forbidden", {
      headers: {
        "Content-Security-Policy": `script-src ${site.endpoint}/garage.js 'unsafe-inline'`,
      },
    });
    const warnings: string[] = [];
    const errors: Error[] = [];
    page.on("console", (message) => {
      if (message.type() === "warning") warnings.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(error));
    await page.goto(site.url("/forbidden"));
    await expect(page.locator("#main")).toContainText("01 84 88 00 00");
    await toggle(page);
    await expect.poll(() => warnings).toHaveLength(1);
    expect(warnings[0]).toContain("mgt: allow in script-src:");
    expect(warnings[0]).toContain(`${site.endpoint}/garage.debug.js`);
    expect(errors).toEqual([]);
  });

  test("`debug: false`: nothing is loaded", async ({ page, site }) => {
    await site.serve({ debug: false });
    await page.goto(site.url());
    await expect(page.locator("#main")).toContainText("01 84 88 00 00");
    await toggle(page);
    await page.evaluate(() => fetch("/marker"));
    expect(site.browserRequests.filter(({ url }) => url.includes("debug"))).toEqual([]);
    expect(site.script).not.toContain("debug.js");
  });
});

test.describe("by keyboard and on a phone", () => {
  test("the focus goes in, every section opens and closes, Escape gives the focus back", async ({
    page,
    site,
  }) => {
    await site.serve({}, { body: `<button id="own">Page</button>${BODY}` });
    await page.goto(site.url());
    await page.locator("#own").focus();
    await toggle(page);
    const shown = overlay(page);
    await expect(shown.getByRole("button", { name: "Fermer" })).toBeFocused();
    await expect(shown).toHaveAccessibleName(/mgt sur cette page/);
    const conditions = shown.locator("summary", { hasText: "Conditions" });
    await conditions.focus();
    await page.keyboard.press("Enter");
    await expect(shown).not.toContainText("paramètre gclid", { useInnerText: true });
    await page.keyboard.press("Enter");
    await expect(shown).toContainText("paramètre gclid", { useInnerText: true });
    await page.keyboard.press("Escape");
    await expect(shown).toHaveCount(0);
    await expect(page.locator("#own")).toBeFocused();
  });

  test("at 360 px nothing scrolls sideways", async ({ page, site }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await site.serve({}, { body: BODY, head: '<meta name="viewport" content="width=device-width">' });
    await page.goto(site.url(`/?gclid=${"x".repeat(120)}`));
    await toggle(page);
    await expect(overlay(page)).toContainText("changé");
    const wide = await overlay(page).evaluate((panel) =>
      [panel, ...panel.querySelectorAll("*")]
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        .filter((element) => getComputedStyle(element).overflowX !== "hidden")
        .filter((element) => getComputedStyle(element).display !== "inline")
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
