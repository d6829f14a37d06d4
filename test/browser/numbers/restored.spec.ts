import type { Page } from "playwright/test";
import { say } from "../../support/acts.ts";
import { expectNumber, settled } from "../../support/expectRequests.ts";
import { ADS, OWN, SEO } from "../../support/garage.ts";
import { BODY } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

/** What the page itself did while a tracked number was shown, and what it would be without us. */
interface Case {
  name: string;
  body: string;
  /** Runs while the page shows `ADS`; what it looks for is in `#holder`. */
  act: () => unknown;
  /** The holder's markup once nothing is assigned any more; `{}` stands for the number. */
  markup: string;
}

const OWNERS = "01 23 45 67 89";
const written: Record<string, string> = {
  [OWN]: OWNERS,
  [ADS]: "01 84 88 00 01",
  [SEO]: "01 84 88 00 02",
};
/** The markup with one of the numbers in it; `{+}` is its E.164 form. */
const filled = (markup: string, number: string) =>
  markup.replaceAll("{}", written[number] as string).replaceAll("{+}", number);

const CASES: readonly Case[] = [
  {
    name: "nothing",
    body: '<p title="{}">Tél. {} ou 0<b>1 23 45</b> 67 89</p><a href="tel:0123456789">x</a>',
    act: () => {},
    markup: "",
  },
  {
    name: "writes more before and after the number in the same text",
    body: "<p>Tél. {}.</p>",
    act: () => {
      const text = document.querySelector("#holder p")?.firstChild as Text;
      text.insertData(0, "Atelier, ");
      text.appendData(" Ouvert.");
    },
    markup: "<p>Atelier, Tél. {}. Ouvert.</p>",
  },
  {
    name: "appends a text beside the number",
    body: "<p>Tél. {}</p>",
    act: () => document.querySelector("#holder p")?.append(", 24h/24"),
    markup: "<p>Tél. {}, 24h/24</p>",
  },
  {
    name: "clones an element",
    body: '<p title="{}">{} <a href="tel:{+}">x</a></p>',
    act: () => {
      const original = document.querySelector("#holder p") as Element;
      original.after(original.cloneNode(true));
    },
    markup: '<p title="{}">{} <a href="tel:{+}">x</a></p><p title="{}">{} <a href="tel:{+}">x</a></p>',
  },
  {
    name: "moves an element",
    body: "<p><i>{}</i></p><div></div>",
    act: () => document.querySelector("#holder div")?.append(document.querySelector("#holder i") as Element),
    markup: "<p></p><div><i>{}</i></div>",
  },
  {
    name: "copies a text into a new node",
    body: "<p>Tél. {}</p><div></div>",
    act: () =>
      document
        .querySelector("#holder div")
        ?.append(`Copie : ${document.querySelector("#holder p")?.textContent}`),
    markup: "<p>Tél. {}</p><div>Copie : Tél. {}</div>",
  },
  {
    name: "copies a text into a node that is there",
    body: "<p>Tél. {}</p><div>…</div>",
    act: () => {
      const text = document.querySelector("#holder div")?.firstChild as Text;
      text.data = `${document.querySelector("#holder p")?.textContent}`;
    },
    markup: "<p>Tél. {}</p><div>Tél. {}</div>",
  },
  {
    name: "copies attributes",
    body: '<a href="tel:{+}" title="{}">x</a><a class="copy">x</a>',
    act: () => {
      const copy = document.querySelector(".copy") as Element;
      for (const { name, value } of (copy.previousElementSibling as Element).attributes)
        copy.setAttribute(name, value);
    },
    markup: '<a href="tel:{+}" title="{}">x</a><a class="copy" href="tel:{+}" title="{}">x</a>',
  },
  {
    name: "rewrites a container from its own markup",
    body: '<p title="{}">{}</p><p>0<b>1 23</b> 45 67 89</p>',
    act: () => {
      const holder = document.querySelector("#holder") as Element;
      const { innerHTML } = holder;
      holder.innerHTML = `${innerHTML}<i>Suite</i>`;
    },
    markup: '<p title="{}">{}</p><p>0<b>1 23</b> 45 67 89</p><i>Suite</i>',
  },
  {
    name: "normalizes, splits and joins text nodes",
    body: "<p>Tél. {} et 01.23.45.67.89</p>",
    act: () => {
      const text = document.querySelector("#holder p")?.firstChild as Text;
      text.splitText(9).splitText(2);
      document.querySelector("#holder p")?.normalize();
    },
    markup: "<p>Tél. {} et 01.23.45.67.89</p>",
  },
  {
    name: "splits a text in the middle of the number",
    body: "<p>Tél. {}</p>",
    act: () => {
      const text = document.querySelector("#holder p")?.firstChild as Text;
      text.splitText(11);
    },
    markup: "<p>Tél. {}</p>",
  },
  {
    name: "replaces half of a split number with something else",
    body: "<p><b>01 23 45</b> <i>67 89</i></p>",
    act: () => {
      (document.querySelector("#holder i")?.firstChild as Text).data = "(heures d'ouverture)";
    },
    markup: "<p><b>01 23 45</b> <i>(heures d'ouverture)</i></p>",
  },
  {
    name: "removes half of a split number",
    body: "<p><b>01 23 45</b> <i>67 89</i></p>",
    act: () => document.querySelector("#holder i")?.remove(),
    markup: "<p><b>01 23 45</b> </p>",
  },
  {
    name: "wraps the number in an element",
    body: "<p>Tél. {}.</p>",
    act: () => {
      const text = document.querySelector("#holder p")?.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, 5);
      range.setEnd(text, 19);
      range.surroundContents(document.createElement("strong"));
    },
    markup: "<p>Tél. <strong>{}</strong>.</p>",
  },
  {
    name: "replaces the number with another one",
    body: '<p>Tél. {}</p><a href="tel:{+}">x</a>',
    act: () => {
      (document.querySelector("#holder p")?.firstChild as Text).data = "Tél. 04 56 78 90 12";
      document.querySelector("#holder a")?.setAttribute("href", "tel:+33456789012");
    },
    markup: '<p>Tél. 04 56 78 90 12</p><a href="tel:+33456789012">x</a>',
  },
  {
    name: "takes an attribute away and sets it again from a copy",
    body: '<p title="{}">x</p>',
    act: () => {
      const found = document.querySelector("#holder p") as Element;
      const title = found.getAttribute("title") as string;
      found.removeAttribute("title");
      found.setAttribute("title", title);
    },
    markup: '<p title="{}">x</p>',
  },
];

