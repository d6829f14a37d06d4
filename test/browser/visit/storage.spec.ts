import type { Page } from "playwright/test";
import { GRANTED } from "../../support/acts.ts";
import {
  expectNothingStored,
  expectNumber,
  expectRequests,
  expectStored,
  settled,
  UUID,
} from "../../support/expectRequests.ts";
import { ADS, OWN, TRACKED } from "../../support/garage.ts";
import { type AnySession, sessionOf, storageOf, visitorOf } from "../../support/storageOf.ts";
import { expect, test } from "../../support/test.ts";

const DAY = 864e5;
const ID = "3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f";
const LANDING = "/?gclid=TeSt-123";

/** A well-formed session of another day, as this version writes it. */
const sound = (now: number, changes: AnySession = {}): AnySession => ({
  condition: "google-ads",
  landing: "https://www.garage-martin.example/?gclid=old",
  last_action: now - DAY,
  last_url: "https://www.garage-martin.example/",
  referrer: "direct",
  source: "Google Ads",
  channel: "paid_search",
  to_swap: [{ number: OWN, tracked: ADS }],
  tracking_ids: { gclid: "old" },
  pages: 4,
  since: now - DAY,
  consent: "",
  pending: [],
  holder: `garage:${ID.slice(0, 8)}`,
  ...changes,
});
const text = (changes: AnySession) => JSON.stringify(sound(Date.now(), changes));
const without = (key: string) => {
  const { [key]: _, ...rest } = sound(Date.now());
  return JSON.stringify(rest);
};

/** What somebody else may have put under our name: each is as good as nothing. */
const HOSTILE_SESSIONS: readonly [string, string][] = [
  ["empty", ""],
  ["no JSON", "{"],
  ["null", "null"],
  ["a number", "42"],
  ["a text", '"session"'],
  ["an array", "[]"],
  ["an empty object", "{}"],
  ["another software's object", '{"token":"abc","user":{"id":7}}'],
  ["a key missing", without("pages")],
  ["another site's on this host", text({ holder: `other:${ID.slice(0, 8)}` })],
  ["another visitor's", text({ holder: "garage:aaaaaaaa" })],
  ["a key too many", text({ admin: true })],
  ["pages as a text", text({ pages: "4" })],
  ["pages as an object", text({ pages: { valueOf: 1 } })],
  ["no time", text({ since: null })],
  ["since far in the future", text({ since: Date.now() + 400 * DAY })],
  ["since before visitorDays", text({ since: Date.now() - 31 * DAY })],
  ["landing that runs code", text({ landing: "javascript:alert(1)" })],
  ["landing that is no address", text({ landing: "//[" })],
  ["an unknown channel", text({ channel: "__proto__" })],
  ["to_swap as an object", text({ to_swap: { length: 1 } })],
  ["tracking_ids as an array", text({ tracking_ids: [] })],
  ["tracking_ids null", text({ tracking_ids: null })],
  ["pending with no objects", text({ pending: [null, 1, "x"] })],
  ["pending without ids", text({ pending: [{}] })],
  ["a prototype", `{"__proto__":${text({})}}`],
  ["deeply nested", "[".repeat(5000) + "]".repeat(5000)],
  ["oversized", text({ last_url: `https://x.example/${"a".repeat(200_000)}` })],
  ["markup", "<img src=x onerror=alert(1)>"],
  ["controls and lone surrogates", "\u0000\ud800\u202e"],
];

for (const [name, value] of HOSTILE_SESSIONS)
  test(`mgt_session: ${name}`, async ({ page, context, site }) => {
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await site.serve({ mode: "origine" }, { head: GRANTED });
    site.page("/vide", { script: "" });
    await page.goto(site.url("/vide"));
    await page.evaluate((value) => localStorage.setItem("mgt_session", value), value);
    await context.addCookies([{ name: "mgt_visitor", value: ID, url: site.origin }]);
    await page.goto(site.url(LANDING));
    await expectStored(page, {
      pages: 1,
      landing: site.url(LANDING),
      condition: "google-ads",
      pending: [],
      tracking_ids: { gclid: "TeSt-123" },
    });
    await expectNumber(page, ADS);
    expect(await visitorOf(page), "a valid id stays: another host may know more of that visitor").toBe(ID);
    expect(errors).toEqual([]);
    expect(await page.evaluate(() => ({}) as { polluted?: unknown })).toEqual({});
  });

