import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright/test";
import { say } from "../../support/acts.ts";
import { settled } from "../../support/expectRequests.ts";
import { complaints, expectNoWrongFrame, watchFrames } from "../../support/frameworks/probes.ts";
import { garage, OWN, SEO } from "../../support/garage.ts";
import type { TestSite } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

const { resolve } = createRequire(import.meta.url);
const TURBO = readFileSync(resolve("@hotwired/turbo/dist/turbo.es2017-umd.js"), "utf8");
const HTMX = readFileSync(resolve("htmx.org/dist/htmx.js"), "utf8");

const TRACKED_TEXT = "01 84 88 00 02";
const OWN_TEXT = "01 23 45 67 89";

/** A site that has the consent and a number by condition, whose pages load such a library. */
async function start(page: Page, site: TestSite, library: string): Promise<string[]> {
  const heard = complaints(page);
  await watchFrames(page);
  await site.serve({
    numbers: [{ id: "main", number: OWN }],
    conditions: (garage().conditions ?? []).filter(({ id }) => id === "seo"),
  });
  await page.goto(site.url("/?utm_medium=organic"));
  await say(page, true);
  site.file("/library.js", library, "text/javascript; charset=utf-8");
  return heard;
}

const head = '<script src="/library.js"></script>';

const BODY = (name: string, links: string) =>
  `<h1>${name}</h1><p id="main">${name} : ${OWN_TEXT}</p><a id="call" href="tel:${OWN}" title="${OWN_TEXT}">Appeler</a>${links}`;

async function expectPage(page: Page, name: string, number: string): Promise<void> {
  await expect(page.locator("h1")).toHaveText(name);
  await expect(page.locator("#main")).toHaveText(`${name} : ${number === OWN ? OWN_TEXT : TRACKED_TEXT}`);
  await expect(page.locator("#call")).toHaveAttribute("href", `tel:${number}`);
  await expect(page.locator("#call")).toHaveAttribute("title", number === OWN ? OWN_TEXT : TRACKED_TEXT);
}

test.describe("Turbo", () => {
  const pages = (site: TestSite) => {
    const script = site.tag.replace(" async", "");
    site.page("/one", { head, script, body: BODY("Un", '<a id="next" href="/two">Suite</a>') });
    site.page("/two", { head, script, body: BODY("Deux", '<a id="next" href="/one">Suite</a>') });
  };
  /** On the first of two pages, after a yes. */
  const granted = async (page: Page, site: TestSite) => {
    const heard = await start(page, site, TURBO);
    pages(site);
    await page.goto(site.url("/one"));
    await say(page, true);
    return heard;
  };

  test("Drive: every page is right in its first frame, also from its cache", async ({ page, site }) => {
    const heard = await granted(page, site);
    await expectPage(page, "Un", SEO);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await page.click("#next");
    await expectPage(page, "Deux", SEO);
    await page.goBack();
    await expectPage(page, "Un", SEO);
    await page.goForward();
    await expectPage(page, "Deux", SEO);
    await page.click("#next");
    await expectPage(page, "Un", SEO);
    await expectNoWrongFrame(page);
    expect(await page.evaluate(() => "same" in window)).toBe(true);
    await say(page, false);
    await expectPage(page, "Un", OWN);
    expect(heard).toEqual([]);
  });

  test("Drive: a page from its cache is a copy, and is restored by a withdrawal all the same", async ({
    page,
    site,
  }) => {
    const heard = await granted(page, site);
    await page.click("#next");
    await expectPage(page, "Deux", SEO);
    await page.goBack();
    await expectPage(page, "Un", SEO);
    await say(page, false);
    await expectPage(page, "Un", OWN);
    expect(heard).toEqual([]);
  });

  test("Drive: a page that was cached before a withdrawal shows the owner's number after it", async ({
    page,
    site,
  }) => {
    const heard = await granted(page, site);
    await page.click("#next");
    await expectPage(page, "Deux", SEO);
    await say(page, false);
    await expectPage(page, "Deux", OWN);
    await page.goBack();
    await expectPage(page, "Un", OWN);
    expect(heard).toEqual([]);
  });

  test("Frames and Streams", async ({ page, site }) => {
    const heard = await start(page, site, TURBO);
    const script = site.tag.replace(" async", "");
    const frame = (content: string) => `<turbo-frame id="frame">${content}</turbo-frame>`;
    site.page("/one", {
      head,
      script,
      body: BODY("Un", frame('<a id="next" href="/frame">Suite</a>')),
    });
    site.page("/frame", { head, script, body: frame(`<p id="framed">Cadre : ${OWN_TEXT}</p>`) });
    await page.goto(site.url("/one"));
    await say(page, true);
    await page.click("#next");
    await expect(page.locator("#framed")).toHaveText(`Cadre : ${TRACKED_TEXT}`);
    await page.evaluate((number) => {
      const { Turbo } = window as unknown as { Turbo: { renderStreamMessage(html: string): void } };
      const stream = (action: string, target: string, html: string) =>
        `<turbo-stream action="${action}" target="${target}"><template>${html}</template></turbo-stream>`;
      Turbo.renderStreamMessage(
        stream("append", "frame", `<p id="streamed">Flux : ${number}</p>`) +
          stream("update", "main", `Un : ${number}`) +
          stream("replace", "framed", `<p id="framed">Remplacé : ${number}</p>`),
      );
    }, OWN_TEXT);
    await expect(page.locator("#streamed")).toHaveText(`Flux : ${TRACKED_TEXT}`);
    await expect(page.locator("#framed")).toHaveText(`Remplacé : ${TRACKED_TEXT}`);
    await expectPage(page, "Un", SEO);
    await expectNoWrongFrame(page);
    await say(page, false);
    await expectPage(page, "Un", OWN);
    await expect(page.locator("#streamed")).toHaveText(`Flux : ${OWN_TEXT}`);
    expect(heard).toEqual([]);
  });
});

