import type { Page } from "playwright/test";
import { say } from "../../support/acts.ts";
import { expectNumber, settled } from "../../support/expectRequests.ts";
import { garage, national, OWN, SEO, TRACKED } from "../../support/garage.ts";
import { expect, test } from "../../support/test.ts";

const numbers = [{ id: "main", number: OWN }];

/** Every node of the page, kept by the page itself, to see later that they are the same. */
const keepNodes = (page: Page) =>
  page.evaluate(() => {
    const nodes: Node[] = [];
    const walker = document.createTreeWalker(document.body);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    Object.assign(window, { nodes, html: document.body.innerHTML });
  });
const sameNodes = (page: Page) =>
  page.evaluate(() => {
    const { nodes } = window as unknown as { nodes: Node[] };
    const walker = document.createTreeWalker(document.body);
    return nodes.every((node) => walker.nextNode() === node) && !walker.nextNode();
  });
const restored = (page: Page) =>
  page.evaluate(() => document.body.innerHTML === (window as unknown as { html: string }).html);

const MARKUP = `
  <p id="plain">Tél. : 01 23 45 67 89.</p>
  <p id="split">0<b>1 23 </b><i>45 <!-- note -->67</i><wbr> 89</p>
  <p id="spaces">01\u00a023\u202f45\u00a067\u00a089 ou +33\u00a0(0)1\u00a023\u00a045\u00a067\u00a089</p>
  <p id="two">01.23.45.67.89 / 01-23-45-67-89</p>
  <a id="tel" href="tel:+33123456789">appeler</a>
  <a id="ext" href="tel:+33-1-23-45-67-89;ext=42">poste 42</a>
  <a id="pause" href="tel:0123456789,,7">menu 7</a>
  <a id="sms" href="sms:+33123456789?body=Bonjour%2001%2023">SMS</a>
  <a id="callto" href="callto:0033123456789">Skype</a>
  <a id="national" href="tel:01%2023%2045%2067%2089">national</a>
  <img id="alt" alt="Appelez le 01 23 45 67 89" src="data:,"><button id="label" aria-label="Appeler le 0123456789" title="+33123456789">☎</button>
  <table><tr><td id="cell1">01 23 45</td><td id="cell2">67 89</td></tr></table><p id="lines">01 23 45<br>67 89</p>
  <p id="no" data-mgt-noswap>01 23 45 67 89 <a id="notel" href="tel:+33123456789">x</a></p>
  <textarea id="area">01 23 45 67 89</textarea><div id="edit" contenteditable>01 23 45 67 89</div>
  <input id="input" value="01 23 45 67 89"><a id="wa" href="https://wa.me/33123456789">WhatsApp</a>
  <script type="application/ld+json" id="ld">{"telephone":"+33123456789"}</script>`;

/** What each element of the page shows with the tracked number, text or attribute. */
const SWAPPED: readonly [string, string, string?][] = [
  ["#plain", "Tél. : 01 84 88 00 02."],
  ["#split", "01 84 88 00 02"],
  ["#spaces", "01\u00a084\u202f88\u00a000\u00a002 ou +33\u00a0(0)1\u00a084\u00a088\u00a000\u00a002"],
  ["#two", "01.84.88.00.02 / 01-84-88-00-02"],
  ["#tel", "tel:+33184880002", "href"],
  ["#ext", "tel:+33184880002;ext=42", "href"],
  ["#pause", "tel:+33184880002,,7", "href"],
  ["#sms", "sms:+33184880002?body=Bonjour%2001%2023", "href"],
  ["#callto", "callto:+33184880002", "href"],
  ["#national", "tel:+33184880002", "href"],
  ["#alt", "Appelez le 01 84 88 00 02", "alt"],
  ["#label", "Appeler le 0184880002", "aria-label"],
  ["#label", "+33184880002", "title"],
  ["#cell1", "01 23 45"],
  ["#lines", "01 23 4567 89"],
  ["#no", "01 23 45 67 89 x"],
  ["#notel", "tel:+33123456789", "href"],
  ["#area", "01 23 45 67 89"],
  ["#edit", "01 23 45 67 89"],
  ["#input", "01 84 88 00 02", "value"],
  ["#wa", "https://wa.me/33123456789", "href"],
  ["#ld", '{"telephone":"+33123456789"}'],
];

