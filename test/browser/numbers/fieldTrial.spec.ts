import type { Page } from "playwright/test";
import type { SiteInput } from "../../../src/vocabulary/site.ts";
import { settled } from "../../support/expectRequests.ts";
import { expect, test } from "../../support/test.ts";

/** Kinds of pages that were met in the field: what stands there, and what is to be shown. */
type Kind = readonly [what: string, markup: string, shown: string];

const kept = (what: string, markup: string): Kind => [what, markup, markup];

interface Trial {
  region: string;
  numbers: SiteInput["numbers"];
  kinds: readonly Kind[];
}

const FRANCE: Trial = {
  region: "FR",
  numbers: [
    { id: "main", number: "+33123456789", tracked: "+33184880000" },
    { id: "mobile", number: "+33612345678", tracked: "+33755550042" },
  ],
  kinds: [
    [
      "two links of a header, nothing between",
      '<a href="tel:0123456789">01 23 45 67 89</a><a href="tel:0612345678">06 12 34 56 78</a>',
      '<a href="tel:+33184880000">01 84 88 00 00</a><a href="tel:+33755550042">06 12 34 56 78</a>'.replace(
        "06 12 34 56 78",
        "07 55 55 00 42",
      ),
    ],
    [
      "pages before a number",
      '<a href="/p/1">1</a><a href="/p/2">2</a><a href="tel:0123456789">01 23 45 67 89</a>',
      '<a href="/p/1">1</a><a href="/p/2">2</a><a href="tel:+33184880000">01 84 88 00 00</a>',
    ],
    [
      "two spans, nothing between",
      "<span>75001</span><span>01 23 45 67 89</span>",
      "<span>75001</span><span>01 84 88 00 00</span>",
    ],
    [
      "an icon and a number in a span, between others",
      '<span>12</span><span><i class="icon"></i> 01 23 45 67 89</span><span>34</span>',
      '<span>12</span><span><i class="icon"></i> 01 84 88 00 00</span><span>34</span>',
    ],
    [
      "hours in a block, in a link that dials",
      '<a href="tel:0123456789"><span>24/7</span><span>01 23 45 67 89</span></a>',
      '<a href="tel:+33184880000"><span>24/7</span><span>01 84 88 00 00</span></a>',
    ],
    [
      "digits beside it in a link that dials: beyond doubt",
      '<a href="tel:0123456789">4970 0123456789 12</a>',
      '<a href="tel:+33184880000">4970 0184880000 12</a>',
    ],
    kept("digits beside it in another link", '<a href="/order">4970 0123456789 12</a>'),
    [
      "a link of archives behind",
      '<a href="tel:0123456789">01 23 45 67 89</a> <a href="/2024">2024 archives</a>',
      '<a href="tel:+33184880000">01 84 88 00 00</a> <a href="/2024">2024 archives</a>',
    ],
    ["a note", "01 23 45 67 89<sup>1</sup>", "01 84 88 00 00<sup>1</sup>"],
    ["a note in an index", "01 23 45 67 89 <sub>12</sub>", "01 84 88 00 00 <sub>12</sub>"],
    kept("a digit glued in a bold element", "01 23 45 67 89<b>12</b>"),
    kept("digits glued around a bold number", "12<b>01 23 45 67 89</b>34"),
    ["digits beside a bold number", "4970 <b>0123456789</b> 12", "4970 <b>0184880000</b> 12"],
    kept("a sign with a bold number", "4970 <b>#0123456789</b> 12"),
    kept("an IBAN", "FR76 3000 01 23 45 67 89 012"),
    kept("a SIRET", "SIRET 012 345 678 00012"),
    kept("a card", "4970 1234 01 23 45 67 89"),
    ["two whole numbers, joined", "01.23.45.67.89/06.12.34.56.78", "01.84.88.00.00/07.55.55.00.42"],
    ["two whole numbers, joined by a dash", "01.23.45.67.89-06.12.34.56.78", "01.84.88.00.00-07.55.55.00.42"],
    ["two whole numbers, a space between", "01 23 45 67 89 06 12 34 56 78", "01 84 88 00 00 07 55 55 00 42"],
    kept("last digits of a second number", "01 23 45 67 89 / 80"),
    kept("last digits, its link too", '<a href="tel:0123456789">01 23 45 67 89 / 80</a>'),
    kept("last digits behind its link", '<a href="tel:0123456789">01 23 45 67 89</a> / 80'),
    kept("last digits, although it names its number", '<b data-mgt-swap="main">01 23 45 67 89 / 80</b>'),
    [
      "an element that names its number lifts the guards",
      '<b data-mgt-swap="main">CB 4970 0123456789 12</b>',
      '<b data-mgt-swap="main">CB 4970 0184880000 12</b>',
    ],
    ["bullets", "01•23•45•67•89, 01 ∙ 23 ∙ 45 ∙ 67 ∙ 89", "01•84•88•00•00, 01 ∙ 84 ∙ 88 ∙ 00 ∙ 00"],
    ["square brackets", "+33 [0]1 23 45 67 89, [01] 23 45 67 89", "+33 [0]1 84 88 00 00, [01] 84 88 00 00"],
    [
      "words split into pieces",
      ["Appelez", "le", "01", "23", "45", "67", "89"]
        .map((word) => `<div style="display:inline-block">${word}</div>`)
        .join(" "),
      ["Appelez", "le", "01", "84", "88", "00", "00"]
        .map((word) => `<div style="display:inline-block">${word}</div>`)
        .join(" "),
    ],
    [
      "letters split into pieces, in words that are",
      ["01", "23", "45", "67", "89"].map((word) => piecesOf(word)).join(" "),
      ["01", "84", "88", "00", "00"].map((word) => piecesOf(word)).join(" "),
    ],
    kept("blocks", "<div>01 23 45</div><div>67 89</div>"),
    [
      "a link of an SVG",
      '<svg><a xlink:href="tel:0123456789"><text>01 23 45 67 89</text></a></svg>',
      '<svg><a xlink:href="tel:+33184880000"><text>01 84 88 00 00</text></a></svg>',
    ],
    ...(
      [
        ["tel:33123456789", "tel:+33184880000"],
        ["tel:330123456789", "tel:+33184880000"],
        ["tel:0033123456789", "tel:+33184880000"],
        ["tel:%2B33%20%280%29%201%C2%A023%2045%2067%2089", "tel:+33184880000"],
        ["tel:01%2F23%2F45%2F67%2F89%20poste%2012", "tel:+33184880000%20poste%2012"],
        ["sms:%2B33123456789?body=01%2023", "sms:+33184880000?body=01%2023"],
        ["callto:%5B01%5D23456789", "callto:+33184880000"],
        ["tel:0123456789%2080", "tel:0123456789%2080"],
        ["tel:44123456789", "tel:44123456789"],
        ["tel:%E0%A4%A", "tel:%E0%A4%A"],
      ] as const
    ).map(([from, to]): Kind => [from, `<a href="${from}">x</a>`, `<a href="${to}">x</a>`]),
  ],
};

