import type { SiteInput } from "../../../src/vocabulary/site.ts";
import { settled } from "../../support/expectRequests.ts";
import { expect, test } from "../../support/test.ts";

/** What a number is on no page: half of one beside half of another, nobody's, or shown otherwise than dialled. */
interface Case {
  name: string;
  body: string;
  /** What the page does while a tracked number is shown. */
  act?: () => unknown;
  shown: string;
  /** After the end of the assignment, where it is not the body again. */
  ended?: string;
  tracked?: string;
}

const LINK = '<a href="tel:0123456789">01 23 45 67 89</a>';
const kept = (name: string, body: string): Case => ({ name, body, shown: body });

const CASES: readonly Case[] = [
  // A number of another country takes the place of the first part; the others are empty.
  {
    name: "the page writes into a part that holds nothing any more",
    tracked: "+3222000123",
    body: "<p><span>01 23 45</span> <span id=s>67 89</span></p>".replace("id=s", 'id="s"'),
    act: () => {
      (document.querySelector("#s")?.firstChild as Text).data = "Fermé";
    },
    shown: '<p><span>+32 2 200 01 23</span> <span id="s">Fermé</span></p>',
    ended: '<p><span>+33 1 23 45 67 89</span> <span id="s">Fermé</span></p>',
  },
  {
    name: "the page joins the parts, of which some hold nothing",
    tracked: "+3222000123",
    body: "<p>Tel 01 23 <b>45 67</b> 89</p>",
    act: () => document.querySelector("#holder p")?.normalize(),
    shown: "<p>Tel +32 2 200 01 23<b></b></p>",
    ended: "<p>Tel +33 1 23 45 67 89<b></b></p>",
  },
  kept(
    "last digits, then another link",
    `${LINK.replace("89</a>", "89 / 80</a>")}<a href="tel:0612345678">06 12 34 56 78</a>`,
  ),
  kept("last digits in a span behind a link", `${LINK}<span> / 80</span>`),
  kept("last digits in a link of their own", `${LINK} / <a href="tel:0123456780">80</a>`),
  kept("last digits behind a comment", `${LINK}<!-- x --> / 80`),
  kept("last digits behind a bold link", `<b>${LINK}</b> / 80`),
  kept("last digits, then hours", "<p>01 23 45 67 89 / 80 24h/24</p>"),
  kept("last digits with dots", "<p>01.23.45.67.89 / 67.80</p>"),
  kept("last digits in parentheses", "<p>01 23 45 67 89 / (80)</p>"),
  kept("last digits behind a dash and a slash", "<p>01 23 45 67 89 / -80</p>"),
  kept("last digits of a fax behind a slash", "<p>01 23 45 67 89 / Fax: 67 80</p>"),
  kept("last digits on the next line of the source", "<p>01 23 45 67 89\n                        / 80</p>"),
  kept(
    "an IBAN in spans",
    "<p><span>FR76</span> <span>3000</span> <span>0123</span> <span>4567</span> <span>89</span></p>",
  ),
  kept(
    "a code in boxes",
    `<p>${[..."4970012345678912"].map((digit) => `<span>${digit}</span>`).join("")}</p>`,
  ),
  kept("an identifier over two lines of the source", "<p>FR76 3000\n            01 23 45 67 89</p>"),
  kept("a letter glued outside of an element", "<p>CMD<b>0123456789</b></p>"),
  kept("letters glued behind an element", "<p><b>0123456789</b>ABC</p>"),
  kept(
    "blocks with a style that only speaks of inline",
    '<div style="inline-size:50%">01 23</div><div style="inline-size:50%">45 67 89</div>',
  ),
  {
    name: "a word behind: agencies, experts",
    body: "<p>01 23 45 67 89 et 12 agences, ou 01 23 45 67 89 - 80 rue</p>",
    shown: "<p>01 84 88 00 01 et 12 agences, ou 01 84 88 00 01 - 80 rue</p>",
  },
  {
    name: "a link that says more in another block",
    body: '<a href="tel:0123456789">01 23 45 67 89<br>ou 112</a>',
    shown: '<a href="tel:+33184880001">01 84 88 00 01<br>ou 112</a>',
  },
  {
    name: "last digits that come into a link later",
    body: '<a href="tel:0123456789"><i></i></a>',
    act: () => {
      (document.querySelector("#holder i") as Element).textContent = "01 23 45 67 89 / 80";
    },
    shown: '<a href="tel:0123456789"><i>01 23 45 67 89 / 80</i></a>',
    ended: '<a href="tel:0123456789"><i>01 23 45 67 89 / 80</i></a>',
  },
  {
    name: "a copy in a link that dials, beside a sign",
    body: '<a href="tel:0123456789">Réf#0123456789</a>',
    act: () => {
      const holder = document.querySelector("#holder") as Element;
      const { innerHTML } = holder;
      holder.innerHTML = innerHTML;
    },
    shown: '<a href="tel:+33184880001">Réf#0184880001</a>',
    ended: '<a href="tel:+33123456789">Réf#0123456789</a>',
  },
  {
    name: "an element that names its number: a date is none",
    body: '<p data-mgt-swap="main">Depuis le 01/01/2024 : 06 12 34 56 78</p>',
    shown: '<p data-mgt-swap="main">Depuis le 01/01/2024 : 01 84 88 00 01</p>',
  },
  kept("an address that is no UTF-8", '<a href="tel:09%A023%A045%A067%A089">x</a>'),
  {
    name: "an address in Latin-1",
    body: '<a href="tel:01%A023%A045%A067%A089">x</a>',
    shown: '<a href="tel:+33184880001">x</a>',
  },
];

