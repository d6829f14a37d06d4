import { queued, say } from "../../support/acts.ts";
import { settled } from "../../support/expectRequests.ts";
import { forPage } from "../../support/frameworks/build.ts";
import { BUILDS, set, unmount } from "../../support/frameworks/fixtures.ts";
import { complaints, frames, painted, watchFrames } from "../../support/frameworks/probes.ts";
import { garage, OWN, SEO } from "../../support/garage.ts";
import { expect, test } from "../../support/test.ts";

const OTHER = "+33123456780";

/** What the component showed in each painted frame, each change once. */
const SHOWN = /<a id="own" href="([^"]*)">([^<]*)<\/a>/;

for (const [name, file] of [
  ["React", "trackedNumber.react.jsx"],
  ["Vue", "trackedNumber.vue.ts"],
] as const)
  for (const build of BUILDS)
    test(`a ${name} component renders the tracked number itself, ${build} build`, async ({ page, site }) => {
      const heard = complaints(page);
      await watchFrames(page);
      await site.serve({
        numbers: [
          { id: "main", number: OWN },
          { id: "other", number: OTHER },
        ],
        conditions: (garage().conditions ?? []).filter(({ id }) => id === "seo"),
      });
      await page.goto(site.url("/?utm_medium=organic"));
      await say(page, true);
      site.file("/app.js", await forPage(file, build), "text/javascript; charset=utf-8");
      // The component is there before the script: its command waits in the queue.
      site.page("/contact", {
        head: queued(),
        script: "",
        body: `<div id="app"></div><script src="/app.js"></script>${site.tag.replace(" async", " defer")}`,
      });
      await page.goto(site.url("/contact"));
      await say(page, true);
      const shown = async (number: string) => {
        await expect(page.locator("#own")).toHaveText(number);
        await expect(page.locator("#own")).toHaveAttribute("href", `tel:${number}`);
        // Each is painted before the next act: what no frame showed is not among the changes below.
        await frames(page, 1);
      };
      await shown(SEO);
      await set(page, { tel: OTHER });
      await shown(OTHER);
      await set(page, { tel: OWN });
      await shown(SEO);
      await say(page, false);
      await shown(OWN);
      // What is shown goes straight from one to the other, text and link together, and stays.
      await frames(page);
      const changes = (await painted(page))
        .map((html) => SHOWN.exec(html)?.slice(1).join(" "))
        .filter((text, at, all) => text && text !== all[at - 1]);
      expect(changes.slice(-4)).toEqual([SEO, OTHER, SEO, OWN].map((number) => `tel:${number} ${number}`));
      await unmount(page);
      await page.evaluate(() => window.mgt("swap"));
      await settled(page);
      expect(heard).toEqual([]);
    });
