import { PassThrough } from "node:stream";
import type { Page } from "playwright/test";
import { type Build, forPage, forServer } from "../../support/frameworks/build.ts";
import {
  BUILDS,
  FRAMEWORKS,
  type FrameworkName,
  inHead,
  read,
  servePage,
  serverMarkup,
  set,
  view,
} from "../../support/frameworks/fixtures.ts";
import { complaints } from "../../support/frameworks/probes.ts";
import { serveStream } from "../../support/frameworks/serveStream.ts";
import { TRACKED } from "../../support/garage.ts";
import type { TestSite } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

/** What each framework's own pages bear: before and after the markup, or in the head. */
const MARKS: readonly [string, { mark?: [string, string]; head?: string }][] = [
  ["Next, pages", { mark: ['<div id="__next">', "</div>"] }],
  ["Next, app", { head: '<script src="/_next/static/chunks/main-app.js" async></script>' }],
  ["Nuxt", { mark: ['<div id="__nuxt">', "</div>"] }],
  // They also bear a script at their end, which comes too late to be a mark.
  ["Remix", { head: '<link rel="modulepreload" href="/build/entry.client-5XKT.js">' }],
  ["React Router", { head: '<link rel="modulepreload" href="/assets/entry.client-B1nY.js">' }],
  ["SvelteKit", { mark: ['<div data-sveltekit-preload-data="hover">', "</div>"] }],
  [
    "SvelteKit without preloading",
    {
      mark: ['<div style="display: contents">', "</div>"],
      head: '<link rel="modulepreload" href="/_app/immutable/entry/start.1a2b3c.js">',
    },
  ],
  ["Astro", { mark: ['<astro-island client="load" ssr>', "</astro-island>"] }],
  ["Gatsby", { mark: ['<div id="___gatsby">', "</div>"] }],
  ["React up to 17", { mark: ['<div data-reactroot="">', "</div>"] }],
];

/** React knows the element, and has said what it thinks of it. */
async function hydrated(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (selector) =>
      Object.keys(document.querySelector(selector) ?? {}).some((key) => key.startsWith("__react")),
    selector,
  );
}

for (const [name, marks] of MARKS)
  test(`a page of ${name} is hydrated before its numbers are changed`, async ({ page, site }) => {
    const heard = complaints(page);
    await site.serve();
    for (const path of [
      "/_next/static/chunks/main-app.js",
      "/build/entry.client-5XKT.js",
      "/assets/entry.client-B1nY.js",
      "/_app/immutable/entry/start.1a2b3c.js",
    ])
      site.file(path, "", "text/javascript");
    const markup = await serverMarkup("React", "development");
    await servePage(site, "/", { name: "React", build: "development", markup, ...marks });
    await page.goto(site.url("/"));
    await hydrated(page, "#app *");
    await expect.poll(() => read(page)).toEqual(view(TRACKED));
    expect(heard).toEqual([]);
  });

/** As WebKit does: no idle callbacks, the first frame only when a small page has loaded, React's task later still. */
function likeWebKit(): void {
  delete (window as { requestIdleCallback?: unknown }).requestIdleCallback;
  const afterLoad = (run: () => void) =>
    document.readyState === "complete" ? run() : void addEventListener("load", run);
  const frame = requestAnimationFrame;
  window.requestAnimationFrame = (run) => {
    if (document.readyState === "complete") return frame(run);
    addEventListener("load", () => run(performance.now()));
    return 0;
  };
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (...message: [unknown]) {
    afterLoad(() => setTimeout(() => postMessage.apply(this, message), 50));
  };
}

for (const [name, marks] of [MARKS[0], MARKS[1]] as typeof MARKS)
  test(`a page of ${name} is hydrated first, also where it has loaded before its first frame`, async ({
    page,
    site,
  }) => {
    const heard = complaints(page);
    await site.serve();
    site.file("/_next/static/chunks/main-app.js", "", "text/javascript");
    await page.addInitScript(likeWebKit);
    const markup = await serverMarkup("React", "development");
    await servePage(site, "/", { name: "React", build: "development", markup, ...marks });
    await page.goto(site.url("/"));
    await hydrated(page, "#app *");
    await expect.poll(() => read(page)).toEqual(view(TRACKED));
    expect(heard).toEqual([]);
  });