const read = (page: Page, rows: typeof SWAPPED) =>
  page.evaluate(
    (rows) =>
      rows.map(([selector, , attribute]) => {
        const element = document.querySelector(selector);
        return attribute ? element?.getAttribute(attribute) : element?.textContent;
      }),
    rows as [string, string, string?][],
  );

test("changes text and attributes, never nodes; a withdrawal restores every original exactly", async ({
  page,
  site,
}) => {
  await site.serve({ numbers, conditions: (garage().conditions ?? []).filter(({ id }) => id === "seo") });
  await page.goto(site.url("/?utm_medium=organic"));
  await say(page, true);
  // The script is added once the page's own nodes have been noted.
  site.page("/contact", { script: "", body: MARKUP });
  await page.goto(site.url("/contact"));
  await keepNodes(page);
  await page.addScriptTag({ url: `${site.endpoint}/garage.js` });
  await settled(page);
  expect(await read(page, SWAPPED)).toEqual(SWAPPED.map(([, expected]) => expected));
  expect(await sameNodes(page)).toBe(true);
  await page.evaluate(() => window.mgt("consent", false));
  await settled(page);
  expect(await sameNodes(page)).toBe(true);
  expect(await restored(page)).toBe(true);
});

test("a framework that writes the old number back is corrected", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url("/"));
  await expectNumber(page, TRACKED);
  for (let round = 0; round < 3; round++) {
    await page.evaluate(() => {
      const text = document.querySelector("#main")?.firstChild as Text;
      text.data = "Appelez le 01 23 45 67 89";
      document.querySelector("#call")?.setAttribute("href", "tel:+33123456789");
    });
    await expectNumber(page, TRACKED);
  }
});

test("one that never stops is let alone: the page does not hang", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url("/"));
  await expectNumber(page, TRACKED);
  await page.evaluate(() => {
    const text = document.querySelector("#main")?.firstChild as Text;
    let writes = 0;
    Object.assign(window, { writes: () => writes });
    new MutationObserver(() => {
      if (text.data.includes("01 23 45 67 89")) return;
      writes++;
      text.data = "Appelez le 01 23 45 67 89";
    }).observe(text, { characterData: true });
    text.data = "Appelez le 01 23 45 67 89";
  });
  const writes = () => page.evaluate(() => (window as unknown as { writes(): number }).writes());
  await expect(async () => {
    const before = await writes();
    expect(before).toBeGreaterThan(0);
    await page.evaluate(async () => {
      for (let frames = 0; frames < 20; frames++)
        await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    expect(await writes()).toBe(before);
  }).toPass();
});

test("what the page writes anew stays its own: a new text with the number is its new original", async ({
  page,
  site,
}) => {
  await site.serve({ numbers, conditions: (garage().conditions ?? []).filter(({ id }) => id === "seo") });
  await page.goto(site.url("/?utm_medium=organic"));
  await say(page, true);
  await page.goto(site.url("/contact"));
  await say(page, true);
  await expectNumber(page, SEO);
  await page.evaluate(() => {
    (document.querySelector("#main")?.firstChild as Text).data = "Atelier : 01.23.45.67.89";
  });
  await expect(page.locator("#main")).toHaveText("Atelier : 01.84.88.00.02");
  await page.evaluate(() => window.mgt("consent", false));
  await expect(page.locator("#main")).toHaveText("Atelier : 01.23.45.67.89");
});

