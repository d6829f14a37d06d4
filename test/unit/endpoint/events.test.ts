import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctedTime } from "../../../src/endpoint/ingest/correctedTime.ts";
import {
  BROWSER,
  callClick,
  entry,
  eventsBody,
  ORIGIN,
  page,
  pagesCount,
  type Running,
  site,
  startEndpoint,
} from "./harness.ts";

const DAY = 86_400_000;

async function stored({ store }: Running, visitor: string, key = "mod-test") {
  return (await store.copy(key, visitor)).events;
}

async function dropped({ admin }: Running, key = "mod-test"): Promise<Record<string, number>> {
  return (await admin(`/v1/sites/${key}/report`)).json.dropped;
}

describe("what is accepted", () => {
  test("is answered 204 without a body, under the page's origin, and is in the store", async () => {
    const endpoint = await startEndpoint();
    const body = eventsBody([entry(), page(1), page(2)]);
    const { status, text, headers } = await endpoint.post("/v1/events", body);
    expect([status, text]).toEqual([204, ""]);
    expect(headers["access-control-allow-origin"]).toBe(ORIGIN);
    expect(headers["set-cookie"]).toBeUndefined();
    const events = await stored(endpoint, body.visitor);
    expect(events.map(({ id, type }) => ({ id, type }))).toEqual(
      body.events.map((event) => ({
        id: (event as { id: string }).id,
        type: (event as { type: string }).type,
      })),
    );
    expect(events[0]).toMatchObject({
      landing: `${ORIGIN}/`,
      referrer: "https://www.google.com/",
      tracking_ids: { gclid: "TeSt-123" },
      condition: "google-ads",
      source: "Google Ads",
      channel: "paid_search",
      consent: body.consent,
    });
    expect(events[1]).toMatchObject({ url: `${ORIGIN}/page-1`, pages: 1 });
    expect(events[1]).not.toHaveProperty("condition");
  });

  test("application/json, an empty list, and a body sent twice: stored once", async () => {
    const endpoint = await startEndpoint();
    const body = eventsBody([entry(), page(2)]);
    for (const type of ["application/json", "text/plain", 'Text/Plain; charset="UTF-8"']) {
      expect((await endpoint.post("/v1/events", body, { "content-type": type })).status).toBe(204);
    }
    expect((await endpoint.post("/v1/events", { ...body, events: [] })).status).toBe(204);
    expect(await stored(endpoint, body.visitor)).toHaveLength(2);
  });

  test("the same id twice in one body, and ids in capitals, are one event", async () => {
    const endpoint = await startEndpoint();
    const twice = entry();
    const body = eventsBody([twice, twice, { ...twice, id: twice.id.toUpperCase() }]);
    expect((await endpoint.post("/v1/events", body)).status).toBe(204);
    const capitals = { ...body, visitor: body.visitor.toUpperCase() };
    expect((await endpoint.post("/v1/events", capitals)).status).toBe(204);
    expect(await stored(endpoint, body.visitor)).toHaveLength(1);
  });

  test("the same id at two sites is two events", async () => {
    const endpoint = await startEndpoint({ sites: [site(), site({ key: "mod-other" })] });
    const body = eventsBody([entry()]);
    await endpoint.post("/v1/events", body);
    await endpoint.post("/v1/events", { ...body, site: "mod-other" });
    expect(await stored(endpoint, body.visitor)).toHaveLength(1);
    expect(await stored(endpoint, body.visitor, "mod-other")).toHaveLength(1);
  });
});

