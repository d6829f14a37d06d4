import type { Page } from "playwright/test";
import type { SiteInput } from "../../../src/vocabulary/site.ts";
import { expectNumber, settled } from "../../support/expectRequests.ts";
import { ADS, garage, OWN, SEO } from "../../support/garage.ts";
import { BODY, type TestSite } from "../../support/TestSite.ts";
import { test as base, expect } from "../../support/test.ts";

/** On none of these pages may an error be thrown or reported. */
const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", ({ message }) => complaints.push(message));
      page.on("console", (message) => {
        // The test's own pictures do not exist.
        if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
          complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** One place on a page: what it shows while `ADS` is assigned, and once nothing is any more. */
interface Case {
  name: string;
  body?: string;
  head?: string;
  changes?: Partial<SiteInput>;
  /** Done on the page before the script is added. */
  before?: () => unknown;
  /** Done when the page shows the tracked number. */
  later?: () => unknown;
  read: () => unknown;
  shown: unknown;
  ended: unknown;
  /** Other pages of the site. */
  pages?: Record<string, string>;
  prepare?: (site: TestSite) => void;
}

const ELSEWHERE = "__ELSEWHERE__";
const SCRIPT = "__SCRIPT__";

/** The number depends on the page only, and some pages have none. */
const site = (changes: Partial<SiteInput> = {}): Partial<SiteInput> => ({
  numbers: [{ id: "main", number: OWN }],
  conditions: [
    { id: "here", source: "Here", when: { page: "/" }, numbers: { main: ADS } },
    { id: "framed", source: "Framed", when: { page: "/framed" }, numbers: { main: SEO } },
  ],
  ...changes,
});

async function open(page: Page, testSite: TestSite, { body = "", head = "", changes, before, pages }: Case) {
  await testSite.serve(site(changes));
  const filled = (text: string) =>
    text.replaceAll(ELSEWHERE, testSite.elsewhere).replaceAll(SCRIPT, testSite.tag);
  for (const [path, content] of Object.entries(pages ?? {}))
    testSite.page(path, { script: "", body: filled(content) });
  testSite.page("/", { head, body: filled(body) + BODY, ...(before && { script: "" }) });
  await page.goto(testSite.url("/"));
  if (!before) return;
  await page.evaluate(before);
  await page.addScriptTag({ url: `${testSite.endpoint}/${garage().key}.js` });
}

function check(title: string, cases: readonly Case[]): void {
  for (const place of cases)
    test(`${title}: ${place.name}`, async ({ page, site }) => {
      place.prepare?.(site);
      await open(page, site, place);
      await expectNumber(page, ADS);
      if (place.later) await page.evaluate(place.later);
      await settled(page);
      await expect.poll(() => page.evaluate(place.read), { message: "assigned" }).toEqual(place.shown);
      expect(await page.evaluate(() => window.mgt("swap")), "nothing is left to do").toBe(0);
      expect(await page.evaluate(place.read), "after a second scan").toEqual(place.shown);
      await page.evaluate(() => window.mgt("page", "/end"));
      await expectNumber(page, OWN);
      await settled(page);
      expect(await page.evaluate(place.read), "assigned no more").toEqual(place.ended);
    });
}

const NUMBER = "01 23 45 67 89";
const NEW = "01 84 88 00 01";

/** In the page: what an element's open root shows. */
const HOST = '<div id="host"></div>';
const readHost = () => document.querySelector("#host")?.shadowRoot?.textContent;

check("an open shadow root", [
  {
    name: "there before the script",
    body: HOST,
    before: () => {
      const root = (document.querySelector("#host") as Element).attachShadow({ mode: "open" });
      root.innerHTML = '<p>01 23 <b>45</b> 67 89</p><a href="tel:0123456789" title="01.23.45.67.89">x</a>';
    },
    read: () => (document.querySelector("#host") as Element).shadowRoot?.innerHTML,
    shown: `<p>01 84 <b>88</b> 00 01</p><a href="tel:${ADS}" title="01.84.88.00.01">x</a>`,
    ended: '<p>01 23 <b>45</b> 67 89</p><a href="tel:0123456789" title="01.23.45.67.89">x</a>',
  },
  {
    name: "attached later to a plain element, nothing else changes",
    body: HOST,
    later: () => {
      const root = (document.querySelector("#host") as Element).attachShadow({ mode: "open" });
      root.innerHTML = "01 23 45 67 89";
    },
    read: readHost,
    shown: NEW,
    ended: NUMBER,
  },
  {
    name: "attached to an element that is added after it",
    later: () => {
      const host = document.createElement("div");
      host.id = "host";
      host.attachShadow({ mode: "open" }).append("01 23 45 67 89");
      document.body.append(host);
    },
    read: readHost,
    shown: NEW,
    ended: NUMBER,
  },
  {
    name: "of a custom element that is defined later",
    body: '<x-phone id="host"></x-phone>',
    later: () =>
      customElements.define(
        "x-phone",
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: "open" }).innerHTML = "<i>01 23 45 67 89</i>";
          }
        },
      ),
    read: readHost,
    shown: NEW,
    ended: NUMBER,
  },
  {
    name: "in another one",
    body: HOST,
    before: () => {
      const outer = (document.querySelector("#host") as Element).attachShadow({ mode: "open" });
      const inner = document.createElement("div");
      outer.append("01 23 45 67 89 ", inner);
      inner.attachShadow({ mode: "open" }).append("+33 1 23 45 67 89");
    },
    later: () => {
      const third = document.createElement("div");
      document.querySelector("#host")?.shadowRoot?.querySelector("div")?.shadowRoot?.append(third);
      third.attachShadow({ mode: "open" }).append("01-23-45-67-89");
    },
    read: () => {
      const outer = document.querySelector("#host")?.shadowRoot;
      const inner = outer?.querySelector("div")?.shadowRoot;
      const third = inner?.querySelector("div")?.shadowRoot;
      return [outer, inner, third].map((root) => root?.textContent?.trim());
    },
    shown: [NEW, "+33 1 84 88 00 01", "01-84-88-00-01"],
    ended: [NUMBER, "+33 1 23 45 67 89", "01-23-45-67-89"],
  },
  {
    name: "declared in the page's markup",
    body: `<div id="host"><template shadowrootmode="open"><p>${NUMBER}</p></template></div>`,
    read: readHost,
    shown: NEW,
    ended: NUMBER,
  },
  {
    name: "declared in markup that is set later",
    body: '<div id="outer"></div>',
    later: () =>
      document
        .querySelector("#outer")
        ?.setHTMLUnsafe(
          '<div id="host"><template shadowrootmode="open"><p>01 23 45 67 89</p></template></div>',
        ),
    read: readHost,
    shown: NEW,
    ended: NUMBER,
  },
  {
    name: "changed later inside: text and attributes",
    body: `<div id="host"><template shadowrootmode="open"><p>Tél.</p><a>x</a></template></div>`,
    later: () => {
      const root = document.querySelector("#host")?.shadowRoot as ShadowRoot;
      (root.querySelector("p")?.firstChild as Text).data = "01 23 45 67 89";
      root.querySelector("a")?.setAttribute("href", "tel:+33123456789");
      root.querySelector("a")?.setAttribute("aria-label", "0123456789");
      root.append("+33123456789");
    },
    read: () => document.querySelector("#host")?.shadowRoot?.innerHTML,
    shown: `<p>${NEW}</p><a href="tel:${ADS}" aria-label="0184880001">x</a>${ADS}`,
    ended: `<p>${NUMBER}</p><a href="tel:${OWN}" aria-label="0123456789">x</a>${OWN}`,
  },
  {
    name: "not a closed one",
    body: '<div id="closed"></div><div id="host"></div>',
    before: () => {
      const closed = (document.querySelector("#closed") as Element).attachShadow({ mode: "closed" });
      closed.append("01 23 45 67 89");
      Object.assign(window, { closedRoot: closed });
    },
    later: () => {
      const inside = (window as unknown as { closedRoot: ShadowRoot }).closedRoot;
      inside.append(" 01 23 45 67 89");
      document.querySelector("#host")?.attachShadow({ mode: "open" }).append("01 23 45 67 89");
    },
    read: () => [
      (window as unknown as { closedRoot: ShadowRoot }).closedRoot.textContent,
      document.querySelector("#host")?.shadowRoot?.textContent,
    ],
    shown: [`${NUMBER} ${NUMBER}`, NEW],
    ended: [`${NUMBER} ${NUMBER}`, NUMBER],
  },
  {
    name: "not one whose host is excluded, or stands in what is",
    body: '<div data-mgt-noswap class="root"></div><p data-mgt-noswap><span class="root"></span></p><p class="root"></p>',
    before: () => {
      for (const host of document.querySelectorAll(".root"))
        host.attachShadow({ mode: "open" }).append("01 23 45 67 89");
    },
    later: () => {
      for (const host of document.querySelectorAll(".root")) host.shadowRoot?.append(" 0123456789");
    },
    read: () => [...document.querySelectorAll(".root")].map((host) => host.shadowRoot?.textContent),
    shown: [`${NUMBER} 0123456789`, `${NUMBER} 0123456789`, `${NEW} 0184880001`],
    ended: [`${NUMBER} 0123456789`, `${NUMBER} 0123456789`, `${NUMBER} 0123456789`],
  },
  {
    name: "what is slotted in it",
    body: `<div id="host"><template shadowrootmode="open"><p>Tél. <slot></slot></p></template>${NUMBER}</div>`,
    read: () => document.querySelector("#host")?.textContent,
    shown: NEW,
    ended: NUMBER,
  },
]);