const HOSTILE_COOKIES: readonly [string, string][] = [
  ["absent", ""],
  ["a word", "visitor"],
  ["a UUID of version 1", "3f2b8c1e-7d4a-11ee-9c3d-1a2b3c4d5e6f"],
  ["a wrong variant", "3f2b8c1e-7d4a-4e6b-0c3d-1a2b3c4d5e6f"],
  ["capitals", ID.toUpperCase()],
  ["something appended", `${ID}x`],
  ["markup", "<b>"],
  ["half an escape", "%E0%A4%A"],
  ["3,900 characters", "a".repeat(3900)],
];

for (const [name, value] of HOSTILE_COOKIES)
  test(`mgt_visitor: ${name}`, async ({ page, context, site }) => {
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await site.serve({ mode: "origine" }, { head: GRANTED });
    site.page("/vide", { script: "" });
    await page.goto(site.url("/vide"));
    await page.evaluate((value) => localStorage.setItem("mgt_session", value), text({}));
    if (value) await context.addCookies([{ name: "mgt_visitor", value, url: site.origin }]);
    await page.goto(site.url(LANDING));
    await expectStored(page, { pages: 1, landing: site.url(LANDING), pending: [] });
    expect(await visitorOf(page)).toMatch(UUID);
    expect(errors).toEqual([]);
  });

test("a sound pair of another day is continued", async ({ page, context, site }) => {
  await site.serve({ mode: "origine" }, { head: GRANTED });
  site.page("/vide", { script: "" });
  await page.goto(site.url("/vide"));
  await page.evaluate((value) => localStorage.setItem("mgt_session", value), text({}));
  await context.addCookies([{ name: "mgt_visitor", value: ID, url: site.origin }]);
  await page.goto(site.url("/"));
  await expectStored(page, { pages: 5, condition: "google-ads", pending: [] });
  expect(await visitorOf(page)).toBe(ID);
});

test("a tracked number that the configuration does not know is not shown", async ({
  page,
  context,
  site,
}) => {
  await site.serve();
  site.page("/vide", { script: "" });
  await page.goto(site.url("/vide"));
  const value = text({ to_swap: [{ number: OWN, tracked: "+33899999999" }], condition: "gone" });
  await page.evaluate((value) => localStorage.setItem("mgt_session", value), value);
  await context.addCookies([{ name: "mgt_visitor", value: ID, url: site.origin }]);
  await page.goto(site.url("/"));
  await settled(page);
  const shown = (await page.locator("#main").textContent()) ?? "";
  expect(shown).not.toContain("99");
  expect(await page.locator("#call").getAttribute("href")).not.toContain("99");
});

test("the cookie: path, SameSite, lifetime counted from its first setting", async ({
  page,
  context,
  site,
}) => {
  await site.serve({ mode: "rotation", consent: { rotation: "exempt" }, visitorDays: 30 });
  await page.goto(site.url("/"));
  await expectStored(page);
  const cookie = async () => (await context.cookies()).find(({ name }) => name === "mgt_visitor");
  const first = await cookie();
  expect(first).toMatchObject({ path: "/", sameSite: "Lax", httpOnly: false, secure: false });
  expect(((first?.expires ?? 0) * 1000 - Date.now()) / DAY).toBeCloseTo(30, 1);
  await page.clock.install({ time: Date.now() + 20 * DAY });
  await page.goto(site.url("/suite"));
  await expectStored(page, { pages: 2 });
  const second = await cookie();
  expect(second?.value).toBe(first?.value);
  expect(Math.abs((second?.expires ?? 0) - (first?.expires ?? 0)), "not extended").toBeLessThan(2);
  await page.clock.setSystemTime(Date.now() + 31 * DAY);
  // The browser's own clock has not gone on.
  await context.clearCookies();
  await page.goto(site.url("/tard"));
  await expectStored(page, { pages: 1 });
  expect((await cookie())?.value, "a new visitor").not.toBe(first?.value);
});

