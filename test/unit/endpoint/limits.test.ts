import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { clientAddress, limitedPrefix, trustedProxies } from "../../../src/endpoint/http/clientAddress.ts";
import { readSettings } from "../../../src/endpoint/settings.ts";
import { entry, eventsBody, startEndpoint } from "./harness.ts";

const VISITOR = { site: "mod-test", visitor: "3f2b8c1e-7d4a-4e5b-9c6d-1a2b3c4d5e6f" };

describe("rate limits", () => {
  test.each(["/v1/forget", "/v1/export"])("%s is strict, and says when to come back", async (route) => {
    const { post } = await startEndpoint({}, { MGT_RATE: "1" });
    for (let call = 0; call < 10; call++) expect((await post(route, VISITOR)).status).toBeLessThan(300);
    const { status, headers, json } = await post(route, VISITOR);
    expect([status, json.error.code]).toEqual([429, "rate_limited"]);
    expect(headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    expect(headers["access-control-expose-headers"]).toBe("Retry-After");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect((await post("/v1/events", eventsBody([entry()]))).status).toBe(204);
  });

  test("MGT_RATE multiplies them, 0 switches them off", async () => {
    const half = await startEndpoint({}, { MGT_RATE: "0.5" });
    for (let call = 0; call < 5; call++) expect((await half.post("/v1/forget", VISITOR)).status).toBe(204);
    expect((await half.post("/v1/forget", VISITOR)).status).toBe(429);
    const none = await startEndpoint({}, { MGT_RATE: "0" });
    for (let call = 0; call < 40; call++) expect((await none.post("/v1/forget", VISITOR)).status).toBe(204);
  });

  test("wrong admin tokens run out, and never shut out the right one", async () => {
    const { ask, admin } = await startEndpoint({}, { MGT_RATE: "1" });
    const wrong = { headers: { authorization: "Bearer wrong" } };
    for (let call = 0; call < 9; call++)
      expect((await ask("/v1/sites/mod-test/report", wrong)).status).toBe(401);
    for (let call = 0; call < 20; call++) expect((await admin("/v1/sites/mod-test/report")).status).toBe(200);
    expect((await ask("/v1/sites/mod-test/report", wrong)).status).toBe(401);
    for (let call = 0; call < 5; call++)
      expect((await ask("/v1/sites/mod-test/report", wrong)).status).toBe(429);
    expect((await ask("/v1/sites/mod-test/report")).status).toBe(429);
    expect((await admin("/v1/sites/mod-test/report")).status).toBe(200);
  });

  test("are kept per client behind a trusted proxy, and not believed from anyone else", async () => {
    const from = (address: string) => ({ "x-forwarded-for": address });
    const trusting = await startEndpoint({}, { MGT_RATE: "1", MGT_TRUST_PROXY: "127.0.0.1" });
    const distrusting = await startEndpoint({}, { MGT_RATE: "1" });
    for (let client = 1; client <= 10; client++) {
      expect((await trusting.post("/v1/forget", VISITOR, from(`192.0.2.${client}`))).status).toBe(204);
      expect((await distrusting.post("/v1/forget", VISITOR, from(`192.0.2.${client}`))).status).toBe(204);
    }
    expect((await trusting.post("/v1/forget", VISITOR, from("192.0.2.11"))).status).toBe(204);
    expect((await distrusting.post("/v1/forget", VISITOR, from("192.0.2.11"))).status).toBe(429);
  });
});

test.each([
  ["203.0.113.9", undefined, "203.0.113.9"],
  ["203.0.113.9", "192.0.2.1", "203.0.113.9"],
  ["10.0.0.1", "192.0.2.1", "192.0.2.1"],
  ["::ffff:10.0.0.1", "192.0.2.1", "192.0.2.1"],
  ["10.0.0.1", "198.51.100.7, 192.0.2.1", "192.0.2.1"],
  ["10.0.0.1", "198.51.100.7, 192.0.2.1, 10.9.9.9", "192.0.2.1"],
  ["10.0.0.1", "10.1.1.1, 10.2.2.2", "10.1.1.1"],
  ["10.0.0.1", "192.0.2.1:4711", "192.0.2.1"],
  ["10.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"],
  ["10.0.0.1", "192.0.2.1, nonsense", "10.0.0.1"],
  ["10.0.0.1", "", "10.0.0.1"],
  ["2001:db8:ffff::1", "192.0.2.1", "192.0.2.1"],
])("from %s, forwarded for %j: the client is %s", (remoteAddress, forwarded, expected) => {
  const trusted = trustedProxies("10.0.0.0/8 2001:db8:ffff::/48");
  const request = {
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  };
  expect(clientAddress(request as unknown as IncomingMessage, trusted)).toBe(expected);
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:0db8:0001:0002::", "2001:db8:1:2"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
])("%s is limited as %s", (address, prefix) => {
  expect(limitedPrefix(address)).toBe(prefix);
});

test.each(["10.0.0.0/33", "proxy.example", "10.0.0.0/", "1.2.3", "::1/129"])(
  "MGT_TRUST_PROXY=%s is refused",
  (list) => {
    expect(() => readSettings({ MGT_TRUST_PROXY: list })).toThrow("MGT_TRUST_PROXY");
  },
);

test.each(["fast", "-1", "Infinity"])("MGT_RATE=%s is refused", (rate) => {
  expect(() => readSettings({ MGT_RATE: rate })).toThrow("MGT_RATE");
});
