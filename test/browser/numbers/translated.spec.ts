import type { Page } from "playwright/test";
import { say } from "../../support/acts.ts";
import { settled } from "../../support/expectRequests.ts";
import { complaints } from "../../support/frameworks/probes.ts";
import { garage, OWN } from "../../support/garage.ts";
import { expect, test } from "../../support/test.ts";

const BODY = `<p id="main">Appelez le 01 23 45 67 89, merci</p>
  <p id="split">Tél. <b>01 23</b> 45 67 89</p>
  <a id="call" href="tel:+33123456789">Appeler le 01 23 45 67 89</a>`;
const TRANSLATED = ["Call 01 84 88 00 02, thanks", "Tel. 01 84 88 00 02", "Call 01 84 88 00 02"];
const ORIGINAL = ["Call 01 23 45 67 89, thanks", "Tel. 01 23 45 67 89", "Call 01 23 45 67 89"];

/**
 * Translates the page as Google's script does it: texts are read, and some time later each is replaced by
 * a `<font>` in a `<font>` that holds the translation; what the page adds later is translated likewise.
 */
const installTranslator = (page: Page) =>
  page.addInitScript(() => {
    const WORDS: [RegExp, string][] = [
      [/Appelez le|Appeler le/, "Call"],
      [/merci/, "thanks"],
      [/Tél\./, "Tel."],
    ];
    const replaced: [Text, Element][] = [];
    let writes = 0;
    const font = () => {
      const element = document.createElement("font");
      element.style.verticalAlign = "inherit";
      return element;
    };
    const texts = () => {
      const found: Text[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        if (text.data.trim() && !text.parentElement?.closest("font, script")) found.push(text);
      }
      return found.map((text) => [text, text.data] as const);
    };
    const write = (read: ReturnType<typeof texts>) => {
      for (const [text, data] of read) {
        const outer = font();
        const inner = font();
        inner.textContent = WORDS.reduce((all, [from, to]) => all.replace(from, to), data);
        outer.append(inner);
        if (!text.parentNode) continue;
        text.replaceWith(outer);
        replaced.push([text, outer]);
        writes++;
      }
      document.documentElement.className = "translated-ltr";
    };
    let read: ReturnType<typeof texts> = [];
    const observer = new MutationObserver(() => write(texts()));
    Object.assign(window, {
      translator: {
        read() {
          read = texts();
        },
        write() {
          write(read);
          observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        },
        undo() {
          observer.disconnect();
          for (const [text, outer] of replaced.splice(0)) outer.replaceWith(text);
        },
        writes: () => writes,
      },
    });
  });

interface Translator {
  read(): void;
  write(): void;
  undo(): void;
  writes(): number;
}
const translate = (page: Page, ...acts: (keyof Translator)[]) =>
  page.evaluate((acts) => {
    const { translator } = window as unknown as { translator: Translator };
    return acts.map((act) => translator[act]()).at(-1);
  }, acts);

const shown = (page: Page) =>
  page.evaluate(() => ["#main", "#split", "#call"].map((id) => document.querySelector(id)?.textContent));

/** When the translator reads the page and when it writes, before (the script is not there yet) and after. */
const ORDERS: readonly [string, { before: (keyof Translator)[]; after: (keyof Translator)[] }][] = [
  ["before the numbers are swapped", { before: ["read", "write"], after: [] }],
  ["after the numbers were swapped", { before: [], after: ["read", "write"] }],
  ["read before and written after the swap", { before: ["read"], after: ["write"] }],
];

for (const [name, { before, after }] of ORDERS)
  test(`a page translated in place, ${name}`, async ({ page, site }) => {
    const heard = complaints(page);
    await installTranslator(page);
    // No number of its own accord: what is shown ends with the consent.
    await site.serve({
      numbers: [{ id: "main", number: OWN }],
      conditions: (garage().conditions ?? []).filter(({ id }) => id === "seo"),
    });
    await page.goto(site.url("/?utm_medium=organic"));
    await say(page, true);
    site.page("/contact", { script: "", body: BODY });
    await page.goto(site.url("/contact"));
    await translate(page, ...before);
    await page.addScriptTag({ url: `${site.endpoint}/garage.js` });
    await say(page, true);
    await translate(page, ...after);
    await expect.poll(() => shown(page)).toEqual(TRANSLATED);
    // Neither goes on writing.
    const writes = await translate(page, "writes");
    const count = await page.evaluate(async () => {
      let count = 0;
      new MutationObserver((records) => {
        count += records.length;
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
      for (let frame = 0; frame < 10; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      return count;
    });
    expect([await translate(page, "writes"), count]).toEqual([writes, 0]);
    // What the page adds is translated and swapped, in whichever order.
    await page.evaluate(() =>
      document.body.insertAdjacentHTML("beforeend", '<p id="late">Appelez le 01 23 45 67 89</p>'),
    );
    await expect(page.locator("#late")).toHaveText("Call 01 84 88 00 02");
    await say(page, false);
    await settled(page);
    expect(await shown(page)).toEqual(ORIGINAL);
    await translate(page, "undo");
    await settled(page);
    expect(await shown(page)).toEqual([
      "Appelez le 01 23 45 67 89, merci",
      "Tél. 01 23 45 67 89",
      "Appeler le 01 23 45 67 89",
    ]);
    await expect(page.locator("#call")).toHaveAttribute("href", `tel:${OWN}`);
    expect(heard).toEqual([]);
  });

test("the original shown again after a translation", async ({ page, site }) => {
  const heard = complaints(page);
  await installTranslator(page);
  await site.serve({}, { body: BODY });
  await page.goto(site.url("/"));
  await settled(page);
  await translate(page, "read", "write");
  await expect(page.locator("#main")).toHaveText("Call 01 84 88 00 00, thanks");
  await translate(page, "undo");
  await expect(page.locator("#main")).toHaveText("Appelez le 01 84 88 00 00, merci");
  await expect(page.locator("#split")).toHaveText("Tél. 01 84 88 00 00");
  expect(heard).toEqual([]);
});
