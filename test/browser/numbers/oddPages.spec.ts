import type { Page } from "playwright/test";
import { settled } from "../../support/expectRequests.ts";
import { inHead } from "../../support/frameworks/fixtures.ts";
import { serveStream } from "../../support/frameworks/serveStream.ts";
import { OWN } from "../../support/garage.ts";
import type { TestSite } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

const SECOND = "+33456789012";
/** Shown on every page but `/end`, where nothing is. */
const SITE = {
  numbers: [
    { id: "main", number: OWN },
    { id: "second", number: SECOND },
  ],
  conditions: [
    { id: "end", source: "End", when: { page: "/end" }, numbers: {} },
    {
      id: "any",
      source: "Any",
      when: { page: "*" },
      numbers: { main: "+33184880001", second: "+33184880009" },
    },
  ],
};

interface Odd {
  name: string;
  body: string;
  /** What the page does after the first swap. */
  act?: () => void;
  shown: string;
  /** After the end of the assignment, where it is not the body again. */
  ended?: string;
}

const ODD: readonly Odd[] = [
  {
    name: "an element that names its number, with other numbers beside it",
    body: '<p data-mgt-swap="main">24h/24 7j/7, depuis le 01.02.2020 : 01 23 45 67 89 / 06 12 34 56 78</p>',
    shown: '<p data-mgt-swap="main">24h/24 7j/7, depuis le 01.02.2020 : 01 84 88 00 01 / 06 12 34 56 78</p>',
  },
  {
    name: "elements that name their numbers, one in the other",
    body: '<div data-mgt-swap="main">x <p data-mgt-swap="second">04 56 78 90 12</p></div>',
    act: () => document.querySelector("#holder > div")?.append(" y"),
    shown: '<div data-mgt-swap="main">x <p data-mgt-swap="second">01 84 88 00 09</p> y</div>',
    ended: '<div data-mgt-swap="main">x <p data-mgt-swap="second">04 56 78 90 12</p> y</div>',
  },
  {
    name: "elements that name their numbers, one in the other, put in at once",
    body: "<p></p>",
    act: () => {
      (document.querySelector("#holder") as Element).innerHTML =
        '<div data-mgt-swap="main">01 99 98 97 96 <p data-mgt-swap="second">02 99 98 97 96</p></div>';
    },
    shown: '<div data-mgt-swap="main">01 84 88 00 01 <p data-mgt-swap="second">01 84 88 00 09</p></div>',
    ended: '<div data-mgt-swap="main">01 99 98 97 96 <p data-mgt-swap="second">02 99 98 97 96</p></div>',
  },
  {
    name: "an element that names its number, in parentheses",
    body: '<p data-mgt-swap="main">Tél. (01 99 98 97 96) ou (+33) 1 99 98 97 96</p>',
    shown: '<p data-mgt-swap="main">Tél. (01 84 88 00 01) ou (+33) 1 84 88 00 01</p>',
  },
  {
    name: "a number with a long style sheet and a long script in it",
    body: `<div><p>01 23 <style>.${"b".repeat(99)}{}</style>45 67 89</p><p>01 23 <script>void "${"a".repeat(99)}"</script>45 67 89</p></div>`,
    shown: `<div><p>01 84 <style>.${"b".repeat(99)}{}</style>88 00 01</p><p>01 84 <script>void "${"a".repeat(99)}"</script>88 00 01</p></div>`,
  },
  {
    name: "a style sheet and a script within a number",
    body: '<div><p>01 23 <style>b{}</style>45 67 89</p><p>01 23 <script>document.write(" ")</script>45 67 89</p></div>',
    shown:
      '<div><p>01 84 <style>b{}</style>88 00 01</p><p>01 84 <script>document.write(" ")</script> 88 00 01</p></div>',
    ended:
      '<div><p>01 23 <style>b{}</style>45 67 89</p><p>01 23 <script>document.write(" ")</script> 45 67 89</p></div>',
  },
  {
    name: "an excluded element that names its number",
    body: '<div data-mgt-noswap="" data-mgt-swap="main"><a href="tel:+33123456789">01 23 45 67 89</a></div>',
    shown: '<div data-mgt-noswap="" data-mgt-swap="main"><a href="tel:+33184880001">01 84 88 00 01</a></div>',
  },
  {
    name: "a block put into an excluded inline element",
    body: '<p><span data-mgt-noswap=""></span></p>',
    act: () => {
      (document.querySelector("#holder span") as Element).innerHTML = "<a><div>01 23 45 67 89</div></a>";
    },
    shown: '<p><span data-mgt-noswap=""><a><div>01 23 45 67 89</div></a></span></p>',
    ended: '<p><span data-mgt-noswap=""><a><div>01 23 45 67 89</div></a></span></p>',
  },
  {
    name: "a number broken by the indentation of the source",
    body: "<p>01 23\n                 45 67 89</p>",
    shown: "<p>01 84\n                 88 00 01</p>",
  },
  {
    name: "words after the number of a link",
    body: '<a href="tel:0123456789 (poste 12)">x</a>',
    shown: '<a href="tel:+33184880001 (poste 12)">x</a>',
  },
  {
    name: "copies of two numbers, each its own",
    body: "<p>01 23 45 67 89, 04 56 78 90 12</p>",
    act: () => {
      (document.querySelector("#holder") as Element).innerHTML += "<i>x</i>";
    },
    shown: "<p>01 84 88 00 01, 01 84 88 00 09</p><i>x</i>",
    ended: "<p>01 23 45 67 89, 04 56 78 90 12</p><i>x</i>",
  },
  {
    name: "a part of a number taken away from what was moved in the same task",
    body: "<section><p><b>01 23</b> 45 67 89</p></section><i></i>",
    act: () => {
      const section = document.querySelector("section") as Element;
      section.parentElement?.append(section);
      section.querySelector("b")?.remove();
    },
    shown: "<i></i><section><p> 45 67 89</p></section>",
    ended: "<i></i><section><p> 45 67 89</p></section>",
  },
  ...[
    { name: "emptied", left: "<b></b> 45 67 89", act: () => document.querySelector("b")?.replaceChildren() },
    {
      name: "taken from before a comment",
      left: "<!----> 45 67 89",
      act: () => document.querySelector("b")?.remove(),
    },
    {
      name: "taken from an inline element",
      left: "<i></i> 45 67 89",
      act: () => document.querySelector("b")?.remove(),
    },
    ...["script", "style", "template"].map((tag) => ({
      name: `taken from before a ${tag}`,
      left: `<${tag}></${tag}> 45 67 89`,
      act: () => document.querySelector("b")?.remove(),
    })),
    {
      name: "taken from before an inline element",
      left: "<u> 45 67 89</u>",
      act: () => document.querySelector("b")?.remove(),
    },
  ].map(({ name, left, act }) => ({
    name: `a part of a number, ${name}`,
    body: `<p>${/^<(b|i)>/.test(left) ? left.replace(/^<b><\/b>|^<i>/, (from) => (from === "<i>" ? "<i><b>01 23</b>" : "<b>01 23</b>")) : `<b>01 23</b>${left}`}</p>`,
    act,
    shown: `<p>${left}</p>`,
    ended: `<p>${left}</p>`,
  })),
  {
    name: "a part of a number, of which two digits are left",
    body: "<p><b>01 23 45 67 </b>89</p>",
    act: () => document.querySelector("b")?.remove(),
    shown: "<p>89</p>",
    ended: "<p>89</p>",
  },
  {
    name: "a part of a number, taken away among hundreds of changes",
    body: "<p><b>01 23</b> 45 67 89</p><ul></ul>",
    act: () => {
      const list = document.querySelector("#holder ul") as Element;
      for (let count = 0; count < 300; count++) list.append(document.createElement("li"));
      document.querySelector("#holder b")?.remove();
      list.replaceChildren();
    },
    shown: "<p> 45 67 89</p><ul></ul>",
    ended: "<p> 45 67 89</p><ul></ul>",
  },
  {
    name: "what is put, later in the same frame, into what was put in before",
    body: "<p></p>",
    act: () => {
      requestAnimationFrame(async () => {
        const section = document.createElement("section");
        document.querySelector("#holder")?.append(section);
        for (const tag of ["p", "ul"]) {
          await Promise.resolve();
          section.append(document.createElement(tag));
          await Promise.resolve();
          (section.lastElementChild as Element).textContent = "01 23 45 67 89";
        }
      });
    },
    shown: "<p></p><section><p>01 84 88 00 01</p><ul>01 84 88 00 01</ul></section>",
    ended: "<p></p><section><p>01 23 45 67 89</p><ul>01 23 45 67 89</ul></section>",
  },
  {
    name: "a number stretched by a hundred thousand spaces, as by an indentation, beside another",
    body: `<p>01${" ".repeat(100_000)}23 45 67 89, 01 23 45 67 89</p>`,
    shown: `<p>01${" ".repeat(100_000)}84 88 00 01, 01 84 88 00 01</p>`,
  },
  {
    name: "the beginning of a number, replaced in place by another number with the same digits as what was shown",
    body: "<p><b>01 23</b> 45 67 89</p>",
    act: () => {
      (document.querySelector("b")?.firstChild as Text).data = "01 84 50 60 70";
    },
    shown: "<p><b>01 84 50 60 70</b> 45 67 89</p>",
    ended: "<p><b>01 84 50 60 70</b> 45 67 89</p>",
  },
  {
    name: "a digit glued to a number, taken away before a comment",
    body: "<p>01 23 45 67 89<!----><b>5</b><!----></p>",
    act: () => document.querySelector("b")?.remove(),
    shown: "<p>01 84 88 00 01<!----><!----></p>",
    ended: "<p>01 23 45 67 89<!----><!----></p>",
  },
  {
    name: "a digit glued to a number among hundreds of changes",
    body: "<section><p>01 23 45 67 89</p></section><ul></ul>",
    act: () => {
      const list = document.querySelector("#holder ul") as Element;
      for (let count = 0; count < 300; count++) list.append(document.createElement("li"));
      document.querySelector("#holder p")?.append("5");
    },
    shown: `<section><p>01 23 45 67 895</p></section><ul>${"<li></li>".repeat(300)}</ul>`,
    ended: `<section><p>01 23 45 67 895</p></section><ul>${"<li></li>".repeat(300)}</ul>`,
  },
];

