import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { negotiateEncoding } from "../../../src/endpoint/http/negotiateEncoding.ts";
import type { Script } from "../../../src/endpoint/script/packScript.ts";
import type { Site } from "../../../src/vocabulary/site.ts";
import { entry, eventsBody, fakeScript, site, startEndpoint } from "./harness.ts";

/** A compiler that ends when it is told to, the oldest of a site first. */
function heldCompiler() {
  const held: { site: Site; resolve(script: Script): void }[] = [];
  return {
    compile: (site: Site) => new Promise<Script>((resolve) => held.push({ site, resolve })),
    under: () => held.map(({ site }) => site.key),
    async finish(key: string) {
      const [one] = held.splice(
        held.findIndex(({ site }) => site.key === key),
        1,
      );
      if (one) one.resolve(await fakeScript(one.site));
    },
  };
}

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

  test("a version survives a restart, the newest twenty of each site", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mgt-scripts-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const scriptsFolder = join(folder, "scripts");
    const first = await startEndpoint({ scriptsFolder, sites: [site(), site({ key: "mod-test-2" })] });
    const versions: string[] = [];
    const bodies: string[] = [];
    for (let count = 0; count < 23; count++) {
      await first.reload([site({ name: `Name ${count}` }), site({ key: "mod-test-2" })]);
      const { headers, text } = await first.ask("/mod-test.js");
      versions.push(String(headers["x-mgt-version"]));
      bodies.push(text);
    }
    const second = await startEndpoint({ scriptsFolder, sites: [site({ name: "Name 22" })] });
    const pinned = (index: number, encoding = "identity") =>
      second.ask(`/mod-test.${versions[index]}.js`, { headers: { "accept-encoding": encoding } });
    for (const index of [22, 21, 3]) {
      const { status, text, headers } = await pinned(index);
      expect([status, text]).toEqual([200, bodies[index]]);
      expect(headers["cache-control"]).toContain("immutable");
      expect(headers["x-mgt-version"]).toBe(versions[index]);
    }
    expect((await pinned(5, "br")).headers["content-encoding"]).toBe("br");
    expect((await pinned(2)).status).toBe(404);
    const names = await readdir(scriptsFolder);
    expect(names.filter((name) => name.startsWith("mod-test."))).toHaveLength(20);
    expect(names.filter((name) => name.startsWith("mod-test-2."))).toHaveLength(1);
    // What is not that version any more is not served under its name.
    await writeFile(join(scriptsFolder, `mod-test.${versions[10]}.js`), "alert(1)");
    expect((await pinned(10)).status).toBe(404);
  });

  test("scripts that cannot be kept on disk are served, and it is said", async () => {
    const { ask, logged } = await startEndpoint({ scriptsFolder: "/dev/null/scripts" });
    expect((await ask("/mod-test.js")).status).toBe(200);
    expect(logged).toMatchObject([{ log: "error", code: "script_not_kept" }]);
  });

  test("a site whose script cannot be compiled keeps what it had; the others go on", async () => {
    const compile = async (given: Parameters<typeof fakeScript>[0]) => {
      if (given.name === "broken") throw new Error("no");
      return fakeScript(given);
    };
    const { ask, reload } = await startEndpoint({ compile });
    const before = await ask("/mod-test.js");
    await expect(reload([site({ name: "broken" }), site({ key: "mod-new" })])).rejects.toThrow(
      'site "mod-test": no',
    );
    expect(await ask("/mod-test.js")).toMatchObject({ status: 200, text: before.text });
    expect((await ask("/mod-new.js")).status).toBe(200);
    expect((await ask("/readyz")).status).toBe(200);
    await expect(reload([site(), site({ key: "mod-new", name: "broken" })])).rejects.toThrow();
    await expect(reload([site(), site({ key: "mod-newer", name: "broken" })])).rejects.toThrow();
    expect((await ask("/mod-newer.js")).status).toBe(503);
    expect((await ask("/readyz")).status).toBe(503);
  });

  test("each site is served as soon as its own script is ready, one compiled after another", async () => {
    const { compile, finish, under } = heldCompiler();
    const { ask, post, reload } = await startEndpoint({ compile, sites: undefined as never });
    const first = reload([site(), site({ key: "mod-test-2" })]);
    await vi.waitFor(() => expect(under()).toEqual(["mod-test"]));
    const early = await ask("/mod-test.js");
    expect(early).toMatchObject({ status: 503, json: { error: { code: "not_ready" } } });
    expect(early.headers).toMatchObject({ "retry-after": "2", "cache-control": "no-store" });
    // What a page sends that has its script from before the restart is not lost.
    expect((await post("/v1/events", eventsBody([entry()]))).status).toBe(204);
    await finish("mod-test");
    await vi.waitFor(async () => expect((await ask("/mod-test.js")).status).toBe(200));
    expect(under()).toEqual(["mod-test-2"]);
    expect((await ask("/mod-test-2.js")).status).toBe(503);
    expect((await ask("/readyz")).status).toBe(503);
    await finish("mod-test-2");
    await first;
    expect((await ask("/readyz")).status).toBe(200);

    const old = await ask("/mod-test.js");
    const second = reload([site({ name: "Other", mode: "origine" }), site({ key: "mod-test-2" })]);
    await vi.waitFor(() => expect(under()).toEqual(["mod-test"]));
    expect((await ask("/mod-test.js")).text).toBe(old.text);
    expect((await ask("/readyz")).status).toBe(200);
    await finish("mod-test");
    await second;
    expect((await ask("/mod-test.js")).text).not.toBe(old.text);
    expect(under()).toEqual([]);
  });

  test("a later configuration replaces one that is still being compiled", async () => {
    const { compile, finish, under } = heldCompiler();
    const { ask, reload } = await startEndpoint({ compile, sites: undefined as never });
    const first = reload([site({ name: "First" }), site({ key: "mod-gone" })]);
    await vi.waitFor(() => expect(under()).toEqual(["mod-test"]));
    const second = reload([site({ name: "Second" })]);
    await vi.waitFor(() => expect(under()).toEqual(["mod-test", "mod-test"]));
    await finish("mod-test");
    expect((await ask("/mod-test.js")).status).toBe(503);
    await finish("mod-test");
    await Promise.all([first, second]);
    expect((await ask("/mod-test.js")).text).toContain("Second");
    expect((await ask("/mod-gone.js")).status).toBe(404);
    expect(under()).toEqual([]);
  });

  test("before the scripts are compiled everything but liveness answers 503", async () => {
    const demo = {
      method: "GET",
      prefix: "/demo/",
      handle: (_: IncomingMessage, response: ServerResponse) => void response.end("seen"),
    } as const;
    const { ask, reload } = await startEndpoint({ sites: undefined as never, extraRoutes: [demo] });
    const early = await ask("/mod-test.js");
    expect(early.status).toBe(503);
    expect(early.headers["retry-after"]).toMatch(/^\d+$/);
    expect((await ask("/readyz")).status).toBe(503);
    expect((await ask("/healthz")).status).toBe(200);
    // A page that somebody has opened too early comes by itself.
    expect(await ask("/demo/")).toMatchObject({ status: 503, headers: { refresh: "1" } });
    await reload([site()]);
    expect(await ask("/demo/")).toMatchObject({ status: 200, text: "seen" });
    expect((await ask("/readyz")).status).toBe(200);
    expect((await ask("/mod-test.js")).status).toBe(200);
  });
});

test("a target in absolute form is taken as any other", async () => {
  const { ask, admin } = await startEndpoint();
  for (const target of ["http://calls.example/healthz", "HTTPS://calls.example:8443/mod-test.js?x=1"])
    expect((await ask(target)).status).toBe(200);
  expect((await ask("http://calls.example")).status).toBe(404);
  expect((await ask("http://calls.example?x=/healthz")).status).toBe(404);
  const { json } = await admin("http://calls.example/v1/sites/mod-test/report?from=2026-01-01&to=2026-01-02");
  expect(json.from).toBe("2026-01-01");
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
