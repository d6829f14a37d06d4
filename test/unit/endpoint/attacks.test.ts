import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, BlockList, connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Bounds, boundConnections } from "../../../src/endpoint/http/boundConnections.ts";
import { requireJsonText } from "../../../src/endpoint/http/mediaType.ts";
import { RateLimits } from "../../../src/endpoint/http/RateLimits.ts";
import { VisitorLimits } from "../../../src/endpoint/http/VisitorLimits.ts";
import { loadReferralRefiner } from "../../../src/endpoint/report/refineReferral.ts";
import { readSettings } from "../../../src/endpoint/settings.ts";
import {
  ADMIN,
  consent,
  entry,
  eventsBody,
  ORIGIN,
  page,
  type Running,
  site,
  startEndpoint,
} from "./harness.ts";

const REPORT = "/v1/sites/mod-test/report";
const GOOGLEBOT = {
  "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
};
const POSTS = ["/v1/events", "/v1/consents", "/v1/numbers", "/v1/forget", "/v1/export"];

async function dropped({ admin }: Running): Promise<Record<string, number>> {
  return (await admin(REPORT)).json.dropped;
}

describe("a header", () => {
  test.each([
    `text/plain${" ".repeat(15_000)}x`,
    `text/plain;${" ".repeat(15_000)}charset=utf-8x`,
    `text/plain;charset${" ".repeat(15_000)}=x`,
    ";".repeat(15_000),
    "=".repeat(15_000),
  ])("of 15,000 blanks costs no time to speak of", (header) => {
    const began = performance.now();
    expect(() => requireJsonText({ "content-type": header })).toThrow();
    expect(performance.now() - began).toBeLessThan(200);
  });

  test("of 15,000 blanks is answered as without them", async () => {
    const { post } = await startEndpoint();
    const { status, json } = await post("/v1/events", "{}", {
      "content-type": `text/plain${" ".repeat(15_000)};`,
    });
    expect([status, json.error.code]).toEqual([400, "required"]);
  });
});

describe("limits of an address", () => {
  test("count bytes: one that has sent too many is refused before anything is read", async () => {
    const { post } = await startEndpoint({}, { MGT_RATE: "0.001" });
    const body = { ...eventsBody([entry()]), padding: "x".repeat(40_000) };
    expect((await post("/v1/events", body)).status).toBe(204);
    for (const given of [body, eventsBody([entry()]), "{"]) {
      const { status, headers } = await post("/v1/events", given);
      expect(status).toBe(429);
      expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    }
    expect((await post("/v1/export", { site: "mod-test", visitor: randomUUID() })).status).toBe(200);
  });

  test("count events", async () => {
    const { post } = await startEndpoint({}, { MGT_RATE: "0.001" });
    const pages = (count: number) => eventsBody(Array.from({ length: count }, (_, index) => page(index + 1)));
    expect((await post("/v1/events", pages(50))).status).toBe(204);
    expect((await post("/v1/events", pages(50))).status).toBe(429);
    expect((await post("/v1/events", pages(1))).status).toBe(429);
  });

  test("count what a request costs in time, which MGT_RATE does not change", async () => {
    for (const rate of [0.001, 1, 1_000]) {
      const limits = new RateLimits(new BlockList(), rate);
      const request = { headers: {}, socket: { remoteAddress: "192.0.2.1" } } as unknown as IncomingMessage;
      await limits.spend(request, "events", "cpu", 3_000_000);
      await limits.take(request, "events");
      await expect(limits.spend(request, "events", "cpu", 3_000_000)).rejects.toMatchObject({ status: 429 });
      await expect(limits.take(request, "events")).rejects.toMatchObject({ status: 429 });
      await limits.take(request, "consents");
    }
  });

  test("bound consent records, which stay", async () => {
    const { post } = await startEndpoint({}, { MGT_RATE: "0.003" });
    for (let call = 0; call < 4; call++) expect((await post("/v1/consents", consent())).status).toBe(204);
    expect((await post("/v1/consents", consent())).status).toBe(429);
  });
});