test("an open shadow root: mgt('swap') is right on return, in one that was attached in the same task", async ({
  page,
  site,
}) => {
  await open(page, site, { name: "", body: HOST, read: () => "", shown: "", ended: "" });
  await expectNumber(page, ADS);
  const [first, text, second] = await page.evaluate(() => {
    const root = (document.querySelector("#host") as Element).attachShadow({ mode: "open" });
    root.innerHTML = "<p>01 23 45 67 89</p>";
    return [window.mgt("swap"), root.textContent, window.mgt("swap")];
  });
  expect([first, text, second]).toEqual([1, NEW, 0]);
});

const readFrame = () => document.querySelector("iframe")?.contentDocument?.body?.innerHTML.trim();
const LINE = `<p>${NUMBER} <a href="tel:+33123456789">x</a></p>`;
const NEW_LINE = `<p>${NEW} <a href="tel:${ADS}">x</a></p>`;

check("a frame", [
  {
    name: "present, of the same origin",
    body: '<iframe src="/frame"></iframe>',
    pages: { "/frame": LINE },
    read: readFrame,
    shown: NEW_LINE,
    ended: LINE,
  },
  {
    name: "added later",
    pages: { "/frame": LINE },
    later: () => document.body.insertAdjacentHTML("beforeend", '<iframe src="/frame"></iframe>'),
    read: readFrame,
    shown: NEW_LINE,
    ended: LINE,
  },
  {
    name: "navigated",
    body: '<iframe src="/frame"></iframe>',
    pages: { "/frame": LINE, "/next": `<p>Suite : ${NUMBER}</p>` },
    later: () => {
      (document.querySelector("iframe") as HTMLIFrameElement).src = "/next";
    },
    read: readFrame,
    shown: `<p>Suite : ${NEW}</p>`,
    ended: `<p>Suite : ${NUMBER}</p>`,
  },
  {
    name: "with srcdoc",
    body: `<iframe srcdoc="&lt;p>${NUMBER}&lt;/p>"></iframe>`,
    read: readFrame,
    shown: `<p>${NEW}</p>`,
    ended: `<p>${NUMBER}</p>`,
  },
  {
    name: "without address, written by script",
    later: () => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.contentDocument?.body.append("01 23 45 67 89");
    },
    read: readFrame,
    shown: NEW,
    ended: NUMBER,
  },
  {
    name: "rewritten with document.open",
    body: '<iframe src="/frame"></iframe>',
    pages: { "/frame": LINE },
    later: () => {
      const inside = document.querySelector("iframe")?.contentDocument as Document;
      inside.open();
      inside.write("<p>Suite : 01 23 45 67 89</p>");
      inside.close();
    },
    read: readFrame,
    shown: `<p>Suite : ${NEW}</p>`,
    ended: `<p>Suite : ${NUMBER}</p>`,
  },
  {
    name: "changed later inside, a frame in it, and a shadow root in it",
    body: '<iframe src="/frame"></iframe>',
    pages: { "/frame": '<p>Tél.</p><iframe src="/inner"></iframe><div></div>', "/inner": LINE },
    later: () => {
      const inside = document.querySelector("iframe")?.contentDocument as Document;
      (inside.querySelector("p")?.firstChild as Text).data = "01 23 45 67 89";
      inside.querySelector("div")?.attachShadow({ mode: "open" }).append("01 23 45 67 89");
    },
    read: () => {
      const inside = document.querySelector("iframe")?.contentDocument;
      return [
        inside?.querySelector("p")?.textContent,
        inside?.querySelector("iframe")?.contentDocument?.body.innerHTML,
        inside?.querySelector("div")?.shadowRoot?.textContent,
      ];
    },
    shown: [NEW, NEW_LINE, NEW],
    ended: [NUMBER, LINE, NUMBER],
  },
  {
    name: "of another origin, is untouched",
    body: `<iframe src="${ELSEWHERE}/frame"></iframe><iframe sandbox src="/frame"></iframe>`,
    pages: { "/frame": LINE },
    prepare: (site) => site.file("elsewhere/frame", LINE),
    read: () => [...document.querySelectorAll("iframe")].map(({ contentDocument }) => contentDocument),
    shown: [null, null],
    ended: [null, null],
  },
  {
    name: "that has the script itself, swaps for itself",
    body: '<iframe src="/framed"></iframe>',
    pages: { "/framed": `${LINE}${SCRIPT}` },
    read: () => document.querySelector("iframe")?.contentDocument?.querySelector("p")?.textContent?.trim(),
    shown: "01 84 88 00 02 x",
    ended: "01 84 88 00 02 x",
  },
  {
    name: "that is excluded",
    body: '<iframe data-mgt-noswap src="/frame"></iframe>',
    pages: { "/frame": LINE },
    read: readFrame,
    shown: LINE,
    ended: LINE,
  },
  {
    name: 'that is an editor: designMode = "on"',
    body: '<iframe src="/frame"></iframe>',
    pages: { "/frame": `<script>document.designMode = "on"</script>${LINE}` },
    later: () =>
      document.querySelector("iframe")?.contentDocument?.querySelector("p")?.append("01 23 45 67 89"),
    read: () => document.querySelector("iframe")?.contentDocument?.querySelector("p")?.textContent,
    shown: `${NUMBER} x${NUMBER}`,
    ended: `${NUMBER} x${NUMBER}`,
  },
  {
    name: "that is an editor: its body is contenteditable",
    body: '<iframe src="/frame"></iframe>',
    pages: { "/frame": `<script>document.body.contentEditable = "true"</script>${LINE}` },
    later: () =>
      document.querySelector("iframe")?.contentDocument?.querySelector("p")?.append("01 23 45 67 89"),
    read: () => document.querySelector("iframe")?.contentDocument?.querySelector("p")?.textContent,
    shown: `${NUMBER} x${NUMBER}`,
    ended: `${NUMBER} x${NUMBER}`,
  },
]);

