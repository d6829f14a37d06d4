import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { addDays, localDay, outerBounds, startOfDay } from "../../../src/endpoint/report/localDay.ts";
import { toCsv } from "../../../src/endpoint/report/toCsv.ts";
import {
  ADMIN,
  callClick,
  consent,
  entry,
  eventsBody,
  ORIGIN,
  page,
  pagesCount,
  site,
  startEndpoint,
} from "./harness.ts";

const REPORT = "/v1/sites/mod-test/report";
const DAY = 86_400_000;
/** @param before events of the site older than this are purged */
const terms = (before: number) => ({ "mod-test": { timeZone: "Europe/Paris", before } });

describe("access", () => {
  test.each([
    ["GET", REPORT],
    ["GET", `/v1/sites/mod-test/visitors/${randomUUID()}`],
    ["DELETE", `/v1/sites/mod-test/visitors/${randomUUID()}`],
    ["GET", "/v1/sites/mod-test/consents"],
  ])("%s %s asks for the token", async (method, path) => {
    const { ask, admin } = await startEndpoint();
    for (const authorization of [
      "",
      "Bearer",
      "Bearer wrong",
      "Basic czNjcmV0LXRva2Vu",
      `Bearer ${ADMIN.authorization}`,
    ]) {
      const { status, json, headers } = await ask(path, {
        method,
        headers: authorization ? { authorization } : {},
      });
      expect([status, json.error.code]).toEqual([401, "unauthorized"]);
      expect(headers["www-authenticate"]).toMatch(/^Bearer/);
    }
    expect((await admin(path, { method })).status).toBe(200);
    expect((await admin(path.replace("mod-test", "mod-none"), { method })).status).toBe(404);
    expect((await admin(path, { method: "PUT" })).status).toBe(405);
  });

  test("without a configured token there are no such routes", async () => {
    const { ask } = await startEndpoint({}, { MGT_ADMIN_TOKEN: "" });
    for (const authorization of ["", "Bearer ", "Bearer undefined", ADMIN.authorization]) {
      const { status, json } = await ask(REPORT, { headers: { authorization } });
      expect([status, json.error.code]).toEqual([404, "unknown_route"]);
    }
    expect((await ask(REPORT, { method: "POST" })).status).toBe(404);
  });

  test("every read is logged: who, when, what, whose", async () => {
    const { admin, logged, store } = await startEndpoint();
    const visitor = randomUUID();
    await admin(REPORT);
    await admin(`/v1/sites/mod-test/visitors/${visitor}`);
    await admin(`/v1/sites/mod-test/consents?visitor=${visitor}`);
    await admin("/v1/sites/mod-test/consents?format=csv");
    const expected = [
      { who: "admin", what: "report", site: "mod-test", whose: "all" },
      { who: "admin", what: "visitor", site: "mod-test", whose: visitor },
      { who: "admin", what: "consents", site: "mod-test", whose: visitor },
      { who: "admin", what: "consents", site: "mod-test", whose: "all" },
    ];
    expect(logged).toMatchObject(expected);
    for (const line of logged)
      expect(Object.keys(line).sort()).toEqual(["log", "site", "time", "what", "who", "whose"]);
    expect(await store.accessLog()).toMatchObject(expected);
    await admin(`/v1/sites/mod-test/visitors/${visitor}`, { method: "DELETE" });
    expect(JSON.stringify(await store.accessLog())).not.toContain(visitor);
  });
});