const holder = (page: Page) => page.locator("#holder").evaluate((element) => element.innerHTML);

for (const { name, body, act, shown, ended = body } of ODD)
  test(name, async ({ page, site }) => {
    await site.serve(SITE, { body: `<div id="holder">${body}</div>` });
    await page.goto(site.url("/"));
    await settled(page);
    if (act) await page.evaluate(act);
    await settled(page);
    await expect.poll(() => holder(page)).toBe(shown);
    expect(await page.evaluate(() => window.mgt("swap"))).toBe(0);
    await page.evaluate(() => window.mgt("page", "/end"));
    await settled(page);
    expect(await holder(page)).toBe(ended);
  });

test("a direct line that begins with the switchboard's number", async ({ page, site }) => {
  await site.serve(
    {
      numbers: [
        { id: "board", number: "+4930123456", tracked: "+4930999999" },
        { id: "direct", number: "+493012345678", tracked: "+493088888888" },
      ],
      conditions: [],
      region: "DE",
    },
    {
      body: `<div id="holder"><p>030 12345678, 030 123456</p><p>030 123456 (Durchwahl -78)</p><p>+49 30 123456-78</p><a href="tel:+493012345678">x</a></div>`,
    },
  );
  await page.goto(site.url("/"));
  await settled(page);
  expect(await holder(page)).toBe(
    '<p>030 88888888, 030 999999</p><p>030 999999 (Durchwahl -78)</p><p>+49 30 888888-88</p><a href="tel:+493088888888">x</a>',
  );
});