/** What stands in an element that names its number, and what it shows with it. */
const FORCED: readonly [name: string, markup: string, shown: string][] = [
  [
    "another number, national",
    '<p data-mgt-swap="main">09 99 88 77 66</p>',
    '<p data-mgt-swap="main">01 84 88 00 01</p>',
  ],
  [
    "another number, international",
    '<p data-mgt-swap="main">Tél. +33 9.99.88.77.66 !</p>',
    '<p data-mgt-swap="main">Tél. +33 1.84.88.00.01 !</p>',
  ],
  [
    "the owner's own number, split",
    '<p data-mgt-swap="main">01 <b>23 45</b> 67 89</p>',
    '<p data-mgt-swap="main">01 <b>84 88</b> 00 01</p>',
  ],
  [
    "another number, split",
    '<p data-mgt-swap="main">09 <b>99 88</b> 77 66</p>',
    '<p data-mgt-swap="main">01 <b>84 88</b> 00 01</p>',
  ],
  [
    "a number of another length",
    '<p data-mgt-swap="main">0800 12 34</p>',
    '<p data-mgt-swap="main">+33184880001</p>',
  ],
  ["no number", '<p data-mgt-swap="main">Appelez-nous</p>', '<p data-mgt-swap="main">Appelez-nous</p>'],
  [
    "a link",
    '<a data-mgt-swap="main" href="tel:+33999887766;ext=4">09 99 88 77 66</a>',
    `<a data-mgt-swap="main" href="tel:${ADS};ext=4">01 84 88 00 01</a>`,
  ],
  [
    "a link inside",
    '<p data-mgt-swap="main"><a href="tel:0999887766" title="09 99 88 77 66">x</a></p>',
    `<p data-mgt-swap="main"><a href="tel:${ADS}" title="01 84 88 00 01">x</a></p>`,
  ],
  [
    "other links stay",
    '<p data-mgt-swap="main"><a href="https://example.com/0999887766">09 99 88 77 66</a></p>',
    '<p data-mgt-swap="main"><a href="https://example.com/0999887766">01 84 88 00 01</a></p>',
  ],
  [
    "in what can be edited",
    '<div contenteditable=""><b data-mgt-swap="main">09 99 88 77 66</b></div>',
    '<div contenteditable=""><b data-mgt-swap="main">01 84 88 00 01</b></div>',
  ],
  [
    "in what is excluded",
    '<div data-mgt-noswap=""><b data-mgt-swap="main">09 99 88 77 66</b> 01 23 45 67 89</div>',
    '<div data-mgt-noswap=""><b data-mgt-swap="main">01 84 88 00 01</b> 01 23 45 67 89</div>',
  ],
  [
    "what is excluded in it stays",
    '<p data-mgt-swap="main">09 99 88 77 66 <b data-mgt-noswap="">01 23 45 67 89</b></p>',
    '<p data-mgt-swap="main">01 84 88 00 01 <b data-mgt-noswap="">01 23 45 67 89</b></p>',
  ],
  [
    "an id that the site does not have",
    '<p data-mgt-swap="nobody">09 99 88 77 66 <a href="tel:+33999887766">x</a></p>',
    '<p data-mgt-swap="nobody">09 99 88 77 66 <a href="tel:+33999887766">x</a></p>',
  ],
  [
    "a selector in its id",
    `<p data-mgt-swap="&quot;]*,main">09 99 88 77 66</p>`,
    `<p data-mgt-swap="&quot;]*,main">09 99 88 77 66</p>`,
  ],
];

