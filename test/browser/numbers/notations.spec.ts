import type { Page } from "playwright/test";
import type { SiteInput } from "../../../src/vocabulary/site.ts";
import { settled } from "../../support/expectRequests.ts";
import { ADS, OWN } from "../../support/garage.ts";
import type { Country, Row } from "../../support/notations/Country.ts";
import { COUNTRIES, negativesOf, positivesOf } from "../../support/notations/countries.ts";
import { linksOf } from "../../support/notations/links.ts";
import { PROJECTIONS } from "../../support/notations/projections.ts";
import { APART, nationalGroups, neededGroups, SPLITS } from "../../support/notations/splits.ts";
import type { TestSite } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

const swapsOf = ({ number, tracked, more = [] }: Country) => [{ number, tracked }, ...more];

/** A site whose numbers are always replaced, open. */
async function open(
  page: Page,
  served: TestSite,
  swaps: readonly { number: string; tracked: string }[],
  region: string,
  lang = "fr",
): Promise<void> {
  const numbers: SiteInput["numbers"] = swaps.map((swap, at) => ({ id: `n${at}`, ...swap }));
  await served.serve({ mode: "invisible", numbers, conditions: [], region }, { lang });
  await page.goto(served.url("/"));
  await settled(page);
}

type Place = "text" | "label" | "href" | "markup";

/** Each string in an element of its own, all on one page: what they are after one scan. */
const afterSwap = (page: Page, texts: readonly string[], place: Place): Promise<string[]> =>
  page.evaluate(
    ([texts, place]) => {
      const PLACES = {
        text: ["pre", "textContent"],
        label: ["p", "ariaLabel"],
        href: ["a", "href"],
        markup: ["div", "innerHTML"],
      } as const;
      const [name, property] = PLACES[place];
      const elements = texts.map((text) => {
        const element = document.createElement(name) as HTMLElement & { href: string };
        if (property === "href") element.setAttribute("href", text);
        else element[property] = text;
        return element;
      });
      document.body.append(...elements);
      window.mgt("swap");
      return elements.map((element) => {
        element.remove();
        return String(property === "href" ? element.getAttribute("href") : element[property]);
      });
    },
    [texts, place] as const,
  );

/** A row, and whose it is. */
type Case = readonly [name: string, ...Row];

const casesOf = (name: string, rows: readonly Row[]): Case[] => rows.map((row) => [name, ...row]);
const kept = (texts: readonly string[]) => texts.map((text): Row => [text, text]);

/** Each row that is wrong is a failure of its own, under its country's name. */
async function expectCases(page: Page, cases: readonly Case[], place: Place = "text"): Promise<void> {
  const found = await afterSwap(
    page,
    cases.map(([, written]) => written),
    place,
  );
  expect(found.length).toBe(cases.length);
  cases.forEach(([name, written, shown], at) => {
    if (found[at] !== shown)
      expect.soft(found[at], `${name}: ${JSON.stringify(written)} in ${place}`).toBe(shown);
  });
}

// Compiling a site's script takes a while on a busy machine.
test.describe.configure({ timeout: 60_000 });

test("the tables: hundreds of strings, of many countries", () => {
  const written = COUNTRIES.flatMap((country) => positivesOf(country).map(([text]) => text));
  const left = COUNTRIES.flatMap(negativesOf);
  expect(new Set(written).size).toBeGreaterThanOrEqual(1800);
  expect(new Set(left).size).toBeGreaterThanOrEqual(2300);
  // Those written by hand alone.
  const byHand = COUNTRIES.flatMap(({ positives }) => positives.map(([text]) => text));
  expect(new Set(byHand).size).toBeGreaterThanOrEqual(300);
  expect(new Set(COUNTRIES.flatMap(({ negatives }) => negatives)).size).toBeGreaterThanOrEqual(240);
  expect(new Set(COUNTRIES.map(({ region }) => region)).size).toBeGreaterThanOrEqual(18);
  for (const country of COUNTRIES) {
    const positives = positivesOf(country);
    const untouched = new Set(negativesOf(country));
    expect(positives.filter(([text, shown]) => text === shown || untouched.has(text))).toEqual([]);
  }
});

const textCases = (country: Country): Case[] =>
  casesOf(country.region, [...positivesOf(country), ...kept(negativesOf(country))]);

for (const country of COUNTRIES) {
  const { region, own, shown, separator } = country;
  // On one page, since opening it takes longer than all rows together; each wrong row is reported by itself.
  test(`${region}: recognised and written as the page writes, look-alikes left alone`, async ({
    page,
    site,
  }) => {
    await open(page, site, swapsOf(country), region);
    await expectCases(page, textCases(country));
    await expectCases(page, casesOf(region, linksOf(country)), "href");
    const split = SPLITS.map(
      (markup): Row => [
        markup(nationalGroups(country, own), separator),
        markup(nationalGroups(country, shown), separator),
      ],
    );
    const apart = APART.map((markup) => markup(neededGroups(country), separator));
    await expectCases(page, casesOf(region, [...split, ...kept(apart)]), "markup");
  });
}

/** What is no number of one country's may be one of another's: 022-5555-0123 in Iran and in India. */
const isOfAnother = (country: Country, text: string) =>
  COUNTRIES.some(
    (other) => other !== country && text.replace(/\D/g, "").includes(other.own.replaceAll(" ", "")),
  );