describe("the admin token", () => {
  test.each(["short", "nineteen-characters"])("%j stops the start", (token) => {
    expect(() => readSettings({ MGT_ADMIN_TOKEN: token })).toThrow("MGT_ADMIN_TOKEN");
  });

  test("twenty characters are enough, none is none", () => {
    expect(readSettings({ MGT_ADMIN_TOKEN: "twenty-characters-it" }).adminToken).toHaveLength(20);
    expect(readSettings({}).adminToken).toBe("");
  });

  test("is not compared any more once an address has guessed too often", async () => {
    const { ask, admin } = await startEndpoint({}, { MGT_RATE: "1" });
    for (let call = 0; call < 10; call++)
      expect((await ask(REPORT, { headers: { authorization: `Bearer ${call}` } })).status).toBe(401);
    expect((await admin(REPORT)).status).toBe(429);
  });

  test("of who gave the right one goes on, whoever guesses beside", async () => {
    const { ask, admin } = await startEndpoint({}, { MGT_RATE: "1" });
    for (let call = 0; call < 30; call++) {
      expect((await admin(REPORT)).status).toBe(200);
      expect((await ask(REPORT, { headers: { authorization: "Bearer x" } })).status).toBe(
        call < 10 ? 401 : 429,
      );
    }
  });
});

describe("GET /metrics", () => {
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

  test("names sites to the operator and to this machine only", async () => {
    const { ask, admin, post } = await startEndpoint({}, { MGT_TRUST_PROXY: "127.0.0.1" });
    await post("/v1/events", eventsBody([entry()]));
    expect((await ask("/metrics")).text).toContain('site="mod-test"');
    expect((await ask("/metrics", from("::1"))).text).toContain('site="mod-test"');
    const stranger = await ask("/metrics", from("203.0.113.9"));
    expect([stranger.status, stranger.json.error.code]).toEqual([401, "unauthorized"]);
    expect((await admin("/metrics", from("203.0.113.9"))).text).toContain('site="mod-test"');
  });

  test("without a token, what names no site", async () => {
    const { ask, post } = await startEndpoint({}, { MGT_ADMIN_TOKEN: "", MGT_TRUST_PROXY: "127.0.0.1" });
    await post("/v1/events", eventsBody([entry()]));
    const { status, text } = await ask("/metrics", from("203.0.113.9"));
    expect(status).toBe(200);
    expect(text).toContain('mgt_requests_total{route="events",status="204"} 1');
    expect(text).not.toContain("mod-test");
  });

  test("a proxy on this machine that is not trusted makes nobody local", async () => {
    const { ask } = await startEndpoint();
    expect((await ask("/metrics", from("127.0.0.1"))).status).toBe(401);
    expect((await ask("/metrics", { headers: { forwarded: "for=127.0.0.1" } })).status).toBe(401);
  });

  test("tells how long answers take, when a site was last heard, how late the thread is", async () => {
    const { ask, post } = await startEndpoint();
    const before = Date.now() / 1_000;
    await post("/v1/events", eventsBody([entry()]));
    const { text } = await ask("/metrics");
    expect(text).toMatch(/^mgt_request_duration_seconds_bucket\{le="10",route="events"\} 1$/m);
    expect(text).toMatch(/^mgt_event_loop_delay_seconds_count \d+$/m);
    expect(text).toMatch(/^mgt_store_waiting \d+$/m);
    const [, at] = /^mgt_last_event_timestamp_seconds\{site="mod-test"\} ([\d.]+)$/m.exec(text) ?? [];
    expect(Number(at)).toBeGreaterThanOrEqual(before);
  });
});