/** The holder's markup, while nothing, or one of the numbers, is assigned. */
const markupOf = ({ name, body, markup }: Case, number: string) => {
  const text = filled(name === "nothing" ? body : markup, number);
  const [a = "", b = "", c = "", d = "", e = ""] = (written[number] as string).split(" ");
  // Numbers that are split, or in another notation.
  return (
    text
      .replace("0<b>1 23 45</b> 67 89", `0<b>${a[1]} ${b} ${c}</b> ${d} ${e}`)
      .replace("0<b>1 23</b> 45 67 89", `0<b>${a[1]} ${b}</b> ${c} ${d} ${e}`)
      .replace("01.23.45.67.89", [a, b, c, d, e].join("."))
      // A link dials E.164, but for the one that the page wrote otherwise.
      .replace("tel:0123456789", number === OWN ? "tel:0123456789" : `tel:${number}`)
  );
};

const holder = (page: Page) => page.evaluate(() => document.querySelector("#holder")?.innerHTML);

/** The page keeps its nodes, to see later that they are the same. */
const keepNodes = () => {
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(document.body);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  Object.assign(window, { nodes });
};
const sameNodes = (page: Page) =>
  page.evaluate(() => {
    const { nodes } = window as unknown as { nodes: Node[] };
    const walker = document.createTreeWalker(document.body);
    return nodes.every((node) => walker.nextNode() === node) && !walker.nextNode();
  });

/** Numbers depend on the page only, and some pages have none. */
const BY_PAGE = {
  numbers: [{ id: "main", number: OWN }],
  conditions: [
    { id: "a", source: "A", when: { page: "/" }, numbers: { main: ADS } },
    { id: "b", source: "B", when: { page: "/b" }, numbers: { main: SEO } },
  ],
};

const PAUSES = { "later on": true, "at once": false };
for (const [pause, isLater] of Object.entries(PAUSES))
  for (const found of CASES)
    test(`another number, and then none, ${pause}; in between the page: ${found.name}`, async ({
      page,
      site,
    }) => {
      await site.serve(BY_PAGE, { body: `${BODY}<div id="holder">${filled(found.body, OWN)}</div>` });
      await page.goto(site.url("/"));
      await expectNumber(page, ADS);
      await settled(page);
      if (isLater) {
        await page.evaluate(found.act);
        await settled(page);
        expect(await holder(page), "shown").toBe(markupOf(found, ADS));
        await page.evaluate(() => window.mgt("page", "/b"));
      }
      // In the task in which the page changed: nothing has been told of it yet.
      else await page.evaluate(`(${found.act})(); mgt("page", "/b")`);
      await settled(page);
      await page.evaluate(keepNodes);
      expect(await holder(page), "another number").toBe(markupOf(found, SEO));
      await page.evaluate(() => window.mgt("page", "/end"));
      await settled(page);
      expect(await holder(page), "none").toBe(markupOf(found, OWN));
      expect(await sameNodes(page), "the same nodes").toBe(true);
      await expectNumber(page, OWN);
    });

