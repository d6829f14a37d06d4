import { settled } from "./support/expectRequests.ts";
import { ADS, OWN } from "./support/garage.ts";
import { NEGATIVES, POSITIVES } from "./support/notations.ts";
import { expect, test } from "./support/test.ts";

const site = {
  mode: "invisible" as const,
  numbers: [{ id: "main", number: OWN, tracked: ADS }],
  conditions: [],
};

/** Each text in a block of its own, on one page. */
test("French notations, as a table", async ({ page, site: served }) => {
  await served.serve(site);
  await page.goto(served.url("/"));
  await settled(page);
  const texts = [...POSITIVES.map(([written]) => written), ...NEGATIVES];
  const shown = await page.evaluate((texts) => {
    const blocks = texts.map((text) => {
      const block = document.createElement("pre");
      block.textContent = text;
      return block;
    });
    document.body.append(...blocks);
    window.mgt("swap");
    return blocks.map(({ textContent }) => textContent);
  }, texts);
  // Side by side, so that a failure shows every row that is wrong.
  expect(texts.map((text, at) => [text, shown[at]])).toEqual([
    ...POSITIVES,
    ...NEGATIVES.map((text) => [text, text]),
  ]);
  expect(POSITIVES.length).toBeGreaterThanOrEqual(60);
  expect(NEGATIVES.length).toBeGreaterThanOrEqual(60);
});

test("the same table in an attribute", async ({ page, site: served }) => {
  await served.serve(site);
  await page.goto(served.url("/"));
  await settled(page);
  const texts = [...POSITIVES.map(([written]) => written), ...NEGATIVES];
  const shown = await page.evaluate((texts) => {
    const blocks = texts.map((text) => {
      const block = document.createElement("p");
      block.setAttribute("aria-label", text);
      return block;
    });
    document.body.append(...blocks);
    window.mgt("swap");
    return blocks.map((block) => block.getAttribute("aria-label"));
  }, texts);
  expect(texts.map((text, at) => [text, shown[at]])).toEqual([
    ...POSITIVES,
    ...NEGATIVES.map((text) => [text, text]),
  ]);
});

/** Markup in which the number is one text to the reader, and what it becomes. */
const SPLIT: readonly [string, string][] = [
  ["<b>01</b> 23 45 67 89", "<b>01</b> 84 88 00 01"],
  ["01 <span>23 <em>45</em></span> 67 89", "01 <span>84 <em>88</em></span> 00 01"],
  ["<span>0</span><span>1</span><span>23456789</span>", "<span>0</span><span>1</span><span>84880001</span>"],
  ["01&nbsp;<!-- x -->23 45<wbr> 67 89", "01&nbsp;<!-- x -->84 88<wbr> 00 01"],
  ["<font><font>01 23 45</font></font> 67 89", "<font><font>01 84 88</font></font> 00 01"],
  ['<a href="#">+33 <b>(0)</b>1</a> 23 45 67 89', '<a href="#">+33 <b>(0)</b>1</a> 84 88 00 01'],
  // Never across cells, items, blocks, line breaks
  ["01 23 45<br>67 89", "01 23 45<br>67 89"],
  ["<div>01 23 45</div>67 89", "<div>01 23 45</div>67 89"],
  ["<ul><li>01 23 45</li><li>67 89</li></ul>", "<ul><li>01 23 45</li><li>67 89</li></ul>"],
  ['01 23 45 <img alt=""> 67 89', '01 23 45 <img alt=""> 67 89'],
  // What is glued may be in the next node
  ["0123456789<i>0</i>", "0123456789<i>0</i>"],
  ["<b>FR76 3000 4000</b> 01 23 45 67 89 <i>012</i>", "<b>FR76 3000 4000</b> 01 23 45 67 89 <i>012</i>"],
  ["<b>contact</b>@0123456789", "<b>contact</b>@0123456789"],
  // A label is often an element of its own, with space that only a style sheet makes
  ["<b>Tél</b>0123456789", "<b>Tél</b>0184880001"],
  // A block between is a boundary for what is glued, too
  ["<div>12</div>0123456789<div>34</div>", "<div>12</div>0184880001<div>34</div>"],
];

test("numbers split across elements", async ({ page, site: served }) => {
  await served.serve(site);
  await page.goto(served.url("/"));
  await settled(page);
  const shown = await page.evaluate(
    (markup) => {
      const blocks = markup.map((html) => {
        const block = document.createElement("div");
        block.innerHTML = html;
        return block;
      });
      document.body.append(...blocks);
      window.mgt("swap");
      return blocks.map(({ innerHTML }) => innerHTML);
    },
    SPLIT.map(([markup]) => markup),
  );
  expect(SPLIT.map(([markup], at) => [markup, shown[at]])).toEqual(SPLIT);
});

/** Links that dial, and what they dial afterwards. */
const LINKS: readonly [string, string][] = [
  ["tel:0123456789", "tel:+33184880001"],
  ["tel:+33123456789", "tel:+33184880001"],
  ["tel:0033123456789", "tel:+33184880001"],
  ["tel:+33(0)123456789", "tel:+33184880001"],
  ["tel:+33-1-23-45-67-89", "tel:+33184880001"],
  ["tel:01.23.45.67.89", "tel:+33184880001"],
  ["tel:01%2023%2045%2067%2089", "tel:+33184880001"],
  ["TEL:0123456789", "TEL:+33184880001"],
  ["tel:+33123456789;ext=12", "tel:+33184880001;ext=12"],
  ["tel:+33123456789,,1#", "tel:+33184880001,,1#"],
  ["tel:+33123456789p42", "tel:+33184880001p42"],
  ["sms:+33123456789?body=0123456789", "sms:+33184880001?body=0123456789"],
  ["callto:+33123456789", "callto:+33184880001"],
  ["tel:+33123456788", "tel:+33123456788"],
  ["tel:+331234567890", "tel:+331234567890"],
  ["tel:+44123456789", "tel:+44123456789"],
  ["tel:", "tel:"],
  ["tel:%E0%A4%A", "tel:%E0%A4%A"],
  ["https://wa.me/33123456789", "https://wa.me/33123456789"],
  ["/annuaire/0123456789", "/annuaire/0123456789"],
  ["https://www.example.com/?tel=0123456789", "https://www.example.com/?tel=0123456789"],
];

test("links that dial", async ({ page, site: served }) => {
  await served.serve(site);
  await page.goto(served.url("/"));
  await settled(page);
  const shown = await page.evaluate(
    (hrefs) => {
      const links = hrefs.map((href) => {
        const link = document.createElement("a");
        link.setAttribute("href", href);
        return link;
      });
      document.body.append(...links);
      window.mgt("swap");
      return links.map((link) => link.getAttribute("href"));
    },
    LINKS.map(([href]) => href),
  );
  expect(LINKS.map(([href], at) => [href, shown[at]])).toEqual(LINKS);
});
