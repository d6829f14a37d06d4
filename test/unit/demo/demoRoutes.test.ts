import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoRoutes } from "../../../demo/server/demoRoutes.ts";
import { vendorFolders } from "../../../demo/server/vendorFolders.ts";
import { checkConfiguration } from "../../../src/endpoint/configuration/checkConfiguration.ts";
import { SqliteStore } from "../../../src/endpoint/store/sqlite/SqliteStore.ts";
import { FACTS } from "../../../src/managers/facts.ts";
import { MANAGER_NAMES } from "../../../src/vocabulary/managers.ts";
import { MODES, type ModeName } from "../../../src/vocabulary/modes.ts";
import { FIXTURES } from "../../support/managers/fixtures.ts";

const VISITOR = "5e0f9f4e-3f0e-4b51-9c3a-0d9f0c8f6b11";
const RECEIPT = "b3d0a3c2-8f5f-4c57-8a58-0b7a9f1e2d33";
const ALL_MODES = Object.keys(MODES) as ModeName[];
const ALL_MANAGERS = MANAGER_NAMES.filter((name) => FACTS[name].demo);
const PAGES = ["home", "services", "prices", "contact"];

const configuration = checkConfiguration(await readFile("demo/mgt.config.json", "utf8"));
let folder: string;
let store: SqliteStore;
let server: Server;
let base: string;

/** As the endpoint does: the longest prefix wins. */
async function listen(routes: ReturnType<typeof demoRoutes>): Promise<Server> {
  const sorted = routes.toSorted((a, b) => b.prefix.length - a.prefix.length);
  const listening = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const route = sorted.find(({ prefix }) => url.pathname.startsWith(prefix));
    if (route) void route.handle(request, response, url);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return listening;
}