test("a page that is nested thousands of elements deep", async ({ page, site }) => {
  await site.serve(SITE, { body: '<div id="holder"></div>' });
  await page.goto(site.url("/"));
  await settled(page);
  const texts = await page.evaluate(() => {
    let deepest = document.querySelector("#holder") as Element;
    for (let depth = 0; depth < 4000; depth++)
      deepest = deepest.appendChild(document.createElement(depth % 9 ? "div" : "b"));
    deepest.append("01 23 45 67 89");
    const after = document.createElement("p");
    after.textContent = "01 23 45 67 89";
    document.body.append(after);
    window.mgt("swap");
    return [deepest.textContent, after.textContent];
  });
  expect(texts).toEqual(["01 84 88 00 01", "01 84 88 00 01"]);
});

test("an assignment that ends while a huge element that names its number is being swapped", async ({
  page,
  site,
}) => {
  const body = `<div id="holder" data-mgt-swap="main">${"<p>Fax +49 30 5555555</p>".repeat(3000)}</div>`;
  await site.serve(SITE, { body });
  await page.goto(site.url("/end"));
  await settled(page);
  const before = await holder(page);
  await page.evaluate(() => {
    window.mgt("page", "/");
    window.mgt("page", "/end");
  });
  await settled(page);
  expect(await holder(page)).toBe(before);
});