test("a node that is away while numbers change is right when it is back", async ({ page, site }) => {
  await site.serve(BY_PAGE, { body: `${BODY}<div id="holder"><p title="${OWNERS}">${OWNERS}</p></div>` });
  await page.goto(site.url("/"));
  await expectNumber(page, ADS);
  await settled(page);
  const away = (path: string) =>
    page.evaluate((path) => {
      const gone = document.querySelector("#holder p") as Element;
      gone.remove();
      window.mgt("page", path);
      const { title, textContent } = gone as HTMLElement;
      document.querySelector("#holder")?.append(gone);
      return [title, textContent];
    }, path);
  await away("/b");
  await expect.poll(() => holder(page)).toBe(`<p title="${written[SEO]}">${written[SEO]}</p>`);
  expect(await away("/end"), "restored while away").toEqual([OWNERS, OWNERS]);
  await settled(page);
  expect(await holder(page)).toBe(`<p title="${OWNERS}">${OWNERS}</p>`);
});

test("a copy that is put in only after the end", async ({ page, site }) => {
  await site.serve(BY_PAGE, { body: `${BODY}<div id="holder"><p title="${OWNERS}">${OWNERS}</p></div>` });
  await page.goto(site.url("/"));
  await expectNumber(page, ADS);
  await settled(page);
  await page.evaluate(() => {
    const holder = document.querySelector("#holder") as Element;
    Object.assign(window, { copy: holder.firstElementChild?.cloneNode(true), html: holder.innerHTML });
    window.mgt("page", "/end");
  });
  await expectNumber(page, OWN);
  await page.evaluate(() => {
    const { copy, html } = window as unknown as { copy: Element; html: string };
    document.querySelector("#holder")?.append(copy);
    document.querySelector("#holder")?.insertAdjacentHTML("beforeend", html);
  });
  await expect.poll(() => holder(page)).toBe(`<p title="${OWNERS}">${OWNERS}</p>`.repeat(3));
});

test("a tracked number in the page's own HTML is a copy, as of a cache plugin", async ({ page, site }) => {
  const cached = (number: string) => `<p>Ligne directe ${written[number]}</p>`;
  await site.serve(BY_PAGE, { body: `${BODY}<div id="holder">${cached(ADS)}</div>` });
  await page.goto(site.url("/"));
  await expectNumber(page, ADS);
  for (const [path, number] of [
    ["/b", SEO],
    ["/end", OWN],
    ["/", ADS],
  ] as const) {
    await page.evaluate((path) => window.mgt("page", path), path);
    await expectNumber(page, number);
    await settled(page);
    expect(await holder(page), path).toBe(cached(number));
  }
});

test("back and forth ten times: exact every time, and the nodes are the same", async ({ page, site }) => {
  const [found] = CASES as [Case];
  await site.serve(BY_PAGE, { body: `${BODY}<div id="holder">${filled(found.body, OWN)}</div>` });
  await page.goto(site.url("/"));
  await expectNumber(page, ADS);
  await page.evaluate(keepNodes);
  for (const [path, number] of Array(10)
    .fill([
      ["/b", SEO],
      ["/end", OWN],
      ["/", ADS],
    ])
    .flat()) {
    // Right on return: whoever asks is told the truth.
    const html = await page.evaluate((path) => {
      window.mgt("page", path);
      return document.querySelector("#holder")?.innerHTML;
    }, path);
    expect(html, path).toBe(markupOf(found, number));
  }
  expect(await sameNodes(page)).toBe(true);
});

test("a withdrawal, in the task in which the page copied what was shown: every original is back", async ({
  page,
  site,
}) => {
  await site.serve(
    {
      numbers: [{ id: "main", number: OWN }],
      conditions: [{ id: "ads", source: "Ads", when: { param: "gclid" }, numbers: { main: ADS } }],
    },
    { body: `${BODY}<div id="holder"><p title="${OWNERS}">0<b>1 23</b> 45 67 89</p></div>` },
  );
  await page.goto(site.url("/?gclid=TeSt-123"));
  await say(page, true);
  await expectNumber(page, ADS);
  // On a later page nothing but the memory of the first one says so.
  await page.goto(site.url("/contact"));
  await say(page, true);
  await expectNumber(page, ADS);
  await page.evaluate(() => {
    const original = document.querySelector("#holder p") as Element;
    original.after(original.cloneNode(true));
    window.mgt("consent", false);
  });
  await expectNumber(page, OWN);
  await settled(page);
  expect(await holder(page)).toBe(`<p title="${OWNERS}">0<b>1 23</b> 45 67 89</p>`.repeat(2));
});
