import { brotliDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { negotiateEncoding } from "../../../src/endpoint/http/negotiateEncoding.ts";
import { fakeScript, site, startEndpoint } from "./harness.ts";

describe("GET /{key}.js", () => {
  test("has every header of the contract", async () => {
    const { ask } = await startEndpoint();
    const { version, body } = await fakeScript(site());
    const { status, headers, text } = await ask("/mod-test.js");
    expect(status).toBe(200);
    expect(text).toBe(body.toString());
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=300, stale-while-revalidate=600",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      "x-mgt-version": version,
      vary: "Accept-Encoding",
      etag: `"${version}"`,
      "content-length": String(body.length),
    });
  });

  test("each encoding has a strong tag of its own, and answers 304 to it", async () => {
    const { ask } = await startEndpoint();
    const tags = new Set<string>();
    for (const encoding of ["br", "gzip", "identity"]) {
      const { headers } = await ask("/mod-test.js", { headers: { "accept-encoding": encoding } });
      expect(headers["content-encoding"]).toBe(encoding === "identity" ? undefined : encoding);
      const etag = String(headers.etag);
      expect(etag).toMatch(/^"[^"]+"$/);
      tags.add(etag);
      const again = await ask("/mod-test.js", {
        headers: { "accept-encoding": encoding, "if-none-match": `"other", W/${etag}` },
      });
      expect(again.status).toBe(304);
      expect(again.text).toBe("");
      expect(again.headers).toMatchObject({
        etag,
        vary: "Accept-Encoding",
        "access-control-allow-origin": "*",
      });
    }
    expect(tags.size).toBe(3);
    const { status } = await ask("/mod-test.js", { headers: { "if-none-match": '"000000000000"' } });
    expect(status).toBe(200);
  });

  test("HEAD has the headers and no body", async () => {
    const { ask } = await startEndpoint();
    const { status, headers, text } = await ask("/mod-test.js", { method: "HEAD" });
    expect([status, text]).toEqual([200, ""]);
    expect(Number(headers["content-length"])).toBeGreaterThan(0);
  });

  test("a version stays available, immutable, after the configuration has changed", async () => {
    const { ask, reload } = await startEndpoint();
    const before = await ask("/mod-test.js", { headers: { "accept-encoding": "identity" } });
    const pinned = `/mod-test.${before.headers["x-mgt-version"]}.js`;
    await reload([site({ name: "Another name" })]);
    const after = await ask("/mod-test.js");
    expect(after.headers["x-mgt-version"]).not.toBe(before.headers["x-mgt-version"]);
    const kept = await ask(pinned);
    expect(kept.text).toBe(before.text);
    expect(kept.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(kept.headers["x-mgt-version"]).toBe(before.headers["x-mgt-version"]);
    expect((await ask("/mod-test.000000000000.js")).status).toBe(404);
  });

  test("a reload whose script cannot be compiled changes nothing", async () => {
    const compile = async (given: Parameters<typeof fakeScript>[0]) => {
      if (given.name === "broken") throw new Error("no");
      return fakeScript(given);
    };
    const { ask, reload } = await startEndpoint({ compile });
    await expect(reload([site({ name: "broken" }), site({ key: "mod-new" })])).rejects.toThrow("no");
    expect((await ask("/mod-test.js")).status).toBe(200);
    expect((await ask("/mod-new.js")).status).toBe(404);
  });

  test("before the scripts are compiled everything but liveness answers 503", async () => {
    const { ask, reload } = await startEndpoint({ sites: undefined as never });
    const early = await ask("/mod-test.js");
    expect(early.status).toBe(503);
    expect(early.headers["retry-after"]).toMatch(/^\d+$/);
    expect((await ask("/readyz")).status).toBe(503);
    expect((await ask("/healthz")).status).toBe(200);
    await reload([site()]);
    expect((await ask("/readyz")).status).toBe(200);
    expect((await ask("/mod-test.js")).status).toBe(200);
  });
});

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br;q=0.2, gzip;q=0.9", "gzip"],
  ["*", "br"],
  ["identity", "identity"],
  ["*;q=0", "identity"],
  ["deflate", "identity"],
])("Accept-Encoding %j is answered with %s", (header, expected) => {
  expect(negotiateEncoding(header)).toBe(expected);
});

test("the compressed bodies are the script", async () => {
  const { brotli, body } = await fakeScript(site());
  expect(brotliDecompressSync(brotli)).toEqual(body);
});