const AMERICA: Trial = {
  region: "US",
  numbers: [{ id: "main", number: "+12125550123", tracked: "+16465550178" }],
  kinds: [
    [
      "a state's code and a post code before",
      "<span>NY 10001</span><span>(212) 555-0123</span>",
      "<span>NY 10001</span><span>(646) 555-0178</span>",
    ],
    ["a post code before", "New York, NY 10001 (212) 555-0123", "New York, NY 10001 (646) 555-0178"],
    [
      "a header of a bank",
      '<a href="tel:12125550123">Call Us 24/7<span> (212) 555-0123</span></a>',
      '<a href="tel:+16465550178">Call Us 24/7<span> (646) 555-0178</span></a>',
    ],
    [
      "a year before",
      '© 2024 <a href="tel:%28212%29%20555-0123%20x201">(212) 555-0123 x201</a>',
      '© 2024 <a href="tel:+16465550178%20x201">(646) 555-0178 x201</a>',
    ],
    ["bullets", "212•555•0123", "646•555•0178"],
    kept("a post code before what does not open a number", "10001 212-555-0123"),
    kept("last digits of a second number", "(212) 555-0123 / 4567"),
    kept("the local part of a second number", "(212) 555-0123 or 555-4567"),
    kept("another calling code", "+674 (212) 555-0123"),
  ],
};