check(
  "an element that names its number",
  FORCED.map(([name, markup, shown]) => ({
    name,
    body: `<div id="holder">${markup}</div>`,
    read: () => document.querySelector("#holder")?.innerHTML,
    shown,
    ended: markup,
  })),
);
check("an element that names its number, later", [
  {
    name: "added",
    body: '<div id="holder"></div>',
    later: () => {
      (document.querySelector("#holder") as Element).innerHTML =
        '<p data-mgt-swap="main">09 99 88 77 66 <a href="tel:+33999887766">x</a></p>';
    },
    read: () => document.querySelector("#holder")?.innerHTML,
    shown: `<p data-mgt-swap="main">${NEW} <a href="tel:${ADS}">x</a></p>`,
    ended: '<p data-mgt-swap="main">09 99 88 77 66 <a href="tel:+33999887766">x</a></p>',
  },
  {
    name: "its text and its link are changed",
    body: '<p id="forced" data-mgt-swap="main">09 99 88 77 66 <a href="tel:+33999887766">x</a></p>',
    later: () => {
      (document.querySelector("#forced")?.firstChild as Text).data = "Tél. 05 55 66 77 88";
      document.querySelector("#forced a")?.setAttribute("href", "tel:0555667788");
    },
    read: () => document.querySelector("#forced")?.innerHTML,
    shown: `Tél. ${NEW}<a href="tel:${ADS}">x</a>`,
    ended: 'Tél. 05 55 66 77 88<a href="tel:0555667788">x</a>',
  },
  {
    name: "its attribute is added",
    body: '<p id="forced">09 99 88 77 66</p><p id="other" data-mgt-swap="main">09 99 88 77 66</p>',
    later: () => document.querySelector("#forced")?.setAttribute("data-mgt-swap", "main"),
    read: () => document.querySelector("#forced")?.textContent,
    shown: NEW,
    ended: "09 99 88 77 66",
  },
]);