test("a mark that comes when the page has been swapped and has loaded holds nothing up", async ({
  page,
  site,
}) => {
  // With such a comment a page is settled only later.
  await site.serve({}, { body: '<!--$--><p id="main">01 23 45 67 89</p>' });
  await page.goto(site.url("/"));
  await expect(page.locator("#main")).toHaveText("01 84 88 00 00");
  const shown = await page.evaluate(async () => {
    document.body.insertAdjacentHTML("beforeend", '<div id="__nuxt"><p>01 23 45 67 89</p></div>');
    for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.querySelector("#__nuxt")?.textContent;
  });
  expect(shown).toBe("01 84 88 00 00");
});

test.describe("without a mark", () => {
  for (const name of Object.keys(FRAMEWORKS) as FrameworkName[])
    for (const build of BUILDS) {
      test(`${name}, ${build} build: "load" lets it hydrate, after "auto" it repairs itself`, async ({
        page,
        site,
      }) => {
        const heard = complaints(page);
        for (const swapAt of ["load", "auto"] as const)
          await test.step(swapAt, async () => {
            await site.serve({ swapAt });
            await servePage(site, "/", { name, build, markup: await serverMarkup(name, build) });
            await page.goto(site.url("/"));
            await expect.poll(() => read(page)).toEqual(view(TRACKED));
            // The limit of "auto": nothing said that the page was going to be hydrated, and the framework
            // may say that it found another text than its own. The number is right all the same.
            if (swapAt === "load") expect(heard).toEqual([]);
            await set(page, { calls: 3, isOpen: false });
            await expect.poll(() => read(page)).toEqual(view(TRACKED, { calls: 3, isOpen: false }));
          });
      });
    }
});

test.describe("React, a document whose end is streamed later", () => {
  type Late = PromiseWithResolvers<string>;

  /** Serves it; the late part is sent when the promise is fulfilled. */
  async function serve(site: TestSite, build: Build, late: Late, head = "") {
    const { stream } = await forServer<{
      stream(out: PassThrough, late: Promise<string>, script: string): void;
    }>("streamed.server.jsx", build);
    const client = await forPage("streamed.jsx", build);
    return serveStream((path, response) => {
      if (path.endsWith(".js"))
        return void response.setHeader("Content-Type", "text/javascript; charset=utf-8").end(client);
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      // The owner's tag manager or cache adds the script to what the framework wrote.
      const out = new PassThrough();
      out.on("data", (chunk) =>
        response.write(String(chunk).replace("<head>", `<head>${head}${inHead(site)}`)),
      );
      out.on("end", () => response.end());
      stream(out, late.promise, "/_next/static/main.js");
    });
  }

  for (const build of BUILDS) {
    test(`${build} build: hydrated while it streams`, async ({ page, site }) => {
      const heard = complaints(page);
      await site.serve();
      const late: Late = Promise.withResolvers();
      const server = await serve(site, build, late);
      await page.goto(server.origin, { waitUntil: "commit" });
      await expect(page.locator("#waiting")).toBeVisible();
      await page.waitForFunction(() => "hydrating" in window);
      const main = await page.locator("#main").elementHandle();
      late.resolve("Atelier");
      await expect(page.locator("#late")).toHaveText("Atelier : 01 84 88 00 00");
      await expect(page.locator("#main")).toHaveText("Appelez le 01 84 88 00 00");
      expect(await main?.evaluate((element) => element.isConnected)).toBe(true);
      expect(heard).toEqual([]);
      await server.close();
    });

    // A known limit: nothing tells when React will hydrate it. It then makes that part anew, and says so.
    test(`${build} build: a part that is hydrated long after the page has loaded shows the right number`, async ({
      page,
      site,
    }) => {
      await site.serve();
      const late: Late = Promise.withResolvers();
      late.resolve("Atelier");
      const server = await serve(site, build, late, "<script>window.hold = true</script>");
      await page.goto(server.origin);
      await expect(page.locator("#main")).toHaveText("Appelez le 01 84 88 00 00");
      await page.evaluate(() => (window as unknown as { release(): void }).release());
      // React hydrates it in its own time: its nodes are then known to it.
      await hydrated(page, "#late");
      await expect(page.locator("#late")).toHaveText("Atelier : 01 84 88 00 00");
      await server.close();
    });
  }
});