test("Secure on HTTPS", async ({ page, context, site }) => {
  await site.serve({ mode: "rotation", consent: { rotation: "exempt" } });
  const https = "https://www.garage-martin.example/";
  await page.route(`${https}**`, async (route) => {
    if (route.request().url() !== https) return route.fulfill({ status: 204 });
    return route.fulfill({
      contentType: "text/html",
      body: `<p id="main">01 23 45 67 89</p><script src="/garage.js"></script>`,
    });
  });
  await page.route(`${https}garage.js`, (route) =>
    route.fulfill({ contentType: "text/javascript", body: site.script }),
  );
  await page.goto(https);
  await expect(page.locator("#main")).toHaveText("01 84 88 00 00");
  await expect
    .poll(async () => (await context.cookies(https))[0])
    .toMatchObject({ name: "mgt_visitor", secure: true });
});

test("on plain HTTP, where crypto.randomUUID is missing, ids are UUIDs all the same", async ({
  page,
  server,
  site,
}) => {
  await site.serve({ mode: "rotation", consent: { rotation: "exempt" } });
  const host = `www.garage-${site.origin.length}-martin.example:${server.port}`;
  server.handle(host, ({ path }) =>
    path === "/"
      ? {
          body: `<p id="main">Appelez le 01 23 45 67 89</p><a id="call" href="tel:+33123456789">x</a>${site.tag}`,
          headers: { "Content-Type": "text/html" },
        }
      : { status: 204 },
  );
  await page.goto(`http://${host}/`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expectNumber(page, TRACKED);
  await expectStored(page);
});

const BLOCKED: readonly [string, () => void][] = [
  [
    "reading local storage throws",
    () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
  ],
  [
    "local storage is full",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
  [
    "cookies are not kept",
    () =>
      Object.defineProperty(Document.prototype, "cookie", {
        get: () => "",
        set: () => {},
        configurable: true,
      }),
  ],
  [
    "cookies and storage throw, as in a sandboxed frame",
    () => {
      const refuse = () => {
        throw new DOMException("sandboxed", "SecurityError");
      };
      Object.defineProperty(Document.prototype, "cookie", { get: refuse, set: refuse, configurable: true });
      Object.defineProperty(window, "localStorage", { get: refuse, configurable: true });
    },
  ],
  [
    "the page adds toJSON to arrays, as Prototype 1.6 does",
    () => {
      (Array.prototype as { toJSON?: unknown }).toJSON = function (this: unknown[]) {
        return `[${this.map((each) => JSON.stringify(each)).join()}]`;
      };
    },
  ],
];

/** What our script says in the console. */
function linesOf(page: Page): string[] {
  const lines: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("mgt:")) lines.push(`${message.type()} ${message.text()}`);
  });
  return lines;
}

for (const [name, block] of BLOCKED) {
  test(`${name}: numbers are right, nothing stays, nothing is sent, the console is told once`, async ({
    page,
    context,
    site,
  }) => {
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    const lines = linesOf(page);
    await site.serve({}, { head: GRANTED });
    await page.addInitScript(block);
    await expectRequests(page, site, { action: () => page.goto(site.url(LANDING)), number: ADS });
    // Another page view, and another yes, which is tried anew: not told again.
    await expectRequests(page, site, {
      action: () => page.evaluate(() => history.pushState(null, "", "/suite")),
      number: ADS,
    });
    await expectRequests(page, site, {
      action: () => page.evaluate(() => window.mgt("consent", true)),
      number: ADS,
    });
    expect(lines).toEqual([expect.stringMatching(/^warning mgt: the visitor is not stored/)]);
    expect(errors).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    site.page("/vide", { script: "" });
    const other = await context.newPage();
    await other.goto(site.url("/vide"));
    await expectNothingStored(other);
  });

  test(`${name}: as long as nobody says yes the console says nothing`, async ({ page, site }) => {
    const lines = linesOf(page);
    await site.serve();
    await page.addInitScript(block);
    await expectRequests(page, site, { action: () => page.goto(site.url(LANDING)), number: ADS });
    await expectRequests(page, site, {
      action: () => page.evaluate(() => window.mgt("consent", false)),
      number: ADS,
    });
    expect(lines).toEqual([]);
  });
}

test("a page that adds to Object.prototype: a yes is stored and sent, and the console says nothing", async ({
  page,
  site,
}) => {
  const lines = linesOf(page);
  await site.serve({}, { head: GRANTED });
  await page.addInitScript(() => {
    Object.assign(Object.prototype, { extend: () => {}, flag: true });
  });
  await page.goto(site.url(LANDING));
  await expectStored(page, { pages: 1, condition: "google-ads", pending: [] });
  await expectNumber(page, ADS);
  expect(lines).toEqual([]);
});