const MAPPED: Partial<SiteInput> = {
  images: [
    { src: "*/owner*.png", number: "main", srcFor: { [ADS]: "/ads.png" } },
    { src: "/band.svg", number: "main", srcFor: { [ADS]: "/band-ads.svg" } },
    // What takes its place is of the same name again.
    { src: "*/phone*.png", number: "main", srcFor: { [ADS]: "/phone-ads.png" } },
    { src: "*/unmapped.png", number: "main", srcFor: { [SEO]: "/seo.png" } },
  ],
};
const IMAGES: readonly [name: string, markup: string, shown?: string][] = [
  ["a relative address", '<img src="img/owner.png">', '<img src="/ads.png">'],
  ["from the root", '<img src="/owner.png">', '<img src="/ads.png">'],
  ["an absolute address", '<img src="https://cdn.example/owner.png">', '<img src="/ads.png">'],
  ["another glob", '<img src="/band.svg">', '<img src="/band-ads.svg">'],
  ["a glob of the picture that takes its place", '<img src="/phone.png">', '<img src="/phone-ads.png">'],
  [
    "srcset",
    '<img src="/owner.png" srcset="/owner-2x.png 2x, /owner-3x.png 3x">',
    '<img src="/ads.png" srcset="/ads.png">',
  ],
  [
    "sources of a picture",
    '<picture><source srcset="/owner.webp" type="image/webp"><source srcset="/owner-small.png" media="(max-width: 600px)"><img src="/owner.png"></picture>',
    '<picture><source srcset="/ads.png" type="image/webp"><source srcset="/ads.png" media="(max-width: 600px)"><img src="/ads.png"></picture>',
  ],
  ["no mapping for this tracked number", '<img src="/unmapped.png">'],
  ["no picture of a number", '<img src="/team.jpg" srcset="/team-2x.jpg 2x">'],
  ["excluded", '<p data-mgt-noswap=""><img src="/owner.png"></p>'],
  ["no address", "<img>"],
];
check(
  "an image",
  IMAGES.map(([name, markup, shown = markup]) => ({
    name,
    changes: MAPPED,
    body: `<div id="holder">${markup}</div>`,
    read: () => document.querySelector("#holder")?.innerHTML,
    shown,
    ended: markup,
  })),
);
check("an image, later", [
  {
    name: "its address is set when it comes into view",
    changes: MAPPED,
    body: '<img id="image" data-src="/owner.png">',
    later: () => {
      (document.querySelector("#image") as HTMLImageElement).src = "/owner.png";
    },
    read: () => document.querySelector("#image")?.getAttribute("src"),
    shown: "/ads.png",
    ended: "/owner.png",
  },
  {
    name: "its srcset is set when it comes into view",
    changes: MAPPED,
    body: '<img id="image" src="/owner.png">',
    later: () => {
      (document.querySelector("#image") as HTMLImageElement).srcset = "/owner-2x.png 2x";
    },
    read: () => document.querySelector("#image")?.outerHTML,
    shown: '<img id="image" src="/ads.png" srcset="/ads.png">',
    ended: '<img id="image" src="/owner.png" srcset="/owner-2x.png 2x">',
  },
  {
    name: "a source is added to its picture",
    changes: MAPPED,
    body: '<picture id="picture"><img src="/owner.png"></picture>',
    later: () =>
      document.querySelector("#picture")?.insertAdjacentHTML("afterbegin", '<source srcset="/o.webp">'),
    read: () => document.querySelector("#picture")?.innerHTML,
    shown: '<source srcset="/ads.png"><img src="/ads.png">',
    ended: '<source srcset="/o.webp"><img src="/owner.png">',
  },
  {
    name: "the page shows another picture",
    changes: MAPPED,
    body: '<img id="image" src="/owner.png">',
    later: () => {
      (document.querySelector("#image") as HTMLImageElement).src = "/team.jpg";
    },
    read: () => document.querySelector("#image")?.getAttribute("src"),
    shown: "/team.jpg",
    ended: "/team.jpg",
  },
  {
    name: "added",
    changes: MAPPED,
    body: '<div id="holder"></div>',
    later: () => {
      (document.querySelector("#holder") as Element).innerHTML = '<p><img src="/owner.png"></p>';
    },
    read: () => document.querySelector("#holder")?.innerHTML,
    shown: '<p><img src="/ads.png"></p>',
    ended: '<p><img src="/owner.png"></p>',
  },
]);