const site = (tracked: string): Partial<SiteInput> => ({
  numbers: [{ id: "main", number: "+33123456789" }],
  conditions: [{ id: "here", source: "Here", when: { page: "/" }, numbers: { main: tracked } }],
});

for (const { name, body, act, shown, ended = body, tracked = "+33184880001" } of CASES)
  test(name, async ({ page, site: served }) => {
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await served.serve(site(tracked), { body: `<div id="holder">${body}</div>` });
    await page.goto(served.url("/"));
    await settled(page);
    if (act) await page.evaluate(act);
    await settled(page);
    const holder = () => page.evaluate(() => document.querySelector("#holder")?.innerHTML);
    await expect.poll(holder).toBe(shown);
    expect(await page.evaluate(() => window.mgt("swap")), "nothing is left to do").toBe(0);
    await page.evaluate(() => window.mgt("page", "/end"));
    await settled(page);
    expect(await holder(), "assigned no more").toBe(ended);
    expect(errors).toEqual([]);
  });

test("a part of a number that another script writes again and again: all of it is left to him", async ({
  page,
  site: served,
}) => {
  await served.serve(site("+33184880001"), { body: '<p id="line">01 23 <b>45 67</b> 89</p>' });
  await page.goto(served.url("/"));
  await settled(page);
  await page.evaluate(() => {
    const text = document.querySelector("#line b")?.firstChild as Text;
    new MutationObserver(() => {
      if (text.data !== "45 67") text.data = "45 67";
    }).observe(text, { characterData: true });
    text.data = "45 67";
  });
  await expect.poll(() => page.locator("#line").textContent()).toBe("01 23 45 67 89");
});

test("a thousand numbers in one run, and more one by one: in a time that a page has", async ({
  page,
  site: served,
}) => {
  await served.serve(site("+33184880001"), {
    body: `<p id="line">${"<b>01 23 45 67 89</b>, ".repeat(1000)}</p>`,
  });
  await page.goto(served.url("/"));
  await settled(page);
  const found = await page.evaluate(async () => {
    const line = document.querySelector("#line") as Element;
    for (let count = 0; count < 20; count++) {
      line.append("01 23 45 67 89, ");
      await new Promise((resolve) => setTimeout(resolve));
    }
    return line.textContent?.match(/01 84 88 00 01/g)?.length;
  });
  expect(found).toBe(1020);
});

test("a place that the page excludes meanwhile is given back when the assignment ends", async ({
  page,
  site: served,
}) => {
  await served.serve(site("+33184880001"), {
    body: '<p id="line" title="01 23 45 67 89">01 23 45 67 89</p>',
  });
  await page.goto(served.url("/"));
  const line = page.locator("#line");
  await expect(line).toHaveText("01 84 88 00 01");
  await line.evaluate((element) => element.setAttribute("data-mgt-noswap", ""));
  await page.evaluate(() => window.mgt("page", "/end"));
  await expect(line).toHaveText("01 23 45 67 89");
  await expect(line).toHaveAttribute("title", "01 23 45 67 89");
});