test.describe("htmx", () => {
  test("swaps of fragments, in every style", async ({ page, site }) => {
    const heard = await start(page, site, HTMX);
    const INNER = ["innerHTML", "innerMorph", "beforeend"];
    const STYLES = [...INNER, "outerHTML", "outerMorph", "afterend"];
    site.file("/inner", "<b>Fragment</b> : <i>01 23</i> 45 67 89");
    site.file("/outer", `<p id="target"><b>Fragment</b> : <i>01 23</i> 45 67 89</p>`);
    site.page("/one", {
      head,
      script: site.tag.replace(" async", ""),
      body: BODY(
        "Un",
        `${STYLES.map(
          (style) =>
            `<button id="${style}" hx-get="${INNER.includes(style) ? "/inner" : "/outer"}" hx-target="#target" hx-swap="${style}">${style}</button>`,
        ).join("")}<div id="place"><p id="target">Ici : ${OWN_TEXT}</p></div>`,
      ),
    });
    await page.goto(site.url("/one"));
    await say(page, true);
    for (const style of STYLES)
      await test.step(style, async () => {
        await page.evaluate((number) => {
          const place = document.querySelector("#place") as HTMLElement;
          place.innerHTML = `<p id="target">Ici : ${number}</p>`;
        }, OWN_TEXT);
        await page.click(`#${style}`);
        await expect(page.locator("#place")).toContainText(`Fragment : ${TRACKED_TEXT}`);
        await expectNoWrongFrame(page);
      });
    await say(page, false);
    await expect(page.locator("#place")).toContainText(`Fragment : ${OWN_TEXT}`);
    await expectPage(page, "Un", OWN);
    expect(heard).toEqual([]);
  });

  test("a boosted link, back and forward", async ({ page, site }) => {
    const heard = await start(page, site, HTMX);
    const script = site.tag.replace(" async", "");
    const link = (to: string) => `<a id="next" hx-boost="true" href="${to}">Suite</a>`;
    site.page("/one", { head, script, body: BODY("Un", link("/two")) });
    site.page("/two", { head, script, body: BODY("Deux", link("/one")) });
    await page.goto(site.url("/one"));
    await say(page, true);
    await expectPage(page, "Un", SEO);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await page.click("#next");
    await expectPage(page, "Deux", SEO);
    await page.goBack();
    await expectPage(page, "Un", SEO);
    await page.goForward();
    await expectPage(page, "Deux", SEO);
    await expectNoWrongFrame(page);
    expect(await page.evaluate(() => "same" in window)).toBe(true);
    await say(page, false);
    await expectPage(page, "Deux", OWN);
    expect(heard).toEqual([]);
  });
});

/** What a script of the page writes while it is parsed, and what stands between two of its texts. */
const WRITTEN: readonly [string, string][] = [
  ["whole", '<script>document.write("01 23 45 67 89")</script>'],
  ["in two halves", '<script>document.write("01 23 45 "); document.write("67 89")</script>'],
  [
    "in two halves, with another script's loading in between",
    '<script>document.write("01 23 45 ")</script><script src="/library.js"></script><script>document.write("67 89")</script>',
  ],
  ["in elements", '<script>document.write("<b>01 23</b> 45"); document.write(" <i>67 89</i>")</script>'],
];
for (const [name, written] of WRITTEN)
  test(`document.write while the page is parsed: a number ${name}`, async ({ page, site }) => {
    const heard = await start(page, site, "");
    site.page("/written", {
      script: site.tag.replace(" async", ""),
      body: `<p id="main">Tél. ${written}, merci</p>`,
    });
    await page.goto(site.url("/written"));
    await say(page, true);
    // As the visitor reads it, without the scripts.
    const text = () => page.locator("#main").evaluate((element: HTMLElement) => element.innerText);
    await expect.poll(text).toBe(`Tél. ${TRACKED_TEXT}, merci`);
    await expectNoWrongFrame(page);
    await say(page, false);
    await settled(page);
    expect(await text()).toBe(`Tél. ${OWN_TEXT}, merci`);
    expect(heard).toEqual([]);
  });