const LATER: readonly [string, () => void, string][] = [
  [
    "an element is added",
    () => document.body.insertAdjacentHTML("beforeend", '<p id="later">01 23 45 67 89</p>'),
    "01 84 88 00 00",
  ],
  [
    "a text is added",
    () => {
      const later = document.querySelector("#later") as HTMLElement;
      later.append("+33123456789");
    },
    "+33184880000",
  ],
  [
    "a text changes",
    () => {
      (document.querySelector("#later")?.firstChild as Text).data = "Tél. 0123456789";
    },
    "Tél. 0184880000",
  ],
  [
    "a number is completed by its last digits",
    () => {
      const later = document.querySelector("#later") as HTMLElement;
      later.append("01 23 45 67 ");
      later.append("89");
    },
    "01 84 88 00 00",
  ],
];
for (const [name, act, expected] of LATER)
  test(`later on the page: ${name}`, async ({ page, site }) => {
    await site.serve({}, { body: name.startsWith("an element") ? " " : '<p id="later"> </p>' });
    await page.goto(site.url("/"));
    await settled(page);
    await page.evaluate(act);
    await expect.poll(async () => (await page.locator("#later").textContent())?.trim()).toBe(expected);
  });

test("later on the page: a link is given another address", async ({ page, site }) => {
  await site.serve({}, { body: '<a id="later" href="#">x</a>' });
  await page.goto(site.url("/"));
  await settled(page);
  await page.evaluate(() => document.querySelector("#later")?.setAttribute("href", "tel:0123456789;ext=3"));
  await expect(page.locator("#later")).toHaveAttribute("href", "tel:+33184880000;ext=3");
});

test("several numbers, each its own", async ({ page, site }) => {
  await site.serve(
    {
      numbers: [
        { id: "main", number: OWN, tracked: TRACKED },
        { id: "towing", number: "+33123456780", tracked: "+33184880010" },
        { id: "untracked", number: "+33123456781" },
      ],
      conditions: [],
    },
    { body: '<p id="all">01 23 45 67 89, 01 23 45 67 80, 01 23 45 67 81</p>' },
  );
  await page.goto(site.url("/"));
  await expect(page.locator("#all")).toHaveText("01 84 88 00 00, 01 84 88 00 10, 01 23 45 67 81");
});

test("another country's numbers, and a tracked number of another country", async ({ page, site }) => {
  await site.serve(
    {
      numbers: [
        { id: "london", number: "+442079460123", tracked: "+442079460999" },
        { id: "rome", number: "+390612345678", tracked: "+390687654321" },
        { id: "madrid", number: "+34912345678", tracked: "+33184880000" },
      ],
      conditions: [],
    },
    {
      body: '<p id="all">020 7946 0123, +44 (0)20 7946 0123; 06 1234 5678; 912 345 678</p><a id="madrid" href="tel:+34912345678">x</a>',
    },
  );
  await page.goto(site.url("/"));
  await expect(page.locator("#madrid")).toHaveAttribute("href", "tel:+33184880000");
  await expect(page.locator("#all")).toHaveText(
    "020 7946 0999, +44 (0)20 7946 0999; 06 8765 4321; +33 1 84 88 00 00",
  );
});

test("the title of the document", async ({ page, site }) => {
  await site.serve({}, { head: "<script>document.title = 'Garage, 01 23 45 67 89'</script>" });
  await page.goto(site.url("/"));
  await expect(page).toHaveTitle(`Garage, ${national(TRACKED)}`);
});

test("attributes of the owner's choice", async ({ page, site }) => {
  await site.serve(
    { attributes: ["data-phone"] },
    { body: '<p id="own" data-phone="01 23 45 67 89" data-other="01 23 45 67 89">x</p>' },
  );
  await page.goto(site.url("/"));
  await expect(page.locator("#own")).toHaveAttribute("data-phone", "01 84 88 00 00");
  await expect(page.locator("#own")).toHaveAttribute("data-other", "01 23 45 67 89");
});

test("a number that somebody is editing is left alone", async ({ page, site }) => {
  await site.serve(
    {},
    {
      body: '<div id="editor" contenteditable><p id="own">01 23 45 67 89</p></div><p id="main">Appelez le 01 23 45 67 89</p>',
    },
  );
  await page.goto(site.url("/"));
  await expect(page.locator("#main")).toHaveText("Appelez le 01 84 88 00 00");
  await expect(page.locator("#own")).toHaveText("01 23 45 67 89");
});
