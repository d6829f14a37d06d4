import { say } from "../../support/acts.ts";
import { settled } from "../../support/expectRequests.ts";
import { INITIAL } from "../../support/frameworks/appState.ts";
import {
  BUILDS,
  FRAMEWORKS,
  type FrameworkName,
  keepNodes,
  lostNodes,
  read,
  servePage,
  serverMarkup,
  set,
  unmount,
  view,
} from "../../support/frameworks/fixtures.ts";
import { complaints, expectNoWrongFrame, watchFrames } from "../../support/frameworks/probes.ts";
import { garage, OWN, SEO, TRACKED } from "../../support/garage.ts";
import { expect, test } from "../../support/test.ts";

/** No number of its own accord: what is shown ends with the consent. */
const BY_CONDITION = {
  numbers: [{ id: "main", number: OWN }],
  conditions: (garage().conditions ?? []).filter(({ id }) => id === "seo"),
};

const NAMES = Object.keys(FRAMEWORKS) as FrameworkName[];

for (const name of NAMES)
  for (const build of BUILDS)
    test.describe(`${name}, ${build} build`, () => {
      // From an event or a timer, and from a callback of the very frame that is going to be painted.
      for (const when of ["task", "frame"] as const)
        test(`writes in a ${when}: no painted frame shows the owner's number, no node is replaced`, async ({
          page,
          site,
        }) => {
          const heard = complaints(page);
          await watchFrames(page);
          await site.serve();
          await servePage(site, "/", { name, build });
          await page.goto(site.url("/"));
          await settled(page);
          expect(await read(page)).toEqual(view(TRACKED));
          await expectNoWrongFrame(page);
          await keepNodes(page);
          for (const changes of [{ calls: 1 }, { calls: 2 }, { calls: 2, phone: "01.23.45.67.89" }, {}])
            await test.step(JSON.stringify(changes), async () => {
              await set(page, { ...INITIAL, ...changes }, when);
              await expectNoWrongFrame(page);
              expect(await read(page)).toEqual(view(TRACKED, changes));
            });
          expect(await lostNodes(page, name)).toEqual([]);
          expect(heard).toEqual([]);
        });

      test("adds, moves and removes what was swapped", async ({ page, site }) => {
        const heard = complaints(page);
        await watchFrames(page);
        await site.serve();
        await servePage(site, "/", { name, build });
        await page.goto(site.url("/"));
        await settled(page);
        const states = [
          { isOpen: false },
          { items: ["c", "a", "b"] },
          { items: ["b", "d", "c"], calls: 1 },
          { items: [] },
          { tail: "" },
          { tail: "67 89" },
          // The end of another number of the owner's.
          { phone: "bientôt", tail: "67 80" },
          {},
        ];
        let { items } = INITIAL;
        for (const state of states)
          await test.step(JSON.stringify(state), async () => {
            const next = { ...INITIAL, items, ...state };
            items = next.items;
            await keepNodes(page);
            const kept = await page.locator("#items li").evaluateAll((all) => all.map(({ id }) => id));
            await set(page, next);
            await expectNoWrongFrame(page);
            expect(await read(page)).toEqual(view(TRACKED, next));
            // Items that stay are the same elements, wherever they went.
            const lost = (await lostNodes(page, name)).filter((node) => node.startsWith("LI"));
            expect(lost).toEqual(kept.filter((id) => !items.includes(id)).map((id) => `LI ${id}`));
          });
        await set(page, { items: ["a", "b"] });
        await unmount(page);
        expect(await page.locator("#app").textContent()).toBe("");
        expect(heard).toEqual([]);
      });

      test("hydrates the server's markup: the same nodes, no warning", async ({ page, site }) => {
        const heard = complaints(page);
        await site.serve();
        const { mark } = FRAMEWORKS[name];
        const markup = await serverMarkup(name, build);
        // The nodes are noted before the framework, and while the script may already act.
        const head = `<script>addEventListener("readystatechange", () => {
          if (document.readyState !== "interactive") return;
          window.parsed = [...document.querySelectorAll("#app *")];
        }, true)</script>`;
        await servePage(site, "/", { name, build, markup, mark, head });
        await page.goto(site.url("/"));
        await settled(page);
        await expect.poll(() => read(page)).toEqual(view(TRACKED));
        const lost = () =>
          page.evaluate(() => {
            const { parsed } = window as unknown as { parsed: Element[] };
            return { all: parsed.length, lost: parsed.filter((node) => !node.isConnected).length };
          });
        expect(await lost()).toEqual({ all: expect.any(Number), lost: 0 });
        expect((await lost()).all).toBeGreaterThan(8);
        await set(page, { calls: 3 });
        await expect.poll(() => read(page)).toEqual(view(TRACKED, { calls: 3 }));
        await unmount(page);
        expect(await page.locator("#app").textContent()).toBe("");
        expect(heard).toEqual([]);
      });

      test("goes on working through consent, refusal and withdrawal", async ({ page, site }) => {
        const heard = complaints(page);
        await site.serve(BY_CONDITION);
        await page.goto(site.url("/?utm_medium=organic"));
        await say(page, true);
        await servePage(site, "/contact", { name, build });
        await page.goto(site.url("/contact"));
        await settled(page);
        await keepNodes(page);
        await say(page, true);
        await set(page, { calls: 1 });
        await expect.poll(() => read(page)).toEqual(view(SEO, { calls: 1 }));
        await say(page, false);
        expect(await read(page)).toEqual(view(OWN, { calls: 1 }));
        await set(page, { calls: 2 });
        expect(await read(page)).toEqual(view(OWN, { calls: 2 }));
        expect(await lostNodes(page, name)).toEqual([]);
        await set(page, { isOpen: false, items: ["b"] });
        expect(await read(page)).toEqual(view(OWN, { calls: 2, isOpen: false, items: ["b"] }));
        await page.goto(site.url("/?utm_medium=organic"));
        await say(page, true);
        await page.goto(site.url("/contact"));
        await say(page, true);
        await expect.poll(() => read(page)).toEqual(view(SEO));
        await unmount(page);
        expect(heard).toEqual([]);
      });
    });
