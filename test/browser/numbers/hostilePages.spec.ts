import { GRANTED, queued, say } from "../../support/acts.ts";
import { expectNumber, expectRequests, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS, OWN, TRACKED } from "../../support/garage.ts";
import { BODY } from "../../support/TestSite.ts";
import { test as base, expect } from "../../support/test.ts";

/** None of these pages may ever see an uncaught error, a rejected promise included. */
const test = base.extend<{ uncaught: Error[] }>({
  uncaught: [
    async ({ page }, use) => {
      const uncaught: Error[] = [];
      page.on("pageerror", (error) => uncaught.push(error));
      await use(uncaught);
      expect(uncaught).toEqual([]);
    },
    { auto: true },
  ],
});

const LANDING = "/?gclid=TeSt-123";
const GRANT = { route: "/v1/consents", status: "granted" };
const ENTRY = { route: "/v1/events", type: "entry" };
const PAGE = { route: "/v1/events", type: "page" };

for (const [name, parts] of [
  ['an element with id "navigation"', { body: `<nav id="navigation"></nav>${BODY}` }],
  ["a variable named navigation", { head: "<script>var navigation = {}</script>" }],
] as const)
  test(`${name}, where the Navigation API is absent`, async ({ page, site }) => {
    await page.addInitScript("delete window.navigation");
    await site.serve({}, parts);
    await page.goto(site.url(LANDING));
    expect(
      await page.evaluate(() => {
        const { navigation } = window as { navigation?: { currentEntry?: object } };
        return !!navigation && !navigation.currentEntry;
      }),
    ).toBe(true);
    await expectRequests(page, site, {
      action: () => say(page, true),
      expected: [GRANT, ENTRY, PAGE],
      number: ADS,
    });
    await expectRequests(page, site, {
      action: () => page.evaluate(() => history.pushState(null, "", "/suite")),
      expected: [{ ...PAGE, url: site.url("/suite"), pages: 2 }],
      storage: { pages: 2, pending: [] },
    });
    await expectRequests(page, site, {
      action: () => page.evaluate(() => window.mgt("object")),
      expected: [{ route: "/v1/consents", status: "withdrawn" }],
      storage: "none",
    });
  });

test("elements that touch a number without white space", async ({ page, site }) => {
  await site.serve(
    {},
    {
      body: `<p id="mail"><a id="tel" href="tel:+33123456789">01 23 45 67 89</a><a href="mailto:contact@garage.example">contact@garage.example</a></p>
        <p id="asked"><span>Une question ?</span><b>01 23 45 67 89</b></p>
        <p id="url">https://garage.example/0123456789</p>
        <p id="query">www.garage.example?tel=0123456789</p>
        <p id="address">0123456789@garage.example</p>`,
    },
  );
  await page.goto(site.url("/"));
  await settled(page);
  await expect(page.locator("#mail")).toHaveText("01 84 88 00 00contact@garage.example");
  await expect(page.locator("#tel")).toHaveAttribute("href", `tel:${TRACKED}`);
  await expect(page.locator("#asked")).toHaveText("Une question ?01 84 88 00 00");
  await expect(page.locator("#url")).toHaveText("https://garage.example/0123456789");
  await expect(page.locator("#query")).toHaveText("www.garage.example?tel=0123456789");
  await expect(page.locator("#address")).toHaveText("0123456789@garage.example");
});

test("a tracked number of another country leaves no invisible mark and no open parenthesis", async ({
  page,
  site,
}) => {
  await site.serve(
    { numbers: [{ id: "main", number: OWN, tracked: "+442079460999" }], conditions: [] },
    { body: '<p id="split">01 23 45 67 <b>89</b></p><p id="closed">Tél. (01) 23 45 67 89, merci</p>' },
  );
  await page.goto(site.url("/"));
  await settled(page);
  const texts = await page.evaluate(() =>
    ["#split", "#closed"].map((selector) => document.querySelector(selector)?.textContent),
  );
  expect(texts).toEqual(["+44 20 7946 0999", "Tél. (+44) 20 7946 0999, merci"]);
  expect(await page.evaluate(() => document.body.textContent)).not.toContain("\u2060");
});