/** In the page: each field's value, and the value that it was written with. */
const readFields = () =>
  [...document.querySelectorAll<HTMLInputElement>("form :is(input,textarea)")].map(
    ({ value, defaultValue }) => [value, defaultValue],
  );

check("a form field", [
  {
    name: "its default",
    body: `<form>${["text", "tel", "button", "submit", "search"]
      .map((type) => `<input type="${type}" value="${NUMBER}">`)
      .join("")}<input value="Tél. 0123456789"></form>`,
    read: readFields,
    shown: [...Array(5).fill([NEW, NEW]), ["Tél. 0184880001", "Tél. 0184880001"]],
    ended: [...Array(5).fill([NUMBER, NUMBER]), ["Tél. 0123456789", "Tél. 0123456789"]],
  },
  {
    name: "hidden, a password, and a text area are untouched",
    body: `<form><input type="hidden" value="${NUMBER}"><input type="HIDDEN" value="${NUMBER}"><input type="password" value="${NUMBER}"><textarea>${NUMBER}</textarea></form>`,
    read: readFields,
    shown: Array(4).fill([NUMBER, NUMBER]),
    ended: Array(4).fill([NUMBER, NUMBER]),
  },
  {
    name: "values that only the server reads are untouched",
    body: `<form><input type="checkbox" checked value="${NUMBER}"><input type="radio" checked value="${NUMBER}"></form>`,
    read: readFields,
    shown: Array(2).fill([NUMBER, NUMBER]),
    ended: Array(2).fill([NUMBER, NUMBER]),
  },
  {
    name: "the one that has the focus is untouched",
    body: `<form><input id="focused" value="${NUMBER}"><input value="${NUMBER}"></form>`,
    before: () => document.querySelector<HTMLInputElement>("#focused")?.focus(),
    read: readFields,
    shown: [
      [NUMBER, NUMBER],
      [NEW, NEW],
    ],
    ended: Array(2).fill([NUMBER, NUMBER]),
  },
  {
    name: "one that the visitor typed in before keeps both",
    body: `<form><input id="typed" value="${NUMBER}"></form>`,
    before: () => {
      (document.querySelector("#typed") as HTMLInputElement).value = "06 11 22 33 44";
    },
    read: readFields,
    shown: [["06 11 22 33 44", NUMBER]],
    ended: [["06 11 22 33 44", NUMBER]],
  },
  {
    name: "one that the visitor types in later keeps what he typed; its default is restored",
    body: `<form><input id="typed" value="${NUMBER}"></form>`,
    later: () => {
      (document.querySelector("#typed") as HTMLInputElement).value = "06 11 22 33 44";
    },
    read: readFields,
    shown: [["06 11 22 33 44", NEW]],
    ended: [["06 11 22 33 44", NUMBER]],
  },
  {
    name: "after a reset the default is the tracked number, and that is submitted",
    body: `<form><input id="typed" name="phone" value="${NUMBER}"></form>`,
    later: () => {
      const field = document.querySelector("#typed") as HTMLInputElement;
      field.value = "06 11 22 33 44";
      field.form?.reset();
    },
    read: () => new FormData(document.querySelector("form") as HTMLFormElement).get("phone"),
    shown: NEW,
    ended: NUMBER,
  },
  {
    name: "neither a button's value nor an option's",
    body: `<form><button id="button" value="${NUMBER}">x</button><select><option value="${NUMBER}">x</option></select></form>`,
    read: () => [...document.querySelectorAll("button,option")].map((found) => found.getAttribute("value")),
    shown: [NUMBER, NUMBER],
    ended: [NUMBER, NUMBER],
  },
]);

