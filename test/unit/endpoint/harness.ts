import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { checkConfiguration } from "../../../src/endpoint/configuration/checkConfiguration.ts";
import { createEndpoint, type EndpointOptions } from "../../../src/endpoint/createEndpoint.ts";
import type { Script } from "../../../src/endpoint/script/packScript.ts";
import { readSettings } from "../../../src/endpoint/settings.ts";
import { SqliteStore } from "../../../src/endpoint/store/sqlite/SqliteStore.ts";
import type { Site, SiteInput } from "../../../src/vocabulary/site.ts";

// Each acknowledgement waits for a disk that other work may keep busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export const ORIGIN = "https://www.garage-martin.example";
export const TOKEN = "s3cret-token-of-an-operator";
export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
export const ADMIN = { authorization: `Bearer ${TOKEN}` };

/** A complete site, as the endpoint holds it. */
export function site(changes: Partial<SiteInput> = {}): Site {
  const input = {
    key: "mod-test",
    name: "Garage Martin",
    origins: [ORIGIN, "https://*.garage-martin.example"],
    mode: "parcours",
    numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    conditions: [
      {
        id: "google-ads",
        source: "Google Ads",
        when: { param: "gclid" },
        numbers: { main: "+33184880001" },
      },
      { id: "seo", source: "Google", when: { channel: "organic_search" }, numbers: { main: "+33184880002" } },
    ],
    ...changes,
  };
  const { ok, errors, sites } = checkConfiguration(JSON.stringify({ sites: [input] }));
  const [complete] = sites;
  if (!ok || !complete) throw new Error(JSON.stringify(errors));
  return complete;
}

/** A script made without a compiler: the tests of the endpoint do not wait for one. */
export async function fakeScript({ key, name }: Site): Promise<Script> {
  const { brotliCompressSync, gzipSync } = await import("node:zlib");
  const { createHash } = await import("node:crypto");
  const body = Buffer.from(`/* ${key} ${name} */`.repeat(20));
  const version = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { version, build: `build-${version}`, body, gzip: gzipSync(body), brotli: brotliCompressSync(body) };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what the contract promises, and fails otherwise
  json: any;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** One request under our control to the last header; `fetch` would add its own. */
export function ask(port: number, path: string, { method, headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path, method: method ?? "GET", headers, agent: false };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const isJson = response.headers["content-type"]?.startsWith("application/json");
        const json = isJson && text !== "" ? JSON.parse(text) : undefined;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}

export interface Running {
  port: number;
  folder: string;
  store: SqliteStore;
  logged: Record<string, unknown>[];
  ask(path: string, options?: Ask): Promise<Answer>;
  /** A post from a page: `text/plain`, from the site's origin, by a browser. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  admin(path: string, options?: Ask): Promise<Answer>;
  reload(sites: readonly Site[]): Promise<void>;
}

/** An endpoint on a free port, with a store of its own; ends with the test. */
export async function startEndpoint(
  options: Partial<EndpointOptions> = {},
  env: Record<string, string> = {},
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), "mgt-test-"));
  const store = await SqliteStore.open(folder);
  const logged: Record<string, unknown>[] = [];
  const endpoint = createEndpoint({
    sites: [site()],
    store,
    settings: readSettings({ MGT_RATE: "0", MGT_ADMIN_TOKEN: TOKEN, ...env }),
    compile: fakeScript,
    log: (line) => logged.push(line),
    ...options,
  });
  const { port } = await endpoint.listen(0, "127.0.0.1");
  onTestFinished(async () => {
    await endpoint.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    port,
    folder,
    store,
    logged,
    ask: (path, asked) => ask(port, path, asked),
    post: (path, body, headers = {}) =>
      ask(port, path, {
        method: "POST",
        headers: {
          origin: ORIGIN,
          "content-type": "text/plain;charset=UTF-8",
          "user-agent": BROWSER,
          ...headers,
        },
        body: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
    admin: (path, asked = {}) => ask(port, path, { ...asked, headers: { ...ADMIN, ...asked.headers } }),
    reload: endpoint.reload,
  };
}

export function entry(changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    type: "entry",
    at: Date.now(),
    landing: `${ORIGIN}/`,
    referrer: "https://www.google.com/",
    tracking_ids: { gclid: "TeSt-123" },
    condition: "google-ads",
    source: "Google Ads",
    channel: "paid_search",
    ...changes,
  };
}

export function page(pages: number, changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    type: "page",
    at: Date.now(),
    url: `${ORIGIN}/page-${pages}`,
    pages,
    ...changes,
  };
}

export function pagesCount(pages: number, changes: Record<string, unknown> = {}) {
  return { id: randomUUID(), type: "pages", at: Date.now(), pages, ...changes };
}

export function callClick(changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    type: "call_click",
    at: Date.now(),
    number: "+33123456789",
    tracked: "+33184880001",
    condition: "google-ads",
    ...changes,
  };
}

export function eventsBody(events: unknown[], changes: Record<string, unknown> = {}) {
  return {
    site: "mod-test",
    visitor: randomUUID(),
    sent: Date.now(),
    consent: randomUUID(),
    events,
    ...changes,
  };
}

export function consent(changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    site: "mod-test",
    visitor: randomUUID(),
    receipt: randomUUID(),
    at: Date.now(),
    status: "granted",
    manager: "tarteaucitron",
    manager_version: "1.34.0",
    key: "magnetis",
    signal: "true",
    notice: "2026-11",
    script: "abc",
    ...changes,
  };
}