test("what can be edited is untouched, its attributes and inline elements too", async ({ page, site }) => {
  await site.serve(
    {},
    {
      body: `<div contenteditable><a id="link" href="tel:0123456789" title="01 23 45 67 89">Appeler</a></div>
        <p>Tél. <span id="inline" contenteditable>01 23 45 67 89</span> ou <b id="beside">01 23 45 67 89</b></p>${BODY}`,
    },
  );
  await page.goto(site.url("/"));
  await settled(page);
  await expectNumber(page, TRACKED);
  await expect(page.locator("#link")).toHaveAttribute("href", "tel:0123456789");
  await expect(page.locator("#link")).toHaveAttribute("title", "01 23 45 67 89");
  await expect(page.locator("#inline")).toHaveText("01 23 45 67 89");
  await expect(page.locator("#beside")).toHaveText("01 84 88 00 00");
});

for (const kind of ["fragment", "shadow root", "detached element"] as const)
  test(`mgt('swap', ${kind}): right on return, nothing to do the second time`, async ({ page, site }) => {
    await site.serve();
    await page.goto(site.url("/"));
    await settled(page);
    const [first, second, text, link] = await page.evaluate((kind) => {
      const markup = '<b>01 23</b> 45 67 89 <a href="tel:0123456789" title="x">Appeler</a>';
      const roots = {
        fragment: () => document.createRange().createContextualFragment(markup),
        "shadow root": () => {
          const root = document.createElement("div").attachShadow({ mode: "closed" });
          root.innerHTML = markup;
          return root;
        },
        "detached element": () => {
          const root = document.createElement("p");
          root.innerHTML = markup;
          return root;
        },
      };
      const root = roots[kind]();
      return [
        window.mgt("swap", root),
        window.mgt("swap", root),
        root.textContent,
        root.querySelector("a")?.getAttribute("href"),
      ];
    }, kind);
    expect(text).toBe("01 84 88 00 00 Appeler");
    expect(link).toBe(`tel:${TRACKED}`);
    expect(first).toBe(3);
    expect(second).toBe(0);
  });

test("a form field that hides a property of its form", async ({ page, site }) => {
  await site.serve(
    {},
    { body: `<form><input name="childNodes">01 23 45 67 89</form>${BODY}<p id="after">01 23 45 67 89</p>` },
  );
  await page.goto(site.url(LANDING));
  await expectNumber(page, ADS);
  await expect(page.locator("#after")).toHaveText("01 84 88 00 01");
  await expectRequests(page, site, {
    action: () => say(page, true),
    expected: [GRANT, ENTRY, PAGE],
    storage: { pending: [] },
  });
  expect(await page.evaluate(() => window.mgt("swap"))).toBe(0);
});

for (const name of [
  "getAttribute",
  "getAttributeNode",
  "hasAttribute",
  "querySelectorAll",
  "matches",
  "nodeType",
  "nextSibling",
  "textContent",
])
  test(`a form field named ${name}, as none of a real page is: everything beside its form is swapped`, async ({
    page,
    site,
  }) => {
    await site.serve(
      {},
      {
        body: `<p id="before">01 23 45 67 89</p><form title="01 23 45 67 89"><input name="${name}"></form><p id="after">01 23 45 67 89</p>${BODY}`,
      },
    );
    await page.goto(site.url(LANDING));
    // Not by locators: they ask elements by their own methods.
    const texts = () =>
      page.evaluate(() => [...document.querySelectorAll("p")].map(({ textContent }) => textContent));
    await expect.poll(texts).toEqual(expect.arrayContaining(Array(2).fill("01 84 88 00 01")));
    expect((await texts()).filter((text) => text?.includes("01 23"))).toEqual([]);
    const told = await page.evaluate((name) => {
      const numbers: string[] = [];
      window.mgt("number", "+33123456789", (tracked: string) => numbers.push(tracked));
      const form = document.createElement("form");
      form.innerHTML = `<input name="${name}">`;
      form.title = "01 23 45 67 89";
      const late = document.createElement("p");
      late.id = "late";
      late.textContent = "01 23 45 67 89";
      document.body.append(form, late);
      return numbers;
    }, name);
    expect(told).toEqual([ADS]);
    await expect.poll(async () => (await texts()).at(-1)).toBe("01 84 88 00 01");
  });