const GERMANY: Trial = {
  region: "DE",
  numbers: [{ id: "main", number: "+493023125123", tracked: "+493023125987" }],
  kinds: [
    [
      "with its calling code and no +",
      '<a href="tel:493023125123">+49 (0) 30 - 23 12 51 23</a>',
      '<a href="tel:+493023125987">+49 (0) 30 - 23 12 59 87</a>',
    ],
    [
      "percent-encoded",
      '<a href="tel:%2B49%20%280%29%2030%20%2F%20231251-23">+49 (0) 30 / 231251-23</a>',
      '<a href="tel:+493023125987">+49 (0) 30 / 231259-87</a>',
    ],
    kept("a fax by its last digits", "Tel.: +49 (0) 30 23125-123, Fax: -299"),
    [
      "a whole fax number",
      "Tel.: +49 (0) 30 23125-123, Fax: +49 (0) 30 23125-299",
      "Tel.: +49 (0) 30 23125-987, Fax: +49 (0) 30 23125-299",
    ],
  ],
};

function piecesOf(word: string): string {
  const piece = (text: string) => `<div style="display:inline-block">${text}</div>`;
  return piece([...word].map(piece).join(""));
}

const shownIn = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll("section")].map(({ innerHTML }) => innerHTML));

for (const { region, numbers, kinds } of [FRANCE, AMERICA, GERMANY])
  test(`kinds of pages from the field, ${region}: shown, and restored to the letter`, async ({
    page,
    site,
  }) => {
    const conditions: SiteInput["conditions"] = [
      {
        id: "here",
        source: "Here",
        when: { page: "/" },
        numbers: Object.fromEntries((numbers ?? []).map(({ id, tracked }) => [id, tracked as string])),
      },
    ];
    const own = (numbers ?? []).map(({ id, number }) => ({ id, number }));
    await site.serve(
      { region, numbers: own, conditions },
      { body: kinds.map(([, markup]) => `<section>${markup}</section>`).join("\n") },
    );
    await page.goto(site.url("/"));
    await settled(page);
    const shown = await shownIn(page);
    kinds.forEach(([what, , expected], at) => {
      expect.soft(shown[at], what).toBe(expected);
    });
    expect(await page.evaluate(() => window.mgt("swap")), "nothing is left to do").toBe(0);
    await page.evaluate(() => window.mgt("page", "/end"));
    const restored = await shownIn(page);
    kinds.forEach(([what, markup], at) => {
      expect.soft(restored[at], what).toBe(markup);
    });
  });

test("a page that was swapped, then split into letters, is restored", async ({ page, site }) => {
  await site.serve(
    {
      numbers: [{ id: "main", number: "+33123456789" }],
      conditions: [{ id: "here", source: "Here", when: { page: "/" }, numbers: { main: "+33184880001" } }],
    },
    { body: '<h1 id="split">Appelez le 01 23 45 67 89</h1>' },
  );
  await page.goto(site.url("/"));
  const heading = page.locator("#split");
  await expect(heading).toHaveText("Appelez le 01 84 88 00 01");
  await heading.evaluate((element) => {
    const pieces = [...(element.textContent ?? "")].map((letter) => {
      const piece = document.createElement("div");
      piece.style.display = "inline-block";
      piece.textContent = letter;
      return letter === " " ? letter : piece;
    });
    element.replaceChildren(...pieces);
  });
  await settled(page);
  await expect(heading).toHaveText("Appelez le 01 84 88 00 01");
  await page.evaluate(() => window.mgt("page", "/end"));
  await expect(heading).toHaveText("Appelez le 01 23 45 67 89");
});

test("last digits that come later take the tracked number away, from the link too", async ({
  page,
  site,
}) => {
  await site.serve(
    {
      mode: "invisible",
      numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
      conditions: [],
    },
    { body: '<p id="line"><a href="tel:0123456789">01 23 45 67 89</a></p>' },
  );
  await page.goto(site.url("/"));
  const line = page.locator("#line");
  await expect(line).toHaveText("01 84 88 00 00");
  await line.evaluate((element) => element.append(" / 80"));
  await expect(line).toHaveText("01 23 45 67 89 / 80");
  await expect(line.locator("a")).toHaveAttribute("href", "tel:0123456789");
});