describe("invented sources", () => {
  test("a condition that the site does not have is emptied, and counted", async () => {
    const endpoint = await startEndpoint();
    const body = eventsBody([entry({ condition: "invented", source: "paid_search" })]);
    expect((await endpoint.post("/v1/events", body)).status).toBe(204);
    expect(await dropped(endpoint)).toEqual({ condition: 1 });
    const { rows } = (await endpoint.admin(REPORT)).json;
    expect(rows).toMatchObject([{ condition: "", source: "paid_search", channel: "paid_search" }]);
  });

  test("names that no configuration explains are few a day", async () => {
    const endpoint = await startEndpoint();
    for (let call = 0; call < 5; call++) {
      const events = Array.from({ length: 20 }, (_, index) =>
        entry({ condition: "", source: `invented ${call} ${index}`, channel: "referral" }),
      );
      await endpoint.post("/v1/events", eventsBody(events));
    }
    const { rows } = (await endpoint.admin(REPORT)).json;
    expect(rows.length).toBeLessThanOrEqual(21);
    expect(await dropped(endpoint)).toEqual({ source: 80 });
  });

  test("a condition of the former configuration, which pages still hold, stays", async () => {
    const endpoint = await startEndpoint();
    await endpoint.reload([site({ conditions: [] })]);
    await endpoint.post("/v1/events", eventsBody([entry()]));
    expect((await endpoint.admin(REPORT)).json.rows).toMatchObject([{ condition: "google-ads" }]);
    expect(await dropped(endpoint)).toEqual({});
  });

  test("a host that only begins like a known one is none", async () => {
    const refine = await loadReferralRefiner();
    const referral = { channel: "referral", condition: "", source: "referral" } as const;
    expect(refine(referral, "https://www.google.com/search")).toEqual({
      source: "Google",
      channel: "organic_search",
    });
    expect(refine(referral, "https://google.com/imgres?x")).toMatchObject({ source: "Google Images" });
    for (const host of ["google.com.evil.example", "www.google.com.evil.example", "google.community"])
      expect(refine(referral, `https://${host}/`)).toEqual({});
  });
});

describe("robots", () => {
  test.each(POSTS)("%s answers 204 and does nothing", async (route) => {
    const endpoint = await startEndpoint({ sites: [site({ probabilistic: "refused" })] });
    const body = eventsBody([entry()]);
    await endpoint.post("/v1/events", body);
    const { status, text, headers } = await endpoint.post(route, { ...consent(), ...body }, GOOGLEBOT);
    expect([status, text]).toEqual([204, ""]);
    expect(headers["access-control-allow-origin"]).toBe(ORIGIN);
    expect((await endpoint.store.copy("mod-test", body.visitor)).events).toHaveLength(1);
    expect(await dropped(endpoint)).toEqual({ bot: 1 });
  });

  test("the operator's own program at a right of a person is none", async () => {
    const { ask, post, store } = await startEndpoint();
    const body = eventsBody([entry()]);
    await post("/v1/events", body);
    const headers = { ...ADMIN, "content-type": "application/json", "user-agent": "curl/8.5.0" };
    const asked = { method: "POST", headers, body: JSON.stringify(body) };
    expect((await ask("/v1/export", asked)).json.events).toHaveLength(1);
    expect((await ask("/v1/forget", asked)).status).toBe(204);
    expect((await store.copy("mod-test", body.visitor)).events).toEqual([]);
  });
});

describe("nothing is dropped in silence", () => {
  test("an origin that the site does not list is counted, and named once an hour", async () => {
    const endpoint = await startEndpoint();
    for (const origin of ["https://shop.example", "https://shop.example", "https://other.example"])
      await endpoint.post("/v1/events", eventsBody([entry()]), { origin });
    expect(await dropped(endpoint)).toEqual({ origin: 3 });
    const named = endpoint.logged.filter(({ log }) => log === "notice");
    expect(named).toMatchObject([
      { code: "origin_not_allowed", site: "mod-test", origin: "https://shop.example" },
      { code: "origin_not_allowed", site: "mod-test", origin: "https://other.example" },
    ]);
    const { text } = await endpoint.ask("/metrics");
    expect(text).toContain('mgt_dropped_total{site="mod-test",reason="origin"} 3');
  });

  test("a kind of robot is told once a day, without its user agent", async () => {
    const { post, logged } = await startEndpoint();
    for (let call = 0; call < 3; call++) await post("/v1/events", eventsBody([entry()]), GOOGLEBOT);
    const told = logged.filter(({ log }) => log === "notice");
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ code: "robot", kind: expect.stringMatching(/^[a-z]{2,30}$/) });
    expect(JSON.stringify(logged)).not.toContain("Mozilla");
  });

  test("what is named does not fill the log, whoever invents it", async () => {
    const { post, logged } = await startEndpoint();
    for (let call = 0; call < 300; call++)
      await post("/v1/events", eventsBody([]), { origin: `https://${call}.example` });
    expect(logged.length).toBeLessThanOrEqual(200);
  });
});