test("without sendBeacon the last events of a page go by fetch", async ({ page, site }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "sendBeacon", { value: undefined }),
  );
  await page.clock.install();
  site.answers.set("/v1/events", { status: 503 });
  await site.serve({ mode: "origine" }, { head: GRANTED });
  await page.goto(site.url(LANDING));
  await expect.poll(() => site.requests("/v1/events").length).toBe(1);
  await settled(page);
  site.answers.clear();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await expect.poll(() => site.requests("/v1/events").length).toBe(2);
  await expectStored(page, { pending: [] });
});

test("imported by another module", async ({ page, site }) => {
  site.firstParty = true;
  await site.serve();
  site.file("/application.js", 'import "/garage.js"; window.imported = true;', "text/javascript");
  site.page("/", { script: '<script type="module" src="/application.js"></script>' });
  await page.goto(site.url(LANDING));
  await expectNumber(page, ADS);
  await expect.poll(() => page.evaluate(() => "imported" in window)).toBe(true);
  expect(await page.evaluate(() => window.mgt("swap"))).toBe(0);
});

test("a queue that holds what is no command", async ({ page, site }) => {
  await site.serve(
    {},
    {
      head: `${queued('"no such command"')}<script>mgt.q.push(null, undefined, 7, {})</script>${queued('"consent", true')}`,
    },
  );
  await expectRequests(page, site, {
    action: () => page.goto(site.url(LANDING)),
    expected: [GRANT, ENTRY, PAGE],
    number: ADS,
    storage: { pending: [] },
  });
});

test("a __tcfapi that is no function yet", async ({ page, site }) => {
  await site.serve(
    { consent: { manager: "tcf", vendor: 755, purposes: [1, 8] } },
    { head: "<script>window.__tcfapi = {}</script>" },
  );
  await expectRequests(page, site, {
    action: () => page.goto(site.url(LANDING)),
    number: ADS,
    storage: "none",
  });
  await expectRequests(page, site, {
    action: () =>
      page.evaluate(() => {
        const data = {
          eventStatus: "tcloaded",
          gdprApplies: true,
          tcString: "synthetic",
          cmpId: 300,
          cmpVersion: 7,
          purpose: { consents: { 1: true, 8: true } },
          vendor: { consents: { 755: true } },
        };
        Object.assign(window, {
          __tcfapi: (_: string, __: number, listener: (heard: object, success: boolean) => void) =>
            listener(data, true),
        });
      }),
    expected: [{ ...GRANT, manager: "tcf", signal: "synthetic" }, ENTRY, PAGE],
    storage: { pending: [] },
  });
});

test("a slash in the query of the script's address", async ({ page, site }) => {
  await site.serve(
    {},
    { head: GRANTED, script: `<script src="${site.endpoint}/garage.js?from=a/b" async></script>` },
  );
  await page.goto(site.url(LANDING));
  await expectStored(page, { pending: [] });
  const posted = site.browserRequests.filter(({ method }) => method === "POST").map(({ url }) => url);
  expect(new Set(posted)).toEqual(new Set([`${site.endpoint}/v1/consents`, `${site.endpoint}/v1/events`]));
});

test("an endpoint that asks for a month of silence is not stormed", async ({ page, site }) => {
  site.answers.set("/v1/events", { status: 429, headers: { "Retry-After": "2592000" } });
  await site.serve({}, { head: GRANTED });
  const refused = page.waitForResponse((response) => response.url().endsWith("/v1/events"));
  await page.goto(site.url(LANDING));
  await refused;
  await settled(page);
  await page.evaluate(() => history.pushState(null, "", "/suite"));
  await expectStored(page, { pages: 2 });
  await settled(page);
  expect(site.requests("/v1/events")).toHaveLength(1);
});

test("mgt('off') with one callback on two names ends the one that is named", async ({ page, site }) => {
  await site.serve();
  await page.goto(site.url(LANDING));
  await settled(page);
  for (const [ended, other] of [
    ["consent", "swap"],
    ["swap", "consent"],
  ] as const) {
    const told = await page.evaluate((ended) => {
      const told = new Set<string>();
      const hear = (detail: object) => told.add("status" in detail ? "consent" : "swap");
      window.mgt("on", "consent", hear);
      window.mgt("on", "swap", hear);
      window.mgt("off", ended, hear);
      told.clear();
      const added = document.createElement("p");
      added.textContent = "01 23 45 67 89";
      document.body.append(added);
      window.mgt("swap", added);
      window.mgt("consent", false);
      return [...told];
    }, ended);
    expect(told).toEqual([other]);
  }
});