test("a token that stands in for an origin is logged as well", async () => {
  const { ask, post, store } = await startEndpoint();
  const visitor = randomUUID();
  const body = { site: "mod-test", visitor };
  const asAdmin = (route: string) =>
    ask(route, {
      method: "POST",
      headers: { ...ADMIN, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  await post("/v1/export", body);
  await post("/v1/forget", body);
  expect(await store.accessLog()).toEqual([]);
  expect((await asAdmin("/v1/export")).status).toBe(200);
  expect(await store.accessLog()).toMatchObject([
    { who: "admin", what: "export", site: "mod-test", whose: visitor },
  ]);
  expect((await asAdmin("/v1/forget")).status).toBe(204);
  expect((await store.accessLog()).map(({ what, whose }) => [what, whose])).toEqual([
    ["export", "erased"],
    ["forget", "erased"],
  ]);
});

describe("the report", () => {
  test("adds up entries, visitors, pages and taps by day, condition, source and channel", async () => {
    const { post, admin } = await startEndpoint({
      sites: [site({ callClicks: true, timeZone: "Europe/Paris" })],
    });
    const now = Date.now();
    const seo = { condition: "seo", source: "Google", channel: "organic_search" };
    const at = (minutes: number) => ({ at: now - 3_600_000 * 48 + minutes * 60_000 });
    const day = localDay(at(0).at, "Europe/Paris");
    // Kept clear of midnight: the four events span ten minutes.
    const shift = localDay(at(10).at, "Europe/Paris") === day ? 0 : 30;
    const when = (minutes: number) => at(minutes - shift);
    const body = eventsBody([
      entry(when(0)),
      page(1, when(0)),
      page(2, when(1)),
      page(3, when(2)),
      callClick(when(3)),
      entry({ ...seo, ...when(5) }),
      page(5, when(6)),
    ]);
    await post("/v1/events", body);
    await post("/v1/events", body);
    await post("/v1/events", eventsBody([entry(when(4))]));
    const { json } = await admin(REPORT);
    expect(json).toMatchObject({ site: "mod-test", dropped: {} });
    expect(json.to).toBe(localDay(now, "Europe/Paris"));
    expect(json.from).toBe(addDays(json.to, -29));
    expect(json.rows).toEqual([
      {
        day,
        condition: "google-ads",
        source: "Google Ads",
        channel: "paid_search",
        entries: 2,
        visitors: 2,
        pages: 4,
        taps: 1,
      },
      {
        day,
        condition: "seo",
        source: "Google",
        channel: "organic_search",
        entries: 1,
        visitors: 1,
        pages: 2,
        taps: 0,
      },
    ]);
    const csv = await admin(`${REPORT}?format=csv`);
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(csv.text.split("\r\n").slice(0, 2)).toEqual([
      "\uFEFFday,condition,source,channel,entries,visitors,pages,taps",
      `${day},google-ads,Google Ads,paid_search,2,2,4,1`,
    ]);
    expect((await admin(`${REPORT}?from=${day}&to=${day}`)).json.rows).toHaveLength(2);
    expect((await admin(`${REPORT}?to=${addDays(day, -1)}`)).json.rows).toEqual([]);
    expect((await admin(`${REPORT}?from=${addDays(day, 1)}`)).json.rows).toEqual([]);
  });

  test("counts from the first event, also when that is before `from`", async () => {
    const { post, admin } = await startEndpoint({ sites: [site({ mode: "trafic" })] });
    const visitor = randomUUID();
    const now = Date.now();
    await post(
      "/v1/events",
      eventsBody([entry({ at: now - 3 * DAY }), pagesCount(4, { at: now - 3 * DAY })], { visitor }),
    );
    await post("/v1/events", eventsBody([pagesCount(6, { at: now })], { visitor }));
    const today = localDay(now, "Europe/Paris");
    const { rows } = (await admin(`${REPORT}?from=${today}&to=${today}`)).json;
    expect(rows).toEqual([
      {
        day: today,
        condition: "google-ads",
        source: "Google Ads",
        channel: "paid_search",
        entries: 0,
        visitors: 1,
        pages: 2,
        taps: 0,
      },
    ]);
  });

  test.each(["trafic", "parcours"] as const)(
    "mode %s: a purge does not change the rows of the days that stay",
    async (mode) => {
      const { post, admin, store } = await startEndpoint({ sites: [site({ mode })] });
      const now = Date.now();
      const referral = { condition: "", source: "referral", channel: "referral" };
      const counted = (pages: number, at: number) =>
        mode === "trafic" ? pagesCount(pages, { at }) : page(pages, { at });
      for (const changes of [{}, { ...referral, referrer: "https://search.seznam.cz/" }]) {
        const visitor = randomUUID();
        const old = [entry({ ...changes, at: now - 9 * DAY }), counted(4, now - 9 * DAY)];
        await post("/v1/events", eventsBody([...old, counted(5, now - 8 * DAY)], { visitor }));
        await post("/v1/events", eventsBody([counted(7, now - 3 * DAY), counted(9, now)], { visitor }));
      }
      const from = localDay(now - 4 * DAY, "Europe/Paris");
      const rows = async () => (await admin(`${REPORT}?from=${from}`)).json.rows;
      const before = await rows();
      expect(before.map(({ source, pages }: Record<string, unknown>) => [source, pages])).toEqual([
        ["Seznam", 2],
        ["Google Ads", 2],
        ["Seznam", 2],
        ["Google Ads", 2],
      ]);
      // Day by day, as the daily purge does: what one has kept is where the next one begins.
      expect(await store.purge(terms(now - 8.5 * DAY), now)).toMatchObject([{ events: 4 }]);
      expect(await rows()).toEqual(before);
      expect(await store.purge(terms(now - 7 * DAY), now)).toMatchObject([{ events: 2 }]);
      expect(await rows()).toEqual(before);
    },
  );

  test("is divided by what is asked for, and narrowed", async () => {
    const { post, admin } = await startEndpoint();
    const landing = (path: string) => ({ landing: `${ORIGIN}${path}` });
    await post(
      "/v1/events",
      eventsBody([entry(landing("/a?utm_campaign=winter")), entry({ ...landing("/b"), source: "Bing" })]),
    );
    const rows = async (query: string) => (await admin(`${REPORT}?${query}`)).json.rows;
    const counts = { entries: 1, visitors: 1, pages: 1, taps: 0 };
    expect(await rows("by=landing,campaign")).toEqual([
      { landing: "/a", campaign: "winter", ...counts },
      { landing: "/b", campaign: "", ...counts },
    ]);
    expect(await rows("by=source&source=Bing")).toEqual([{ source: "Bing", ...counts }]);
    expect(await rows("by=channel&landing=/a")).toEqual([{ channel: "paid_search", ...counts }]);
    expect(await rows("by=channel&campaign=none")).toEqual([]);
    const csv = await admin(`${REPORT}?format=csv&by=landing`);
    expect(csv.text).toContain("landing,entries,visitors,pages,taps\r\n/a,1,1,1,0");
    const { status, json } = await admin(`${REPORT}?by=visitor`);
    expect([status, json.error.code, json.error.path]).toEqual([400, "enum", "by"]);
  });

  test("knows referrers by name that the page only calls a referral", async () => {
    const { post, admin } = await startEndpoint();
    const referral = { condition: "", source: "referral", channel: "referral" };
    await post("/v1/events", eventsBody([entry({ ...referral, referrer: "https://search.seznam.cz/" })]));
    await post("/v1/events", eventsBody([entry({ ...referral, referrer: "https://partner.example/" })]));
    const named = { ...referral, condition: "seo", source: "Google", referrer: "https://search.seznam.cz/" };
    await post("/v1/events", eventsBody([entry(named)]));
    const { rows } = (await admin(REPORT)).json;
    expect(
      rows.map(({ condition, source, channel }: Record<string, string>) => [condition, source, channel]),
    ).toEqual([
      ["", "Seznam", "organic_search"],
      ["", "referral", "referral"],
      ["seo", "Google", "referral"],
    ]);
  });

  test.each([
    ["from=2026-1-1", "format", "from"],
    ["to=2026-02-30", "format", "to"],
    ["from=2026-03-02&to=2026-03-01", "range", "from"],
    ["format=xml", "enum", "format"],
  ])("refuses ?%s", async (query, code, path) => {
    const { admin } = await startEndpoint();
    const { status, json } = await admin(`${REPORT}?${query}`);
    expect([status, json.error.code, json.error.path]).toEqual([400, code, path]);
  });
});

describe("a visitor", () => {
  test("can be copied and erased, by the operator and with the secret id", async () => {
    const { post, admin } = await startEndpoint();
    for (const route of ["admin", "page"]) {
      const visitor = randomUUID();
      const other = randomUUID();
      const grant = consent({ visitor });
      await post("/v1/consents", grant);
      await post("/v1/events", eventsBody([entry(), page(2)], { visitor }));
      await post("/v1/events", eventsBody([entry()], { visitor: other }));
      const read = async (id: string) =>
        route === "admin"
          ? (await admin(`/v1/sites/mod-test/visitors/${id}`)).json
          : (await post("/v1/export", { site: "mod-test", visitor: id })).json;
      const copy = await read(visitor);
      expect(copy).toMatchObject({ visitor, site: "mod-test", consents: [{ id: grant.id }] });
      expect(copy.events).toHaveLength(2);
      for (const event of copy.events) expect(event.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(copy.since).toBe(copy.events[0].at);
      if (route === "admin") {
        const erased = await admin(`/v1/sites/mod-test/visitors/${visitor.toUpperCase()}`, {
          method: "DELETE",
        });
        expect([erased.status, erased.json]).toEqual([200, { erased: 2 }]);
      } else {
        const { status, headers } = await post("/v1/forget", { site: "mod-test", visitor });
        expect(status).toBe(204);
        expect(headers["access-control-allow-origin"]).toBe(ORIGIN);
      }
      expect(await read(visitor)).toEqual({
        visitor,
        site: "mod-test",
        since: null,
        consents: [],
        events: [],
      });
      expect((await read(other)).events).toHaveLength(1);
      const { consents } = (await admin("/v1/sites/mod-test/consents")).json;
      expect(consents.map(({ id }: { id: string }) => id)).toContain(grant.id);
      expect((await post("/v1/forget", { site: "mod-test", visitor })).status).toBe(204);
    }
  });

  test("is only known at its own site", async () => {
    const { post, admin } = await startEndpoint({ sites: [site(), site({ key: "mod-other" })] });
    const body = eventsBody([entry()]);
    await post("/v1/events", body);
    expect((await admin(`/v1/sites/mod-other/visitors/${body.visitor}`)).json.events).toEqual([]);
    await post("/v1/forget", { site: "mod-other", visitor: body.visitor });
    expect((await admin(`/v1/sites/mod-test/visitors/${body.visitor}`)).json.events).toHaveLength(1);
    expect((await admin("/v1/sites/mod-test/visitors/me")).status).toBe(400);
    expect((await post("/v1/export", { site: "mod-test", visitor: "me" })).json.error.path).toBe("visitor");
  });
});

test("an erasure that a reader of the file holds up is answered 202, and its end is told", async () => {
  let end = () => {};
  const rest = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { post, admin, logged, store } = await startEndpoint();
  vi.spyOn(store, "erase").mockResolvedValue({ erased: 3, rest });
  const visitor = randomUUID();
  const answer = await admin(`/v1/sites/mod-test/visitors/${visitor}`, { method: "DELETE" });
  expect([answer.status, answer.json]).toEqual([202, { erased: 3 }]);
  expect((await post("/v1/forget", { site: "mod-test", visitor })).status).toBe(202);
  expect(logged.filter(({ log }) => log === "erasure")).toEqual([]);
  end();
  await vi.waitFor(() =>
    expect(logged.filter(({ log }) => log === "erasure")).toMatchObject([
      { what: "complete", site: "mod-test" },
      { what: "complete", site: "mod-test" },
    ]),
  );
});

describe("days", () => {
  test.each([
    ["2026-03-28T22:59:59Z", "Europe/Paris", "2026-03-28"],
    ["2026-03-28T23:00:00Z", "Europe/Paris", "2026-03-29"],
    ["2026-03-29T21:59:59Z", "Europe/Paris", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "Europe/Paris", "2026-03-30"],
    ["2026-10-25T22:59:59Z", "Europe/Paris", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "Europe/Paris", "2026-10-26"],
    ["2026-01-01T00:00:00Z", "Pacific/Kiritimati", "2026-01-01"],
    ["2026-01-01T00:00:00Z", "America/New_York", "2025-12-31"],
    ["2026-01-01T18:15:00Z", "Asia/Kathmandu", "2026-01-02"],
  ])("%s in %s is %s", (time, zone, day) => {
    expect(localDay(Date.parse(time), zone)).toBe(day);
    const { after, before } = outerBounds(day, day);
    expect(Date.parse(time)).toBeGreaterThanOrEqual(after);
    expect(Date.parse(time)).toBeLessThan(before);
  });

  test.each([
    ["2026-03-29", "Europe/Paris", "2026-03-28T23:00:00Z"],
    ["2026-03-30", "Europe/Paris", "2026-03-29T22:00:00Z"],
    ["2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00Z"],
    ["2026-01-01", "Pacific/Pago_Pago", "2026-01-01T11:00:00Z"],
    ["2026-01-02", "Asia/Kathmandu", "2026-01-01T18:15:00Z"],
    // The clocks go forward at midnight: the day begins at one.
    ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00Z"],
  ])("%s in %s begins at %s", (day, zone, time) => {
    expect(new Date(startOfDay(day, zone)).toISOString()).toBe(time.replace("Z", ".000Z"));
  });

  test("can be added to, over a change of the clocks and a year", () => {
    expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
    expect(addDays("2026-10-25", -1)).toBe("2026-10-24");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });
});

describe("CSV", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "  =1",
    "＝1+1",
    "\u200B=1",
    "\uFEFF@x",
    "\u202E\u00AD+1",
    "\u2800=1",
    "\u3164-1",
  ])("the cell %j is disarmed", (cell) => {
    expect(toCsv(["a"], [{ a: cell }])).toContain(`'${cell}`);
  });

  test.each([
    ["\r\n=1", "'\r\n'=1"],
    ["a\n=1", "a\n'=1"],
    ["a\r\u200B=1\u2028@x", "a\r'\u200B=1\u2028'@x"],
    ["a=1", "a=1"],
    ["33 1 - 2", "33 1 - 2"],
  ])("each line of the cell %j is", (cell, disarmed) => {
    expect(toCsv(["a"], [{ a: cell }])).toContain(disarmed);
    expect(toCsv(["a"], [{ a: disarmed }])).toContain(disarmed);
  });

  test("begins with a byte order mark, and has the separator that a spreadsheet of the country wants", () => {
    const rows = [{ a: "x;y", b: "1,5" }];
    expect(toCsv(["a", "b"], rows)).toBe('\uFEFFa,b\r\nx;y,"1,5"\r\n');
    expect(toCsv(["a", "b"], rows, { separator: ";" })).toBe('\uFEFFa;b\r\n"x;y";1,5\r\n');
  });

  test("of the routes too", async () => {
    const { post, admin } = await startEndpoint();
    await post("/v1/events", eventsBody([entry()]));
    await post("/v1/consents", consent());
    for (const path of [REPORT, "/v1/sites/mod-test/consents"]) {
      const { text } = await admin(`${path}?format=csv&separator=;`);
      const [header = "", row = ""] = text.split("\r\n");
      expect(header).toMatch(/^\uFEFF\w+(?:;\w+)+$/);
      expect(row.split(";")).toHaveLength(header.split(";").length);
      const { status, json } = await admin(`${path}?format=csv&separator=x`);
      expect([status, json.error.code, json.error.path]).toEqual([400, "enum", "separator"]);
    }
  });
});