const address = (listening: Server) => `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mgt-demo-"));
  store = await SqliteStore.open(folder);
  server = await listen(demoRoutes({ sites: () => configuration.sites, store }));
  base = address(server);
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await store.close();
  await rm(folder, { recursive: true });
});

async function get(path: string, headers: Record<string, string> = {}, from = base) {
  const answer = await fetch(from + path, { headers, redirect: "manual" });
  return { answer, status: answer.status, text: await answer.text() };
}

describe("the demo's configuration", () => {
  test("has no error, and a site for each mode", () => {
    expect(configuration.errors).toEqual([]);
    expect(configuration.sites.map(({ mode }) => mode).sort()).toEqual([...ALL_MODES].sort());
  });
});

describe("the shell", () => {
  test.each([
    ["?lang=en", "fr", "en"],
    ["?lang=fr", "en", "fr"],
    ["", "en-GB,en;q=0.9,fr;q=0.5", "en"],
    ["", "de,fr;q=0.5", "fr"],
    ["", "", "fr"],
    ["?lang=zz", "en", "en"],
  ])("/demo/%s with %j speaks %s", async (query, accepted, language) => {
    const { answer, text } = await get(`/demo/${query}`, { "Accept-Language": accepted });
    expect(text).toContain(`<html lang="${language}">`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("/demo goes to /demo/ and keeps what was asked", async () => {
    const { answer, status } = await get("/demo?lang=en");
    expect([status, answer.headers.get("location")]).toEqual([302, "/demo/?lang=en"]);
  });

  test("holds its texts as data that cannot end the element", async () => {
    const { text } = await get("/demo/?lang=fr");
    const data = /<script type="application\/json" id="texts">(.*?)<\/script>/s.exec(text)?.[1] ?? "";
    expect(data).not.toContain("<");
    expect(JSON.parse(data)).toHaveProperty("title", "Démonstration");
  });
});

describe("the business's site", () => {
  const cases = ["fr", "en"].flatMap((language) =>
    ALL_MODES.flatMap((mode) => PAGES.map((page) => [language, mode, page] as const)),
  );

  test.each(cases)(
    "%s, %s, %s: the site's script, numbers, and nothing inline",
    async (language, mode, page) => {
      const { answer, status, text } = await get(`/demo/site/${language}/${mode}/${page}?gclid=TeSt-123`);
      const site = configuration.sites.find((each) => each.mode === mode);
      expect(status).toBe(200);
      expect(text).toContain(`<script src="/${site?.key}.js" async></script>`);
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
      expect(text).not.toContain("{{");
      expect(text.match(/data-place="/g)?.length).toBeGreaterThanOrEqual(6);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
    },
  );

  test.each(ALL_MODES)("%s: the manager only where something waits for a yes", async (mode) => {
    const { text } = await get(`/demo/site/fr/${mode}/home`);
    const asks = MODES[mode].consent === "required";
    expect(text.includes("tarteaucitron")).toBe(asks);
    expect(text.includes("Gérer mes cookies")).toBe(asks);
  });

  test("the instrument is the first script, before ours", async () => {
    const { text } = await get("/demo/site/fr/parcours/home");
    const scripts = [...text.matchAll(/<script src="([^"]+)"/g)].map(([, src]) => src);
    expect(scripts[0]).toBe("/demo/site/instrument.js");
  });

  test("pages differ, and write the number in several ways", async () => {
    const texts = await Promise.all(
      PAGES.map(async (page) => (await get(`/demo/site/fr/parcours/${page}`)).text),
    );
    const written = new Set(
      texts.join().match(/(?:0|\+33 ?|0033 ?)(?:\(0\))?1[ .-]23[ .-]45[ .-]67[ .-]89/g),
    );
    expect([...written].sort()).toEqual(
      [
        "+33 (0)1 23 45 67 89",
        "+33 1 23 45 67 89",
        "0033 1 23 45 67 89",
        "01 23 45 67 89",
        "01.23.45.67.89",
      ].sort(),
    );
    expect(new Set(texts).size).toBe(PAGES.length);
  });
});

/** Addresses of the files that the tags of a page load. */
function tagged(html: string): string[] {
  const tags = html.matchAll(/<(?:script|link)\b[^>]*?\s(?:src|href)="([^"]+)"/g);
  return [...tags].map(([, address = ""]) => address);
}

describe("a page with another manager than the site's", () => {
  test.each(ALL_MANAGERS)("%s: its tags, each of a file that there is", async (manager) => {
    const { status, text } = await get(`/demo/site/en/parcours~${manager}/home`);
    expect(status).toBe(200);
    const files = tagged(text);
    expect(files.some((file) => file.includes(`/${manager}/`))).toBe(true);
    for (const file of files) {
      // The endpoint itself serves that one.
      if (file === "/mod-demo.js") continue;
      expect([file, (await get(file)).status]).toEqual([file, 200]);
    }
    expect(text).toContain(`data-manage-consent="${manager}"`);
    expect(text.includes('<html lang="en" data-double>')).toBe(!FACTS[manager].package);
  });

  test.each(ALL_MANAGERS.filter((name) => name !== "tarteaucitron"))(
    "%s: the static file, and the site's configuration with that manager",
    async (manager) => {
      const { text } = await get(`/demo/site/fr/trafic~${manager}/prices`);
      const data = /<script type="application\/json" id="mgt-config">(.*?)<\/script>/s.exec(text)?.[1] ?? "";
      const { consent, mode, key, conditions } = JSON.parse(data);
      expect({ mode, key }).toEqual({ mode: "trafic", key: "mod-demo-trafic" });
      expect(conditions).toHaveLength(7);
      expect(consent).toMatchObject({ manager, notice: "2026-11", ...FACTS[manager].demo?.consent });
      expect(text).toContain(
        '<script src="/demo/mgt.js" data-config="#mgt-config" data-endpoint="/" async></script>',
      );
      expect(text).not.toContain('src="/mod-demo');
    },
  );

  test("the site's own manager has the compiled script, named or not", async () => {
    const [named, unnamed] = await Promise.all(
      ["parcours~tarteaucitron", "parcours"].map((staged) => get(`/demo/site/fr/${staged}/home`)),
    );
    expect(named?.text).toBe(unnamed?.text);
  });

  test("links stay with the manager, in the other language too", async () => {
    const { text } = await get("/demo/site/fr/parcours~klaro/prices");
    const from = "http://127.0.0.1/demo/site/fr/parcours~klaro/prices";
    const links = [...text.matchAll(/<a [^>]*href="([^"#:]+)"/g)].map(
      ([, href = ""]) => new URL(href, from).pathname,
    );
    expect(links).toContain("/demo/site/en/parcours~klaro/prices");
    expect(links.every((path) => path.includes("/parcours~klaro/"))).toBe(true);
  });

  test.each(["invisible", "rotation"])(
    "%s asks for nothing: no manager, the compiled script",
    async (mode) => {
      const { text } = await get(`/demo/site/fr/${mode}~klaro/home`);
      expect(text).not.toMatch(/demo\/managers|demo\/vendor|data-manage-consent|mgt-config/);
      expect(text).toContain(`<script src="/mod-demo-${mode}.js" async></script>`);
    },
  );
});

describe("a manager that is not installed", () => {
  let bare: Server;

  beforeAll(async () => {
    const folders = new Map(vendorFolders());
    folders.delete("klaro");
    bare = await listen(demoRoutes({ sites: () => configuration.sites, store }, folders));
  });

  afterAll(() => new Promise((resolve) => bare.close(resolve)));

  test("is told to the shell, beside those that are there", async () => {
    const { managers } = JSON.parse((await get("/demo/api/modes", {}, address(bare))).text);
    const missing = managers.filter((each: { isAvailable: boolean }) => !each.isAvailable);
    expect(missing.map(({ name }: { name: string }) => name)).toEqual(["klaro"]);
  });

  test("gives way to the site's own", async () => {
    const { answer, status } = await get("/demo/site/fr/parcours~klaro/home?gclid=TeSt-1", {}, address(bare));
    expect([status, answer.headers.get("location")]).toEqual([
      302,
      "/demo/site/fr/parcours/home?gclid=TeSt-1",
    ]);
    expect((await get("/demo/vendor/klaro/dist/klaro.min.css", {}, address(bare))).status).toBe(404);
  });
});

describe("the table of managers", () => {
  test("has each manager that a visitor can answer", () => {
    // A site's own banner is no manager to choose: it is there for the tests.
    expect(["manual", ...ALL_MANAGERS]).toEqual([...MANAGER_NAMES]);
  });

  test.each(ALL_MANAGERS.map((name) => [name, FIXTURES[name].ownNames] as const))(
    "%s: the names that it writes are those that the browser tests know",
    (name, ownNames) => {
      const { names = [] } = FACTS[name].demo ?? {};
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((each) => !ownNames.test(each.replace("*", "x")))).toEqual([]);
    },
  );

  test.each(ALL_MANAGERS)("%s: a double has a README as a page, the real thing has not", async (name) => {
    const { answer, status, text } = await get(`/demo/managers/${name}/`);
    if (FACTS[name].package) return expect(status).toBe(404);
    expect([status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(text).toMatch(/<h1>.*double/);
    expect(text).toContain("<table>");
    expect(text).not.toMatch(/\]\(https|\| /);
  });

  test("the shell is told what is real, and of which version", async () => {
    const { managers, sites } = JSON.parse((await get("/demo/api/modes")).text);
    const byName = Object.fromEntries(managers.map((each: { name: string }) => [each.name, each]));
    expect(byName.klaro).toMatchObject({ isReal: true, package: "klaro", isAvailable: true });
    expect(byName.klaro.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(byName.axeptio).toMatchObject({ isReal: false, package: "", version: "", isAvailable: true });
    expect(sites.map(({ mode, asks, manager }: Record<string, unknown>) => [mode, asks, manager])).toEqual([
      ["parcours", true, "tarteaucitron"],
      ["invisible", false, "tarteaucitron"],
      ["rotation", false, "tarteaucitron"],
      ["origine", true, "tarteaucitron"],
      ["trafic", true, "tarteaucitron"],
    ]);
  });
});

describe("files", () => {
  test.each([
    ["/demo/shell/main.js", "text/javascript; charset=utf-8"],
    ["/demo/shell/panels/modePanel.js", "text/javascript; charset=utf-8"],
    ["/demo/site/site.css", "text/css; charset=utf-8"],
    ["/demo/site/garage.svg", "image/svg+xml; charset=utf-8"],
    ["/demo/mgt.js", "text/javascript; charset=utf-8"],
    ["/demo/managers/panel.css", "text/css; charset=utf-8"],
    ["/demo/vendor/tcf/stub.js", "text/javascript; charset=utf-8"],
    ["/demo/vendor/klaro/dist/klaro.min.css", "text/css; charset=utf-8"],
    ["/demo/vendor/tarteaucitron/tarteaucitron.min.js", "text/javascript; charset=utf-8"],
    ["/demo/vendor/tarteaucitron/lang/tarteaucitron.fr.min.js", "text/javascript; charset=utf-8"],
    ["/demo/vendor/tarteaucitron/css/tarteaucitron.min.css", "text/css; charset=utf-8"],
  ])("%s is %s", async (path, type) => {
    const { answer, status } = await get(path);
    expect([status, answer.headers.get("content-type")]).toEqual([200, type]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each([
    "/demo/shell/%2e%2e/mgt.config.json",
    "/demo/shell/..%2f..%2fesbuild.config.mjs",
    "/demo/site/..%5c..%5cpackage.json",
    "/demo/site//etc/passwd.js",
    "/demo/vendor/tarteaucitron/%2e%2e/ajv/dist/ajv.js",
    "/demo/vendor/tarteaucitron/package.json",
    "/demo/site/layout.html.tmpl",
    "/demo/site/main.js%00.css",
    "/demo/vendor/axeptio/double.js",
    "/demo/vendor/nobody/x.js",
    "/demo/vendor/klaro/package.json",
    "/demo/mgt.json",
    "/demo/mgt.js/cli/mgt.js",
    "/demo/managers/",
    "/demo/managers/constructor/",
    "/demo/managers/axeptio/head.html",
    "/demo/managers/tcf/manager.ts",
    "/demo/managers/%2e%2e/mgt.config.json",
    "/demo/site/fr/parcours~/home",
    "/demo/site/fr/parcours~nobody/home",
    "/demo/site/fr/parcours~constructor/home",
    "/demo/site/fr/parcours~klaro~klaro/home",
    "/demo/site/fr/parcours/nowhere",
    "/demo/site/fr/constructor/home",
    "/demo/nowhere",
    "/demotion",
  ])("%s is nowhere", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("what the inspector asks", () => {
  test("the mode table and the demo's sites", async () => {
    const { modes, sites } = JSON.parse((await get("/demo/api/modes")).text);
    expect(modes).toEqual(JSON.parse(JSON.stringify(MODES)));
    expect(sites).toHaveLength(5);
    expect(sites[0]).toMatchObject({ key: "mod-demo", mode: "parcours" });
  });

  test.each([
    ["?gclid=TeSt-123", "https://www.google.com/", "google-ads"],
    ["?utm_medium=paid_social&utm_source=facebook", "https://l.facebook.com/", "facebook"],
    ["", "https://www.google.fr/", "seo"],
    ["?utm_source=chatgpt.com", "https://chatgpt.com/", "ai-assistant"],
    ["?utm_source=newsletter&utm_medium=email", "", "newsletter"],
    ["", "https://www.assur-confiance.example/garages", "partner"],
    ["", "", ""],
  ])("explains %j from %j: %j", async (query, referrer, condition) => {
    const url = `http://127.0.0.1:8787/demo/site/fr/parcours/home${query}`;
    const asked = new URLSearchParams({ site: "mod-demo", url, referrer });
    const { status, text } = await get(`/demo/api/explain?${asked}`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ entry: true, condition });
  });

  test("says in words what was demanded, the whole of an `any`", async () => {
    const asked = new URLSearchParams({ site: "mod-demo", url: "http://127.0.0.1:8787/demo/" });
    const { tried } = JSON.parse((await get(`/demo/api/explain?${asked}`)).text);
    expect(tried[0].words).toEqual({
      fr: "paramètre gclid ou paramètre gbraid ou paramètre wbraid",
      en: "parameter gclid or parameter gbraid or parameter wbraid",
    });
    expect(tried.at(-1).words.en).toBe("pages viewed ≥ 3");
  });

  test("explains the third page of a direct visitor", async () => {
    const url = "http://127.0.0.1:8787/demo/site/fr/parcours/home";
    const asked = new URLSearchParams({
      site: "mod-demo",
      url,
      page: url.replace("home", "prices"),
      pages: "3",
    });
    expect(JSON.parse((await get(`/demo/api/explain?${asked}`)).text)).toMatchObject({
      condition: "hesitant",
    });
  });

  test("says what is wrong with a question", async () => {
    expect((await get("/demo/api/explain?site=mod-demo&url=")).status).toBe(400);
    expect((await get("/demo/api/explain?site=another&url=https://x.example/")).status).toBe(404);
    expect((await get("/demo/api/stored?site=mod-demo&visitor=x")).status).toBe(400);
    expect((await get(`/demo/api/stored?site=another&visitor=${VISITOR}`)).status).toBe(404);
  });

  test("reads back what the store holds, a withdrawal by its receipt only", async () => {
    const record = {
      site: "mod-demo",
      receipt: RECEIPT,
      at: Date.now(),
      manager: "tarteaucitron",
      manager_version: "1.34.0",
      key: "magnetis",
      signal: "magnetis=true",
      notice: "2026-11",
      script: "synthetic",
      time: Date.now(),
      origin: base,
      served: "",
    };
    const granted = "0b1c6f0e-7f43-4a3a-9d3c-0a4d5f6e7a01";
    const withdrawn = "0b1c6f0e-7f43-4a3a-9d3c-0a4d5f6e7a02";
    const event = "0b1c6f0e-7f43-4a3a-9d3c-0a4d5f6e7a03";
    await store.addConsent({ ...record, id: granted, visitor: VISITOR, status: "granted" });
    await store.addConsent({ ...record, id: withdrawn, visitor: "", status: "withdrawn" });
    await store.append({
      site: "mod-demo",
      visitor: VISITOR,
      events: [
        { id: event, type: "page", at: record.at, consent: RECEIPT, url: "https://x.example/", pages: 1 },
      ],
      day: "2026-11-22",
    });

    const ids = async (query: string) => {
      const { events, consents } = JSON.parse((await get(`/demo/api/stored?site=mod-demo&${query}`)).text);
      return [events, consents].map((list: { id: string }[]) => list.map(({ id }) => id));
    };
    expect(await ids(`visitor=${VISITOR}`)).toEqual([[event], [granted, withdrawn]]);
    expect(await ids(`visitor=${VISITOR}&receipt=${RECEIPT}`)).toEqual([[event], [granted, withdrawn]]);
    expect(await ids(`visitor=&receipt=${RECEIPT}`)).toEqual([[], [granted, withdrawn]]);
    expect(await ids("visitor=")).toEqual([[], []]);
  });
});