describe("ids that come later than their entry", () => {
  const late = (of: { id: string }, tracking_ids: object) => ({
    id: randomUUID(),
    type: "ids",
    at: Date.now(),
    entry: of.id,
    tracking_ids,
  });
  const _ga = { raw: "GA1.1.11.22", client_id: "11.22" };

  test("are added to it, absent ones only, each once; what comes too late is counted", async () => {
    const endpoint = await startEndpoint();
    const arrival = entry();
    const body = eventsBody([arrival]);
    await endpoint.post("/v1/events", body);
    for (const ids of [{ _ga, gclid: "another" }, { _ga: { raw: "GA1.1.33.44" } }, { fbclid: "F1" }])
      expect((await endpoint.post("/v1/events", { ...body, events: [late(arrival, ids)] })).status).toBe(204);
    const events = await stored(endpoint, body.visitor);
    expect(events).toMatchObject([
      { id: arrival.id, type: "entry", tracking_ids: { gclid: "TeSt-123", _ga, fbclid: "F1" } },
    ]);
    expect(await dropped(endpoint)).toEqual({ ids_late: 2 });
  });

  test("sent again change nothing, and are not counted", async () => {
    const endpoint = await startEndpoint();
    const arrival = entry();
    const body = eventsBody([arrival, late(arrival, { _ga })]);
    for (let time = 0; time < 3; time++) await endpoint.post("/v1/events", body);
    expect(await stored(endpoint, body.visitor)).toHaveLength(1);
    expect(await dropped(endpoint)).toEqual({});
  });

  test("before it wait for it, in the visitor's copy and as too late in the report, and join it when it comes", async () => {
    const endpoint = await startEndpoint();
    const arrival = entry();
    const body = eventsBody([late(arrival, { _ga, gclid: "another" })]);
    await endpoint.post("/v1/events", body);
    expect(await stored(endpoint, body.visitor)).toMatchObject([{ type: "ids", entry: arrival.id }]);
    const report = async () => (await endpoint.admin("/v1/sites/mod-test/report")).json;
    expect(await report()).toMatchObject({ rows: [], dropped: { ids_late: 2 } });
    await endpoint.post("/v1/events", { ...body, events: [page(2), arrival] });
    expect(await stored(endpoint, body.visitor)).toMatchObject([
      { type: "entry", tracking_ids: { gclid: "TeSt-123", _ga } },
      { type: "page" },
    ]);
    expect(await report()).toMatchObject({ rows: [{ entries: 1, visitors: 1 }], dropped: {} });
  });

  test("of another visitor's entry are never added to it", async () => {
    const endpoint = await startEndpoint();
    const arrival = entry();
    const body = eventsBody([arrival]);
    await endpoint.post("/v1/events", body);
    await endpoint.post("/v1/events", { ...eventsBody([late(arrival, { _ga })]), visitor: randomUUID() });
    expect(await stored(endpoint, body.visitor)).toMatchObject([{ tracking_ids: { gclid: "TeSt-123" } }]);
    expect(await dropped(endpoint)).toEqual({ ids_late: 1 });
  });

  test("that the site does not collect are dropped, and no entry has more than 50", async () => {
    const own = Array.from(
      { length: 20 },
      (_, index) => ({ name: `own${index}`, from: "param", key: "k" }) as const,
    );
    const endpoint = await startEndpoint({ sites: [site({ trackingIds: { add: own } })] });
    const arrival = entry();
    const streams = (from: number, to: number) =>
      Object.fromEntries(
        Array.from({ length: to - from }, (_, index) => [`_ga_${from + index}`, { raw: "GS1.1.1.1" }]),
      );
    const body = eventsBody([
      arrival,
      late(arrival, { nobody: "x", ...streams(0, 40) }),
      late(arrival, streams(40, 80)),
    ]);
    await endpoint.post("/v1/events", body);
    const [kept] = await stored(endpoint, body.visitor);
    expect(Object.keys(kept?.tracking_ids ?? {})).toHaveLength(50);
    expect(await dropped(endpoint)).toEqual({ field: 1, ids_late: 31 });
  });
});