check("the document", [
  {
    name: "its title, set later",
    later: () => {
      document.title = "Garage, 01.23.45.67.89";
    },
    read: () => document.title,
    shown: "Garage, 01.84.88.00.01",
    ended: "Garage, 01.23.45.67.89",
  },
  {
    name: "its title, given by the markup",
    head: `<script>document.title = "Garage ${NUMBER}"</script>`,
    read: () => document.title,
    shown: `Garage ${NEW}`,
    ended: `Garage ${NUMBER}`,
  },
  {
    name: "attributes of the owner's choice, later",
    changes: { attributes: ["data-phone", "data-v.tel"] },
    body: '<p id="own" data-phone="" data-other="01 23 45 67 89">x</p>',
    later: () => {
      const own = document.querySelector("#own");
      own?.setAttribute("data-phone", "01 23 45 67 89");
      own?.setAttribute("data-v.tel", "+33123456789");
    },
    read: () => {
      const own = document.querySelector("#own");
      return ["data-phone", "data-v.tel", "data-other"].map((name) => own?.getAttribute(name));
    },
    shown: [NEW, ADS, NUMBER],
    ended: [NUMBER, OWN, NUMBER],
  },
  {
    name: "Arabic, of a country that writes Arabic-Indic digits",
    changes: { region: "TN" },
    head: '<script>document.documentElement.lang = "ar"; document.documentElement.dir = "rtl"</script>',
    body: '<p id="arabic" aria-label="اتصل ٠١ ٢٣ ٤٥ ٦٧ ٨٩" title="01 23 45 67 89">‏٠١ ٢٣ ٤٥ ٦٧ ٨٩‏</p>',
    read: () => {
      const found = document.querySelector("#arabic");
      return [found?.textContent, found?.getAttribute("aria-label"), found?.getAttribute("title")];
    },
    shown: ["\u200f٠١ ٨٤ ٨٨ ٠٠ ٠١\u200f", "اتصل ٠١ ٨٤ ٨٨ ٠٠ ٠١", NEW],
    ended: ["\u200f٠١ ٢٣ ٤٥ ٦٧ ٨٩\u200f", "اتصل ٠١ ٢٣ ٤٥ ٦٧ ٨٩", NUMBER],
  },
]);