test("all countries' numbers on one site, in text and in an attribute", async ({ page, site }) => {
  await open(page, site, COUNTRIES.flatMap(swapsOf), "EG", "ar");
  const cases = COUNTRIES.flatMap((country) =>
    textCases(country).filter(([, text, shown]) => text !== shown || !isOfAnother(country, text)),
  );
  expect(cases.length).toBeGreaterThan(4000);
  for (const place of ["text", "label"] as const) await expectCases(page, cases, place);
});

for (const { name, region, number, tracked, rows } of PROJECTIONS)
  test(`another length or country: ${name}`, async ({ page, site }) => {
    await open(page, site, [{ number, tracked }], region);
    await expectCases(page, casesOf(region, rows));
    await expectCases(page, [[region, `tel:${number};ext=12`, `tel:${tracked};ext=12`]], "href");
  });

test("another country's number over one split across elements", async ({ page, site }) => {
  await open(page, site, [{ number: OWN, tracked: "+442079460956" }], "FR");
  const texts = await page.evaluate(
    (markup) =>
      markup.map((html) => {
        const block = document.createElement("div");
        block.innerHTML = html;
        const before = block.querySelectorAll("*").length;
        document.body.append(block);
        window.mgt("swap");
        return [block.textContent, block.querySelectorAll("*").length - before];
      }),
    [
      "01 23 45 67 <b>89</b>",
      "<b>01</b> 23 45 67 89",
      "<i>0</i><i>1</i><i>23</i><i>45</i><i>67</i><i>89</i>",
      "Tél. <a href='#'><b>01</b> 23<!-- --> 45 67</a> 89, merci",
    ],
  );
  expect(texts).toEqual([
    ["+44 20 7946 0956", 0],
    ["+44 20 7946 0956", 0],
    ["+442079460956", 0],
    ["Tél. +44 20 7946 0956, merci", 0],
  ]);
});

/** Markup in which the number is one text to the reader, and what it becomes. */
const SPLIT: readonly Row[] = [
  ["<b>01</b> 23 45 67 89", "<b>01</b> 84 88 00 01"],
  ["01 <span>23 <em>45</em></span> 67 89", "01 <span>84 <em>88</em></span> 00 01"],
  ["<span>0</span><span>1</span><span>23456789</span>", "<span>0</span><span>1</span><span>84880001</span>"],
  ["01&nbsp;<!-- x -->23 45<wbr> 67 89", "01&nbsp;<!-- x -->84 88<wbr> 00 01"],
  ["<font><font>01 23 45</font></font> 67 89", "<font><font>01 84 88</font></font> 00 01"],
  ['<a href="#">+33 <b>(0)</b>1</a> 23 45 67 89', '<a href="#">+33 <b>(0)</b>1</a> 84 88 00 01'],
  // A label is often an element of its own, with space that only a style sheet makes
  ["<b>Tél</b>0123456789", "<b>Tél</b>0184880001"],
  // A block between is a boundary for what is glued, too
  ["<div>12</div>0123456789<div>34</div>", "<div>12</div>0184880001<div>34</div>"],
  // Never across cells, items, blocks, line breaks
  ...kept([
    "01 23 45<br>67 89",
    "<div>01 23 45</div>67 89",
    "<ul><li>01 23 45</li><li>67 89</li></ul>",
    '01 23 45 <img alt=""> 67 89',
    "<table><tbody><tr><th>01 23 45</th><td>67 89</td></tr></tbody></table>",
    "<p>01 23 45</p><p>67 89</p>",
    "<button>01 23 45</button>67 89",
    "01 23 45<svg></svg>67 89",
    // What is glued may be in the next node
    "0123456789<i>0</i>",
    "<b>FR76 3000 4000</b> 01 23 45 67 89 <i>012</i>",
    "<b>contact</b>@0123456789",
  ]),
];

test("French numbers split across elements", async ({ page, site }) => {
  await open(page, site, [{ number: OWN, tracked: ADS }], "FR");
  await expectCases(page, casesOf("FR", SPLIT), "markup");
});

const LINKS: readonly Row[] = [
  ["tel:+33(0)123456789", "tel:+33184880001"],
  ["tel:01%2023%2045%2067%2089", "tel:+33184880001"],
  ["tel:+33123456789;ext=12", "tel:+33184880001;ext=12"],
  ["tel:+33123456789,,1#", "tel:+33184880001,,1#"],
  ["tel:+33123456789p42", "tel:+33184880001p42"],
  ["tel://+33123456789", "tel:+33184880001"],
  ["tel: +33 1 23 45 67 89", "tel:+33184880001"],
  ["tel:+33\u00a01\u00a023\u00a045\u00a067\u00a089", "tel:+33184880001"],
  ["sms:+33123456789?body=0123456789", "sms:+33184880001?body=0123456789"],
  ["sms:+33123456789&body=0123456789", "sms:+33184880001&body=0123456789"],
  ["callto:+33123456789", "callto:+33184880001"],
  ...kept([
    "tel:",
    "tel:%E0%A4%A",
    "https://www.example.com/?tel=0123456789",
    "javascript:call('0123456789')",
    "whatsapp://send?phone=33123456789",
    "https://api.whatsapp.com/send?phone=33123456789",
    "viber://chat?number=%2B33123456789",
  ]),
];

test("French links that dial", async ({ page, site }) => {
  await open(page, site, [{ number: OWN, tracked: ADS }], "FR");
  await expectCases(page, casesOf("FR", LINKS), "href");
});