describe("what is refused", () => {
  const good = entry();
  const { landing: _, ...withoutLanding } = good;
  const { id: __, ...withoutId } = good;
  test.each<[unknown, string, string]>([
    [{ ...good, at: "now" }, "type", "events[3].at"],
    [{ ...good, at: -1 }, "range", "events[3].at"],
    [{ ...good, at: 1e17 }, "range", "events[3].at"],
    [{ ...good, at: null }, "type", "events[3].at"],
    [withoutId, "required", "events[3].id"],
    [{ ...good, id: "7" }, "format", "events[3].id"],
    [withoutLanding, "required", "events[3].landing"],
    [{ ...good, landing: "javascript:alert(1)" }, "format", "events[3].landing"],
    [{ ...good, landing: `https://a.example/${"x".repeat(9_000)}` }, "too_long", "events[3].landing"],
    [{ ...good, channel: "carrier_pigeon" }, "enum", "events[3].channel"],
    [{ ...good, source: "x".repeat(300) }, "too_long", "events[3].source"],
    [{ ...good, tracking_ids: { gclid: "x".repeat(513) } }, "too_long", "events[3].tracking_ids.gclid"],
    [{ ...good, tracking_ids: { "a b": 1 } }, "type", 'events[3].tracking_ids["a b"]'],
    [{ ...good, tracking_ids: { _ga: { raw: 1 } } }, "type", "events[3].tracking_ids._ga.raw"],
    [{ ...good, tracking_ids: { _ga: { raw: { deep: "x" } } } }, "type", "events[3].tracking_ids._ga.raw"],
    [
      { ...good, tracking_ids: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, "v"])) },
      "too_many",
      "events[3].tracking_ids",
    ],
    [{ ...good, type: "scroll" }, "enum", "events[3].type"],
    [{ ...good, type: undefined }, "required", "events[3].type"],
    ["entry", "type", "events[3]"],
    [null, "type", "events[3]"],
    [page(0), "range", "events[3].pages"],
    [page(1.5), "type", "events[3].pages"],
    [page(1, { url: "/relative" }), "format", "events[3].url"],
    [page(1, { url: "https://[/" }), "format", "events[3].url"],
    [callClick({ number: "0123456789" }), "format", "events[3].number"],
  ])("one bad event refuses the whole body: %j", async (bad, code, path) => {
    const endpoint = await startEndpoint();
    const body = eventsBody([entry(), page(2), page(3), bad, page(4)]);
    const { status, json, headers } = await endpoint.post("/v1/events", body);
    expect([status, json?.error.code, json?.error.path]).toEqual([400, code, path]);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(await stored(endpoint, body.visitor)).toEqual([]);
  });

  test.each<[Record<string, unknown>, string, string]>([
    [{ visitor: "me" }, "format", "visitor"],
    [{ visitor: "3f2b8c1e-7d4a-1e5b-9c6d-1a2b3c4d5e6f" }, "format", "visitor"],
    [{ visitor: undefined }, "required", "visitor"],
    [{ sent: undefined }, "required", "sent"],
    [{ sent: "1" }, "type", "sent"],
    [{ events: undefined }, "required", "events"],
    [{ events: {} }, "type", "events"],
    [{ events: Array.from({ length: 101 }, () => pagesCount(1)) }, "too_many", "events"],
    [{ consent: "<script>" }, "format", "consent"],
  ])("%j", async (changes, code, path) => {
    const endpoint = await startEndpoint();
    const { status, json } = await endpoint.post("/v1/events", eventsBody([entry()], changes));
    expect([status, json?.error.code, json?.error.path]).toEqual([400, code, path]);
  });

  test("a hundred events are accepted", async () => {
    const endpoint = await startEndpoint();
    const body = eventsBody(Array.from({ length: 100 }, (_, index) => page(index + 1)));
    expect((await endpoint.post("/v1/events", body)).status).toBe(204);
    expect(await stored(endpoint, body.visitor)).toHaveLength(100);
  });
});