/** Fills an element of the page with many numbers; tells how many times `mgt:swap` was told of. */
const fill = (page: Page, act: "let" | "end") =>
  page.evaluate((act) => {
    const told = { swaps: 0 };
    Object.assign(window, { told });
    document.addEventListener("mgt:swap", () => {
      told.swaps++;
      if (act === "end" && told.swaps === 1) window.mgt("page", "/end");
    });
    const holder = document.createElement("div");
    holder.id = "holder";
    holder.innerHTML = '<p title="01 23 45 67 89">Tél. 01 23 45 67 89</p>'.repeat(30_000);
    document.body.append(holder);
  }, act);
const counted = (page: Page) =>
  page.evaluate(() => {
    const holder = document.querySelector("#holder") as Element;
    const count = (number: string) =>
      (holder.textContent ?? "").split(number).length -
      1 +
      holder.querySelectorAll(`[title="${number}"]`).length;
    return { own: count("01 23 45 67 89"), tracked: count("01 84 88 00 01") };
  });
const swaps = (page: Page) =>
  page.evaluate(() => (window as unknown as { told: { swaps: number } }).told.swaps);

test("30,000 elements at once: all are right in the end", async ({ page, site }) => {
  test.slow();
  await open(page, site, { name: "", read: () => "", shown: "", ended: "" });
  await expectNumber(page, ADS);
  await fill(page, "let");
  await expect.poll(() => counted(page), { timeout: 45_000 }).toEqual({ own: 0, tracked: 60_000 });
  await page.evaluate(() => window.mgt("page", "/end"));
  await expect.poll(() => counted(page), { timeout: 10_000 }).toEqual({ own: 60_000, tracked: 0 });
});

test("30,000 elements at once, and the assignment ends when the page is told", async ({ page, site }) => {
  await open(page, site, { name: "", read: () => "", shown: "", ended: "" });
  await expectNumber(page, ADS);
  await fill(page, "end");
  await expectNumber(page, OWN);
  await settled(page);
  expect(await counted(page)).toEqual({ own: 60_000, tracked: 0 });
  expect(await swaps(page)).toBeGreaterThan(0);
});
