import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { originCheck } from "../../../src/endpoint/http/originCheck.ts";
import { ADMIN, type Answer, BROWSER, entry, eventsBody, ORIGIN, site, startEndpoint } from "./harness.ts";

function expectError({ status, headers, json }: Answer, expected: number, code: string, path = "") {
  expect([status, json?.error?.code, json?.error?.path]).toEqual([expected, code, path]);
  expect(typeof json.error.message).toBe("string");
  // Without it the script takes a refusal for a network error, and tries again.
  expect(headers["access-control-allow-origin"]).toBe("*");
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
}

const POSTS = ["/v1/events", "/v1/consents", "/v1/numbers", "/v1/forget", "/v1/export"];

describe("every route for pages", () => {
  test.each(POSTS)("%s refuses what is not a body of ours", async (route) => {
    const { post } = await startEndpoint();
    expectError(await post(route, "{", {}), 400, "invalid_json");
    expectError(await post(route, ""), 400, "invalid_json");
    expectError(await post(route, "[]"), 400, "type");
    expectError(await post(route, "null"), 400, "type");
    expectError(await post(route, "{}"), 400, "required", "site");
    expectError(await post(route, { site: 7 }), 400, "type", "site");
    expectError(await post(route, { site: "nobody" }), 404, "unknown_site", "site");
    expectError(await post(route, { site: "__proto__" }), 404, "unknown_site", "site");
    expectError(await post(route, Buffer.from([0x7b, 0xff, 0x7d])), 400, "invalid_utf8");
    expectError(
      await post(route, "{}", { "content-type": "application/x-www-form-urlencoded" }),
      415,
      "unsupported_media_type",
    );
    expectError(
      await post(route, "{}", { "content-type": "text/plain; charset=latin1" }),
      415,
      "unsupported_media_type",
    );
    expectError(await post(route, "{}", { "content-encoding": "gzip" }), 415, "unsupported_encoding");
    expectError(await post(route, `"${"x".repeat(70_000)}"`), 413, "too_large");
  });

  test.each(POSTS)("%s asks for an origin that the site lists", async (route) => {
    const { post, ask } = await startEndpoint();
    const body = JSON.stringify({ site: "mod-test" });
    for (const origin of [
      "https://evil.example",
      "null",
      "http://www.garage-martin.example",
      "https://www.garage-martin.example.evil.example",
      "https://garage-martin.example",
    ]) {
      expectError(await post(route, body, { origin }), 403, "origin_not_allowed");
    }
    const headers = { "content-type": "text/plain" };
    expectError(await ask(route, { method: "POST", headers, body }), 403, "origin_missing");
    const wrong = { ...headers, authorization: "Bearer wrong" };
    expectError(await ask(route, { method: "POST", headers: wrong, body }), 401, "unauthorized");
  });

  test.each(POSTS)("%s answers its preflight, and 405 to other methods", async (route) => {
    const { ask } = await startEndpoint();
    const { status, headers } = await ask(route, {
      method: "OPTIONS",
      headers: { origin: ORIGIN, "access-control-request-method": "POST" },
    });
    expect(status).toBe(204);
    expect(headers["access-control-allow-methods"]).toBe("POST");
    expect(headers["access-control-allow-headers"]?.toLowerCase()).toContain("content-type");
    expect(["*", ORIGIN]).toContain(headers["access-control-allow-origin"]);
    for (const method of ["GET", "PUT", "DELETE"]) {
      const refused = await ask(route, { method });
      expectError(refused, 405, "method_not_allowed");
      expect(refused.headers.allow).toBe("POST, OPTIONS");
    }
  });
});

test("an admin token stands in for an origin", async () => {
  const { ask } = await startEndpoint();
  const { status } = await ask("/v1/events", {
    method: "POST",
    headers: { ...ADMIN, "content-type": "application/json", "user-agent": BROWSER },
    body: JSON.stringify(eventsBody([entry()])),
  });
  expect(status).toBe(204);
});

test("what is no route is 404", async () => {
  const { ask } = await startEndpoint();
  const paths = [
    "/",
    "/nothing",
    "/v1",
    "/v1/events/",
    "/mod-test.js.map",
    "/../etc/passwd",
    "/%",
    "//",
    "/v1/sites/x",
  ];
  for (const path of paths) expectError(await ask(path), 404, "unknown_route");
});

test("a script of no site is 404, another method 405", async () => {
  const { ask } = await startEndpoint();
  expectError(await ask("/mod-other.js"), 404, "unknown_site");
  const refused = await ask("/mod-test.js", { method: "POST", body: "x" });
  expectError(refused, 405, "method_not_allowed");
  expect(refused.headers.allow).toBe("GET, HEAD, OPTIONS");
});

describe("a body that is too large", () => {
  test("exactly 64 KiB is read", async () => {
    const { post } = await startEndpoint();
    const body = eventsBody([entry()]);
    const filled = { ...body, padding: "" };
    const room = 65_536 - Buffer.byteLength(JSON.stringify(filled));
    expect((await post("/v1/events", { ...filled, padding: "x".repeat(room) })).status).toBe(204);
    expectError(await post("/v1/events", { ...filled, padding: "x".repeat(room + 1) }), 413, "too_large");
  });

  test("a client that streams without end gets its answer, and is cut", async () => {
    const { port } = await startEndpoint();
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    let sent = 0;
    await new Promise<void>((resolve) => {
      socket.on("data", (data) => {
        answer += data;
      });
      socket.on("error", () => resolve());
      socket.on("close", () => resolve());
      const chunk = "x".repeat(16_384);
      const pump = () => {
        for (let room = true; room && !socket.destroyed; sent += chunk.length) {
          room = socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
        }
      };
      socket.on("drain", pump);
      socket.write(
        `POST /v1/events HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      pump();
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"too_large"');
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  test("one that is announced is not even asked for", async () => {
    const { port } = await startEndpoint();
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    socket.write(
      `POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n`,
    );
    await new Promise((resolve) => socket.on("close", resolve));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
});

test("what is no HTTP is answered 400", async () => {
  const { port } = await startEndpoint();
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
  });
  socket.write("this is not HTTP\r\n\r\n");
  await new Promise((resolve) => socket.on("close", resolve));
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain("Access-Control-Allow-Origin: *");
});

test("with a server cookie the site's own pages can read errors that carry credentials", async () => {
  const withCookie = site({ cookie: "server", cookieDomain: "garage-martin.example" });
  const { post } = await startEndpoint({ sites: [withCookie] });
  const own = await post("/v1/events", "{");
  expect(own.headers).toMatchObject({
    "access-control-allow-origin": ORIGIN,
    "access-control-allow-credentials": "true",
  });
  const other = await post("/v1/events", "{", { origin: "https://evil.example" });
  expect(other.headers["access-control-allow-origin"]).toBe("*");
  expect(other.headers["access-control-allow-credentials"]).toBeUndefined();
});

test.each([
  ["https://a.example", true],
  ["HTTPS://A.EXAMPLE", true],
  ["https://a.example:8443", false],
  ["https://x.b.example", true],
  ["https://y.x.b.example", true],
  ["https://b.example", false],
  ["https://xb.example", false],
  ["https://evil.example/.b.example", false],
  ["https://evil.example?.b.example", false],
  ["https://evil.example#.b.example", false],
  ["https://u@x.b.example", false],
  ["https://*.b.example", false],
  ["null", false],
  ["", false],
  ["https://", false],
])("origin %j allowed: %j", (origin, allowed) => {
  expect(originCheck(["https://a.example", "https://*.b.example"])(origin)).toBe(allowed);
});