test("where all is well the console says nothing", async ({ page, site }) => {
  const lines = linesOf(page);
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url(LANDING));
  await expectStored(page, { pages: 1, pending: [] });
  await page.evaluate(() => history.pushState(null, "", "/suite"));
  await expectStored(page, { pages: 2, pending: [] });
  expect(lines).toEqual([]);
});

test("a page that adds to Object.prototype after the yes: a no deletes both names all the same", async ({
  page,
  site,
}) => {
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url(LANDING));
  await expectStored(page, { pages: 1, pending: [] });
  await page.evaluate(() => {
    (Object.prototype as { each?: unknown }).each = () => {};
    window.mgt("consent", false);
    delete (Object.prototype as { each?: unknown }).each;
  });
  await expectNothingStored(page);
  await expectNumber(page, ADS);
});

test("other software's cookies and items are left alone", async ({ page, context, site }) => {
  await site.serve();
  site.page("/vide", { script: "" });
  await page.goto(site.url("/vide"));
  await page.evaluate(() => {
    localStorage.setItem("mgt", "1");
    localStorage.setItem("mgt_sessions", "2");
    sessionStorage.setItem("mgt_session", "3");
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in all browsers that run the script
    document.cookie = "mgt_visitors=4";
  });
  await page.goto(site.url(LANDING));
  await settled(page);
  await page.evaluate(() => {
    window.mgt("consent", true);
    window.mgt("consent", false);
  });
  expect(await storageOf(page)).toMatchObject({
    local: { mgt: "1", mgt_sessions: "2" },
    session: { mgt_session: "3" },
    cookies: { mgt_visitors: "4" },
  });
  expect(await sessionOf(page)).toBeUndefined();
  expect((await context.cookies()).map(({ name }) => name)).toEqual(["mgt_visitors"]);
});

test("tracking ids: analytics cookies are read, custom ones added, nothing is re-cased", async ({
  page,
  context,
  site,
}) => {
  await site.serve(
    {
      mode: "origine",
      trackingIds: {
        add: [
          { name: "crm", from: "cookie", key: "crm_id" },
          { name: "user", from: "window", key: "app.user.id" },
          { name: "cart", from: "localStorage", key: "cart" },
          { name: "partner", from: "param", key: "pid" },
          { name: "getter", from: "window", key: "app.secret" },
        ],
      },
    },
    {
      head: `${GRANTED}<script>window.app = { user: { id: "U-42" }, get secret() { window.touched = true; return "no"; } }; localStorage.setItem("cart", "C-7")</script>`,
    },
  );
  const cookies = {
    _ga: "GA1.1.123456789.1700000000",
    _ga_ABC123: "GS1.1.1700000001.5.1.1700000002.0.0.0",
    crm_id: "CRM-9",
  };
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value, url: site.origin })),
  );
  await page.goto(site.url("/?fbclid=IwAR_xY&gclid=TeSt-123&pid=P-1&keyword=Pneus+Hiver&campaignid=77"));
  await expect
    .poll(() => site.received().find(({ type }) => type === "entry")?.tracking_ids)
    .toEqual({
      gclid: "TeSt-123",
      fbclid: "IwAR_xY",
      valueTracks: { keyword: "Pneus Hiver", campaignid: "77" },
      _ga: { raw: cookies._ga, client_id: "123456789.1700000000" },
      _ga_ABC123: { raw: cookies._ga_ABC123, session_id: "1700000001", session_number: "5" },
      crm: "CRM-9",
      user: "U-42",
      cart: "C-7",
      partner: "P-1",
    });
  expect(await page.evaluate(() => "touched" in window), "data properties only, never called").toBe(false);
});

test("addresses that are kept lose fragments, foreign parameters and personal data", async ({
  page,
  site,
}) => {
  await site.serve({ mode: "parcours" }, { head: GRANTED });
  await page.goto(
    site.url(
      "/rdv/jean.dupont@example.com/?gclid=a&email=x%40example.com&utm_source=n&utm_term=0612345678#top",
    ),
  );
  await expectStored(page, { pending: [] });
  for (const url of site
    .received()
    .flatMap((item) => [item.landing, item.url])
    .filter(Boolean)) {
    expect(url).toContain("gclid=a");
    expect(url).toContain("utm_source=n");
    expect(url).not.toMatch(/#|email=|dupont|612345678/);
  }
});