describe("minimisation", () => {
  const all = () => [entry(), pagesCount(2), page(2), callClick()];

  test.each([
    ["invisible", {}, [], 4],
    ["rotation", {}, [], 4],
    ["origine", {}, ["entry"], 3],
    ["origine", { callClicks: true }, ["entry", "call_click"], 2],
    ["trafic", {}, ["entry", "pages"], 2],
    ["parcours", {}, ["entry", "page"], 2],
    ["parcours", { callClicks: true }, ["entry", "page", "call_click"], 1],
  ] as const)("mode %s %j keeps %j and counts %i as dropped", async (mode, options, types, count) => {
    const endpoint = await startEndpoint({ sites: [site({ mode, ...options })] });
    const body = eventsBody(all());
    expect((await endpoint.post("/v1/events", body)).status).toBe(204);
    const events = await stored(endpoint, body.visitor);
    expect(events.map(({ type }) => type).sort()).toEqual([...types].sort());
    expect(await dropped(endpoint)).toEqual({ mode: count });
    const { text } = await endpoint.ask("/metrics");
    expect(text).toContain(`mgt_dropped_total{site="mod-test",reason="mode"} ${count}`);
  });

  test("unknown fields are dropped and counted, not refused", async () => {
    const endpoint = await startEndpoint();
    const body = eventsBody([entry({ screen: "1920x1080", pages: 3 }), page(2, { title: "Secret title" })], {
      fingerprint: "abc",
    });
    expect((await endpoint.post("/v1/events", body)).status).toBe(204);
    expect(await dropped(endpoint)).toEqual({ field: 4 });
    expect(JSON.stringify(await stored(endpoint, body.visitor))).not.toMatch(/1920|Secret|fingerprint|abc"/);
  });

  test("URLs lose their fragment and every parameter that the site does not keep", async () => {
    const endpoint = await startEndpoint();
    const url = `${ORIGIN}/a?gclid=1&email=jean%40example.org&utm_source=x&UTM_X=2&utm_term=a%20b&flag#top?x=1`;
    const body = eventsBody([
      entry({ landing: url, referrer: "https://partner.example/p?session=42&utm_medium=cpc#frag" }),
      page(2, { url: `${ORIGIN}/b?token=secret#x` }),
    ]);
    await endpoint.post("/v1/events", body);
    const [first, second] = await stored(endpoint, body.visitor);
    // gclid is named by a condition of the site.
    expect(first?.landing).toBe(`${ORIGIN}/a?gclid=1&utm_source=x&utm_term=a+b`);
    expect(first?.referrer).toBe("https://partner.example/p?utm_medium=cpc");
    expect(second?.url).toBe(`${ORIGIN}/b`);
  });

  test("URLs are cut as the page cuts them", async () => {
    const endpoint = await startEndpoint();
    const body = eventsBody([
      entry({
        landing:
          "https://user:secret@www.garage-martin.example/jean.dupont%40example.com?utm_term=06+12+34+56+78",
        referrer: "direct",
      }),
      page(2, { url: `${ORIGIN}/r/3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f` }),
      page(3, {
        url: `${ORIGIN}/?gclid=EAIaIQobChMI9rWxTeSt123456_AbCdEf&utm_id=EAIaIQobChMI9rWxTeSt123456`,
      }),
    ]);
    await endpoint.post("/v1/events", body);
    const [first, second, third] = await stored(endpoint, body.visitor);
    expect(first?.landing).toBe(`${ORIGIN}/*?utm_term=*`);
    expect(first?.referrer).toBe("direct");
    expect(second?.url).toBe(`${ORIGIN}/r/*`);
    // A condition of the site compares gclid; utm_id is only matched by a glob.
    expect(third?.url).toBe(`${ORIGIN}/?gclid=EAIaIQobChMI9rWxTeSt123456_AbCdEf&utm_id=*`);
  });

  test("tracking ids are the default ones and the site's own", async () => {
    const own = { trackingIds: { add: [{ name: "crm", from: "cookie" as const, key: "crm_id" }] } };
    const endpoint = await startEndpoint({ sites: [site(own)] });
    const known = {
      gclid: "a",
      valueTracks: { campaignid: "1" },
      _ga: { raw: "GA1.1.1.2", client_id: "1.2" },
      _ga_ABC123: { raw: "GS1.1.1.1", session_id: "1" },
      _pk_id: { raw: "x.1", visitor_id: "x" },
      crm: "42",
    };
    const body = eventsBody([entry({ tracking_ids: { ...known, canvas: "f00", gclid2: "b", _gat: "c" } })]);
    expect((await endpoint.post("/v1/events", body)).status).toBe(204);
    expect((await stored(endpoint, body.visitor))[0]?.tracking_ids).toEqual(known);
    expect(await dropped(endpoint)).toEqual({ field: 3 });
  });

  test.each(["rotation", "origine", "trafic", "parcours"] as const)(
    'mode %s with "probabilistic": "always" collects nothing',
    async (mode) => {
      const endpoint = await startEndpoint({ sites: [site({ mode, probabilistic: "always" })] });
      const body = eventsBody(all());
      expect((await endpoint.post("/v1/events", body)).status).toBe(204);
      expect(await stored(endpoint, body.visitor)).toEqual([]);
      expect(await dropped(endpoint)).toEqual({ mode: 4 });
    },
  );

  test("keys that would reach a prototype stay data, or go", async () => {
    const endpoint = await startEndpoint();
    const visitor = randomUUID();
    const raw = JSON.stringify(eventsBody([entry({ id: randomUUID() })], { visitor })).replace(
      '"tracking_ids":{',
      '"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"tracking_ids":{"__proto__":{"polluted":"yes"},"constructor":"c",',
    );
    expect((await endpoint.post("/v1/events", raw)).status).toBe(204);
    const [event] = await stored(endpoint, visitor);
    expect(event?.tracking_ids).toEqual({ gclid: "TeSt-123" });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("of the running counts between two entries only the highest is kept", async () => {
    const endpoint = await startEndpoint({ sites: [site({ mode: "trafic" })] });
    const visitor = randomUUID();
    const low = pagesCount(2);
    const high = pagesCount(7);
    for (const event of [low, high, pagesCount(4), low, high]) {
      await endpoint.post("/v1/events", eventsBody([event], { visitor }));
    }
    const yesterday = Date.now() - DAY;
    await endpoint.post("/v1/events", eventsBody([pagesCount(1, { at: yesterday })], { visitor }));
    const events = await stored(endpoint, visitor);
    expect(events.map(({ id, pages }) => [id, pages])).toEqual([[high.id, 7]]);
  });
});

describe("running counts with several entries on one day", () => {
  const start = async () => startEndpoint({ sites: [site({ mode: "trafic" })] });
  const seo = { condition: "seo", source: "Google", channel: "organic_search" };
  /** Noon of yesterday in the site's zone, or close to it: no step crosses midnight. */
  const noon = Math.floor((Date.now() - DAY) / DAY) * DAY + DAY / 2;
  const sent = (minutes: number) => ({ at: noon + minutes * 60_000 });
  const reported = async ({ admin }: Running) =>
    (await admin(REPORT)).json.rows.map(({ source, entries, pages }: Record<string, unknown>) => [
      source,
      entries,
      pages,
    ]);
  const REPORT = "/v1/sites/mod-test/report";
  const events = () => [
    entry(sent(0)),
    pagesCount(1, sent(0)),
    pagesCount(2, sent(1)),
    pagesCount(3, sent(2)),
    entry({ ...seo, ...sent(5) }),
    pagesCount(4, sent(5)),
    pagesCount(5, sent(6)),
  ];

  test("the highest of each entry is kept, and its pages go to its source", async () => {
    const endpoint = await start();
    const body = eventsBody(events());
    await endpoint.post("/v1/events", body);
    const kept = (await stored(endpoint, body.visitor)).filter(({ type }) => type === "pages");
    expect(kept.map(({ pages }) => pages)).toEqual([3, 5]);
    expect(await reported(endpoint)).toEqual([
      ["Google Ads", 1, 3],
      ["Google", 1, 2],
    ]);
  });

  test("whatever is repeated, in whatever order and with whatever delay, nothing changes", async () => {
    const endpoint = await start();
    const body = eventsBody(events());
    await endpoint.post("/v1/events", body);
    const before = await stored(endpoint, body.visitor);
    // The same clock, but longer under way: every time is corrected anew, by as much.
    for (const late of [-400, 0, 300])
      for (const event of body.events.toReversed())
        await endpoint.post("/v1/events", { ...body, events: [event], sent: body.sent + late });
    expect(await stored(endpoint, body.visitor)).toEqual(before);
  });

  test("one at a time comes to the same as all at once", async () => {
    const endpoint = await start();
    const body = eventsBody(events());
    for (const event of body.events) await endpoint.post("/v1/events", { ...body, events: [event] });
    expect(await reported(endpoint)).toEqual([
      ["Google Ads", 1, 3],
      ["Google", 1, 2],
    ]);
  });
});

test("a visitor of whom nothing was stored is no visitor", async () => {
  const endpoint = await startEndpoint();
  const taken = entry();
  await endpoint.post("/v1/events", eventsBody([taken]));
  const visitor = randomUUID();
  const own = page(2, { at: Date.now() });
  await endpoint.post("/v1/events", eventsBody([{ ...taken, at: Date.now() - 5 * DAY }], { visitor }));
  expect(await endpoint.store.copy("mod-test", visitor)).toMatchObject({ since: null, events: [] });
  await endpoint.post("/v1/events", eventsBody([{ ...taken, at: Date.now() - 5 * DAY }, own], { visitor }));
  const { since, events: kept } = await endpoint.store.copy("mod-test", visitor);
  expect(kept.map(({ id }) => id)).toEqual([own.id]);
  expect(since).toBe(kept[0]?.at);
});

describe("time", () => {
  test("is corrected by the client's clock, whatever that says", async () => {
    const endpoint = await startEndpoint();
    const before = Date.now();
    const body = eventsBody([entry({ at: 1_000_000 })], { sent: 1_060_000 });
    await endpoint.post("/v1/events", body);
    const [event] = await stored(endpoint, body.visitor);
    expect(event?.at).toBeGreaterThanOrEqual(before - 60_000);
    expect(event?.at).toBeLessThanOrEqual(Date.now() - 60_000);
  });

  test.each([
    [1_000, 2_000, 100_000, 99_000],
    [5_000, 2_000, 100_000, 100_000],
    [0, 400 * DAY, 1_000 * DAY, 970 * DAY],
    [1_000.4, 1_000, 100_000, 100_000],
    [999.5, 1_000, 100_000, 100_000],
  ])("at %d, sent %d, received %d: %d", (at, sent, received, expected) => {
    expect(correctedTime(at, sent, received, 30)).toBe(expected);
  });

  test("never in the future, never older than a visitor", () => {
    const clock = fc.double({ min: 0, max: 8.64e15, noNaN: true });
    fc.assert(
      fc.property(clock, clock, (at, sent) => {
        const time = correctedTime(at, sent, 1.8e12, 30);
        expect(Number.isInteger(time)).toBe(true);
        expect(time).toBeLessThanOrEqual(1.8e12);
        expect(time).toBeGreaterThanOrEqual(1.8e12 - 30 * DAY);
      }),
    );
  });
});

describe("bots", () => {
  const GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

  test("are answered 204, dropped and counted", async () => {
    const endpoint = await startEndpoint();
    const body = eventsBody([entry(), page(2)]);
    const { status, headers } = await endpoint.post("/v1/events", body, { "user-agent": GOOGLEBOT });
    expect(status).toBe(204);
    expect(headers["access-control-allow-origin"]).toBe(ORIGIN);
    expect(await stored(endpoint, body.visitor)).toEqual([]);
    expect(await dropped(endpoint)).toEqual({ bot: 2 });
  });

  test("a missing user agent is no bot", async () => {
    const endpoint = await startEndpoint();
    const body = eventsBody([entry()]);
    const headers = { origin: ORIGIN, "content-type": "text/plain" };
    await endpoint.ask("/v1/events", { method: "POST", headers, body: JSON.stringify(body) });
    expect(await stored(endpoint, body.visitor)).toHaveLength(1);
  });

  test("MGT_BOTS=keep keeps them", async () => {
    const endpoint = await startEndpoint({}, { MGT_BOTS: "keep" });
    const body = eventsBody([entry()]);
    await endpoint.post("/v1/events", body, { "user-agent": GOOGLEBOT });
    expect(await stored(endpoint, body.visitor)).toHaveLength(1);
  });
});

describe("the server's cookie", () => {
  const withCookie = () => site({ cookie: "server", cookieDomain: "garage-martin.example", visitorDays: 30 });

  test("lives as long as remains since the first stored event", async () => {
    const { post } = await startEndpoint({ sites: [withCookie()] });
    const visitor = randomUUID();
    const { headers } = await post(
      "/v1/events",
      eventsBody([entry({ at: Date.now() - 10 * DAY })], { visitor }),
    );
    expect(headers["access-control-allow-origin"]).toBe(ORIGIN);
    expect(headers["access-control-allow-credentials"]).toBe("true");
    const [cookie = ""] = headers["set-cookie"] ?? [];
    expect(cookie).toMatch(new RegExp(`^mgt_visitor=${visitor}; `));
    expect(
      cookie
        .split("; ")
        .slice(1)
        .map((part) => part.split("=")[0]),
    ).toEqual(["Path", "Max-Age", "SameSite", "Domain", "Secure"]);
    const age = Number(/Max-Age=(\d+)/.exec(cookie)?.[1]);
    expect(Math.abs(age - 20 * 86_400)).toBeLessThan(30);
    const later = await post("/v1/events", eventsBody([page(2)], { visitor }));
    const laterAge = Number(/Max-Age=(\d+)/.exec(later.headers["set-cookie"]?.[0] ?? "")?.[1]);
    expect(laterAge).toBeLessThanOrEqual(age);
    expect(laterAge).toBeGreaterThan(age - 30);
  });

  test("is not set for a bot, nor where nothing is stored", async () => {
    const { post } = await startEndpoint({ sites: [withCookie()] });
    const bot = await post("/v1/events", eventsBody([entry()]), { "user-agent": "Googlebot/2.1" });
    expect(bot.headers["set-cookie"]).toBeUndefined();
    const nothing = await post("/v1/events", eventsBody([callClick()]));
    expect([nothing.status, nothing.headers["set-cookie"]]).toEqual([204, undefined]);
  });
});

test("whatever is posted, the answer is never a 5xx", async () => {
  const { post } = await startEndpoint({ sites: [site({ probabilistic: "always", callClicks: true })] });
  const known = fc.constantFrom(
    ...[
      "site",
      "visitor",
      "sent",
      "consent",
      "events",
      "id",
      "type",
      "at",
      "landing",
      "tracking_ids",
      "pages",
    ],
    ...[
      "receipt",
      "status",
      "condition",
      "source",
      "method",
      "__proto__",
      "constructor",
      "toString",
      "length",
    ],
  );
  const junk = fc.anything({ key: known, withNullPrototype: true, maxDepth: 4 });
  const mutated = fc
    .tuple(fc.constantFrom(entry(), page(2), pagesCount(2), callClick()), known, junk)
    .map(([event, key, value]) => eventsBody([event, { ...event, [key]: value }]));
  const enveloped = fc
    .dictionary(known, junk)
    .map((extra) => ({ ...eventsBody([entry()]), ...extra, site: "mod-test" }));
  const route = fc.constantFrom("/v1/events", "/v1/consents", "/v1/numbers", "/v1/forget", "/v1/export");
  const text = fc.oneof(
    fc.oneof(junk, mutated, enveloped).map((value) => {
      try {
        return JSON.stringify(value, (_, item) => (typeof item === "bigint" ? String(item) : item)) ?? "";
      } catch {
        return "{";
      }
    }),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(route, text, async (path, body) => {
      const { status, json } = await post(path, body, { "user-agent": BROWSER });
      expect([200, 204, 400, 403, 404, 413]).toContain(status);
      if (status >= 400) expect(json.error.code).toMatch(/^[a-z_0-9]+$/);
    }),
    { numRuns: 400 },
  );
  expect((await post("/v1/events", eventsBody([entry()]))).status).toBe(204);
});

test("half a surrogate pair becomes U+FFFD; pairs and escaped backslashes stay", async () => {
  const endpoint = await startEndpoint();
  const visitor = randomUUID();
  const raw = JSON.stringify(eventsBody([entry({ source: "SOURCE" })], { visitor })).replace(
    "SOURCE",
    () => String.raw`a\\ud800 b\uD800 c\uDC00\ud83d\ude00 \ud83d\u0041 \ud83d\ud83d\ude00`,
  );
  expect((await endpoint.post("/v1/events", raw)).status).toBe(204);
  const [event] = await stored(endpoint, visitor);
  expect(event?.source).toBe("a\\ud800 b\ufffd c\ufffd😀 \ufffdA \ufffd😀");
  const broken = raw.replace(String.raw`\uDC00`, () => String.raw`\uDCzz`);
  expect((await endpoint.post("/v1/events", broken)).json.error.code).toBe("invalid_json");
});