test("hundreds of changes at once in a shadow root and in a frame", async ({ page, site }) => {
  await site.serve(SITE, { body: '<div id="host"></div><iframe srcdoc="<p></p>"></iframe>' });
  await page.goto(site.url("/"));
  await settled(page);
  const counts = () =>
    page.evaluate(() => {
      const trees = [
        document.querySelector("#host")?.shadowRoot,
        document.querySelector("iframe")?.contentDocument?.body,
      ];
      return trees.map((tree) => tree?.textContent?.match(/01 84 88 00 01/g)?.length);
    });
  await page.evaluate(() => {
    const root = (document.querySelector("#host") as Element).attachShadow({ mode: "open" });
    const frame = document.querySelector("iframe")?.contentDocument as Document;
    for (const tree of [root, frame.body])
      for (let at = 0; at < 250; at++) {
        const line = document.createElement("p");
        line.textContent = "01 23 45 67 89";
        tree.append(line);
      }
  });
  await expect.poll(counts).toEqual([250, 250]);
});

test("a frame in a shadow root", async ({ page, site }) => {
  site.page("/framed", { script: "", body: '<p id="framed">01 23 45 67 89</p>' });
  await site.serve(SITE, { body: '<div id="host"></div>' });
  await page.goto(site.url("/"));
  await settled(page);
  await page.evaluate(() => {
    const root = (document.querySelector("#host") as Element).attachShadow({ mode: "open" });
    root.innerHTML = '<iframe src="/framed"></iframe>';
  });
  await expect(page.frameLocator("iframe").locator("#framed")).toHaveText("01 84 88 00 01");
});

test("a copy made while an image is still loading is restored", async ({ page, site }) => {
  await site.serve(SITE, { body: '<div id="holder"><p>01 23 45 67 89</p></div><img src="/slow.png">' });
  await page.route("**/slow.png", () => {});
  await page.goto(site.url("/"), { waitUntil: "domcontentloaded" });
  await expect(page.locator("#holder p")).toHaveText("01 84 88 00 01");
  await page.evaluate(async () => {
    (document.querySelector("#holder") as Element).innerHTML += "<i>x</i>";
    for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    window.mgt("page", "/end");
  });
  await expect(page.locator("#holder p")).toHaveText("01 23 45 67 89");
});