describe("a visitor", () => {
  test("has at most 2,000 events a day, whatever MGT_RATE says", async () => {
    const endpoint = await startEndpoint();
    const visitor = randomUUID();
    for (let call = 0; call < 21; call++) {
      const pages = Array.from({ length: 99 }, (_, index) => page(index + 1));
      expect((await endpoint.post("/v1/events", eventsBody(pages, { visitor }))).status).toBe(204);
    }
    expect((await endpoint.store.copy("mod-test", visitor)).events).toHaveLength(2_000);
    expect(await dropped(endpoint)).toEqual({ too_many: 79 });
    await endpoint.post("/v1/events", eventsBody([entry()]));
    expect(await dropped(endpoint)).toEqual({ too_many: 79 });
  });

  const stored = (events: number) => ({
    copy: vi.fn(async () => ({ events: Array(events).fill({}) }) as never),
  });
  const DAY = 86_400_000;

  test("has at most 10,000 in all, those of former processes included", async () => {
    const store = stored(9_950);
    const limits = new VisitorLimits(store);
    expect(await limits.admit("s", "v", 99, 0)).toBe(99);
    expect(store.copy).not.toHaveBeenCalled();
    expect(await limits.admit("s", "v", 99, 0)).toBe(50);
    expect(await limits.admit("s", "v", 99, DAY)).toBe(0);
    expect(store.copy).toHaveBeenCalledTimes(1);
    limits.forget("s", "v");
    expect(await limits.admit("s", "v", 99, DAY)).toBe(99);
  });

  test("begins a day anew at midnight, UTC", async () => {
    const limits = new VisitorLimits(stored(0));
    for (let call = 0; call < 20; call++) await limits.admit("s", "v", 100, DAY - 1);
    expect(await limits.admit("s", "v", 100, DAY - 1)).toBe(0);
    expect(await limits.admit("s", "w", 100, DAY - 1)).toBe(100);
    expect(await limits.admit("s", "v", 100, DAY)).toBe(100);
  });
});

describe("connections", () => {
  const bounds: Bounds = { all: 20, perAddress: 10, lookMs: 20, takenBytes: 1_000, withinMs: 200 };

  async function served(trusted = new BlockList()) {
    const refused: string[] = [];
    const server = createServer((_, response) => {
      Readable.from(Array(800).fill(Buffer.alloc(65_536)), { highWaterMark: 1 }).pipe(response);
    });
    const bounded = boundConnections(server, trusted, (bound) => refused.push(bound), bounds);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const sockets: Socket[] = [];
    onTestFinished(() => {
      bounded.stop();
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      server.close();
    });
    const open = () => {
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").on("error", () => {});
      sockets.push(socket);
      return socket;
    };
    return { refused, open, server };
  }

  test("of a client that does not read are ended", async () => {
    const { refused, open } = await served();
    const socket = open();
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await vi.waitFor(() => expect(refused).toEqual(["reader"]), { timeout: 20_000 });
  });

  test("of one that reads slowly, but reads, are not", async () => {
    const { refused, open } = await served();
    const socket = open();
    let read = 0;
    await new Promise<void>((resolve) => {
      socket.on("data", (data) => {
        read += data.length;
        socket.pause();
        if (read > 2 * 1024 * 1024) resolve();
        else setTimeout(() => socket.resume(), 5);
      });
      socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    });
    expect(refused).toEqual([]);
  });

  test("are bounded by address, and in all", async () => {
    const { refused, open } = await served();
    for (let count = 0; count < 12; count++) open();
    await vi.waitFor(() => expect(refused).toEqual(["address", "address"]));
    const proxy = new BlockList();
    proxy.addAddress("127.0.0.1");
    const behind = await served(proxy);
    for (let count = 0; count < 22; count++) behind.open();
    await vi.waitFor(() => expect(behind.refused).toEqual(["all", "all"]));
  });
});