test("a page that writes where sizes are observed hears of no error", async ({ page, site }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await site.serve(SITE, {
    body: '<p id="main">01 23 45 67 89</p><div id="size" style="width: 90px">x</div><div id="told">-</div>',
  });
  await page.goto(site.url("/"));
  await expect(page.locator("#main")).toHaveText("01 84 88 00 01");
  await page.evaluate(async () => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener("error", ({ message }) => heard.push(message));
    const size = document.querySelector("#size") as HTMLElement;
    const told = document.querySelector("#told")?.firstChild as Text;
    new ResizeObserver(() => {
      told.data = `${size.offsetWidth}`;
    }).observe(size);
    for (let width = 100; width < 105; width++) {
      size.style.width = `${width}px`;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  await expect(page.locator("#told")).toHaveText("104");
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(errors).toEqual([]);
});

test("what a custom element writes on being told of ours is swapped too", async ({ page, site }) => {
  await site.serve(SITE, { body: '<x-title id="title"></x-title>' });
  await page.goto(site.url("/"));
  await settled(page);
  await page.evaluate(() => {
    customElements.define(
      "x-title",
      class extends HTMLElement {
        static observedAttributes = ["title"];
        attributeChangedCallback() {
          this.textContent = "Tél. 01 23 45 67 89";
        }
      },
    );
    (document.querySelector("#title") as HTMLElement).title = "Appel 01 23 45 67 89";
  });
  await expect(page.locator("#title")).toHaveAttribute("title", "Appel 01 84 88 00 01");
  await expect(page.locator("#title")).toHaveText("Tél. 01 84 88 00 01");
});

test("what a custom element writes in its own text on being told of ours is swapped too", async ({
  page,
  site,
}) => {
  await site.serve(SITE, {
    head: `<script>
      customElements.define("my-tel", class extends HTMLElement {
        static observedAttributes = ["title"];
        attributeChangedCallback(name, old) {
          if (old) this.firstChild.data = "Tél. 01 23 45 67 89";
        }
      });
    </script>`,
    body: '<my-tel id="tel" title="01 23 45 67 89">Tél. 01 23 45 67 89</my-tel>',
  });
  await page.goto(site.url("/"));
  await expect(page.locator("#tel")).toHaveAttribute("title", "01 84 88 00 01");
  await expect(page.locator("#tel")).toHaveText("Tél. 01 84 88 00 01");
});

test("what a custom element writes in another attribute on being told of ours is swapped too", async ({
  page,
  site,
}) => {
  await site.serve(SITE, {
    head: `<script>
      customElements.define("my-call", class extends HTMLElement {
        static observedAttributes = ["title"];
        attributeChangedCallback(name, old) {
          if (old) this.setAttribute("aria-label", "Appeler le 01 23 45 67 89");
        }
      });
    </script>`,
    body: '<my-call id="call" title="01 23 45 67 89" aria-label="01 23 45 67 89">x</my-call>',
  });
  await page.goto(site.url("/"));
  await expect(page.locator("#call")).toHaveAttribute("title", "01 84 88 00 01");
  await expect(page.locator("#call")).toHaveAttribute("aria-label", "Appeler le 01 84 88 00 01");
});

test("a custom element that takes its attribute away and sets it again, whatever it becomes, is left alone in the end", async ({
  page,
  site,
}) => {
  await site.serve(SITE, {
    head: `<script>
      var told = 0;
      customElements.define("own-title", class extends HTMLElement {
        static observedAttributes = ["title"];
        attributeChangedCallback(name, old, value) {
          if (!value || value === "01 23 45 67 89") return;
          told++;
          this.removeAttribute("title");
          this.setAttribute("title", "01 23 45 67 89");
        }
      });
    </script>`,
    body: '<own-title id="own" title="01 23 45 67 89">x</own-title>',
  });
  await page.goto(site.url("/"));
  const told = () =>
    page.evaluate(async () => {
      for (let frames = 0; frames < 30; frames++)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return (window as unknown as { told: number }).told;
    });
  let before = -1;
  await expect
    .poll(async () => {
      const last = before;
      before = await told();
      return before > 0 && before === last;
    })
    .toBe(true);
});

test.describe("before the page has loaded, it", () => {
  /** `shown` after what the page does, `ended` after the end. */
  const CHANGES: { name: string; body: string; act(): void; shown: string; ended: string }[] = [
    {
      name: "joins the parts of a number",
      body: "<p><mark>01 23</mark> 45 67 89</p>",
      act: () => {
        const mark = document.querySelector("#holder mark") as Element;
        const { parentNode } = mark;
        mark.replaceWith(...mark.childNodes);
        parentNode?.normalize();
      },
      shown: "<p>01 84 88 00 01</p>",
      ended: "<p>01 23 45 67 89</p>",
    },
    {
      name: "puts another text in the place of a part of what is shown",
      body: "<p><b>01 23 45 67</b><i> 89</i></p>",
      act: () => {
        (document.querySelector("#holder i")?.firstChild as Text).data = " 55 euro";
      },
      shown: "<p><b>01 23 45 67</b><i> 55 euro</i></p>",
      ended: "<p><b>01 23 45 67</b><i> 55 euro</i></p>",
    },
  ];
  for (const { name, body, act, shown, ended } of CHANGES)
    test(name, async ({ page, site }) => {
      await site.serve(SITE, { body: `<div id="holder">${body}</div><img src="/slow.png">` });
      await page.route("**/slow.png", () => {});
      await page.goto(site.url("/"), { waitUntil: "domcontentloaded" });
      await expect(page.locator("#holder")).toHaveText(/01 84 88 00 01/);
      await page.evaluate(act);
      await expect.poll(() => holder(page)).toBe(shown);
      expect(await page.evaluate(() => document.readyState)).toBe("interactive");
      await page.evaluate(() => window.mgt("page", "/end"));
      await expect.poll(() => holder(page)).toBe(ended);
    });
});

test("a script that the parser meets joins the parts of a number: it is never half of one and half of another", async ({
  page,
  site,
}) => {
  const join = `mgt("swap"); const mark = document.querySelector("mark"), line = mark.parentNode;
    mark.replaceWith(...mark.childNodes); line.normalize()`;
  await site.serve(SITE, {
    script: `<script src="${site.endpoint}/garage.js"></script>`,
    body: `<p id="main"><mark>01 23</mark> 45 67 89</p><script>${join}</script>`,
  });
  await page.goto(site.url("/"));
  await settled(page);
  await expect(page.locator("#main")).toHaveText("01 84 88 00 01");
  await page.evaluate(() => window.mgt("page", "/end"));
  await settled(page);
  await expect(page.locator("#main")).toHaveText(/^01 (23 45 67 89|84 88 00 01)$/);
});

test.describe("a text of which the parser had only the beginning when its number was swapped", () => {
  /** A page whose body comes in parts, each when its promise is fulfilled. */
  const streamed = (site: TestSite, first: string, ...parts: [when: Promise<void>, html: string][]) =>
    serveStream(async (_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.write(`<!doctype html><html lang="fr"><head>${inHead(site)}</head><body>${first}`);
      for (const [when, html] of parts) {
        await when;
        response.write(html);
      }
      response.end("</body></html>");
    });

  const WHOLE = "01 23 45 67 89";
  const SPLIT = "<b>01 23</b> 45 67 89";
  const GROWN: [number: string, main: string, first: string, rest: string, shown: string, own?: string][] = [
    [WHOLE, "+33184880001", "01 84 88 00 01", " ou ailleurs", "01 84 88 00 01 ou ailleurs"],
    [WHOLE, "+33184880001", "01 84 88 00 01", "5", "01 23 45 67 895"],
    [WHOLE, "+33184880001", "01 84 88 00 01", "EUR", "01 23 45 67 89EUR"],
    [SPLIT, "+33184880001", "01 84 88 00 01", " ou ailleurs", "01 84 88 00 01 ou ailleurs"],
    [SPLIT, "+33184880001", "01 84 88 00 01", "5", "01 23 45 67 895"],
    [
      ...([SPLIT, "+4930123456", "+49 30 123456", " ou ailleurs", "+49 30 123456 ou ailleurs"] as const),
      // Its parts no longer hold what was written: it comes back in a usual notation.
      "+33 1 23 45 67 89",
    ],
  ];
  for (const [number, main, first, rest, shown, own = "01 23 45 67 89"] of GROWN)
    test(`${number}, ${main}, then ${rest}`, async ({ page, site }) => {
      const [end, any] = SITE.conditions;
      await site.serve({
        ...SITE,
        conditions: [end, { ...any, numbers: { main } }] as typeof SITE.conditions,
      });
      const more = Promise.withResolvers<void>();
      const server = await streamed(site, `<p id="late">${number}`, [more.promise, `${rest}</p>`]);
      await page.goto(server.origin, { waitUntil: "commit" });
      const late = page.locator("#late");
      await expect(late).toHaveText(first);
      more.resolve();
      await page.waitForLoadState();
      await expect(late).toHaveText(shown);
      await page.evaluate(() => window.mgt("page", "/end"));
      await expect(late).toHaveText(`${own}${rest}`);
      await server.close();
    });

  test("an inline element in the body, behind which a script has put a banner", async ({ page, site }) => {
    await site.serve(SITE);
    const [begun, more] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const server = await streamed(
      site,
      '<span id="late">SIRET',
      [begun.promise, " 01 23 45 67 89"],
      [more.promise, " 01234</span>"],
    );
    await page.goto(server.origin, { waitUntil: "commit" });
    const late = page.locator("#late");
    await expect(late).toHaveText("SIRET");
    await page.evaluate(() => document.body.append(document.createElement("aside")));
    begun.resolve();
    await expect(late).toHaveText("SIRET 01 84 88 00 01");
    more.resolve();
    await expect(late).toHaveText("SIRET 01 23 45 67 89 01234");
    await server.close();
  });
});
