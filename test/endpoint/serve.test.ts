import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { packScript } from "../../src/endpoint/script/packScript.ts";
import { ScriptCache } from "../../src/endpoint/script/ScriptCache.ts";
import { spawnServe, temporaryFolder } from "./spawnServe.ts";

const SITE = {
  key: "mod-serve",
  origins: ["https://www.garage-martin.example"],
  mode: "parcours",
  numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
  consent: { manager: "manual" },
};

async function folderWith(content: unknown): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, "mgt.config.json"),
    typeof content === "string" ? content : JSON.stringify(content),
  );
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("mgt serve", () => {
  test("serves the configuration of its folder, reloads it, and stops on SIGTERM", async () => {
    const folder = await folderWith({ sites: [SITE] });
    const served = spawnServe([], {}, folder);
    const address = await served.address;
    expect(served.said.out).toBe(`mgt: listening on ${address}\n`);
    const script = await fetch(`${address}/mod-serve.js`);
    expect(script.status).toBe(200);
    expect(await script.text()).toContain("mod-serve");
    expect((await fetch(`${address}/readyz`)).status).toBe(200);

    await writeFile(join(folder, "mgt.config.json"), "{ not JSON");
    await vi.waitFor(() => expect(served.said.err).toContain("the old configuration stays"), {
      timeout: 20_000,
    });
    expect((await fetch(`${address}/mod-serve.js`)).status).toBe(200);
    await writeFile(
      join(folder, "mgt.config.json"),
      JSON.stringify({ sites: [{ ...SITE, key: "mod-renamed" }] }),
    );
    await vi.waitFor(async () => expect((await fetch(`${address}/mod-renamed.js`)).status).toBe(200), {
      timeout: 20_000,
    });
    expect((await fetch(`${address}/mod-serve.js`)).status).toBe(404);

    // An idle keep-alive connection must not hold the process.
    const idle = connect(Number(new URL(address).port), "127.0.0.1");
    onTestFinished(() => void idle.destroy());
    await new Promise((resolve) => idle.once("connect", resolve));
    const began = Date.now();
    served.child.kill("SIGTERM");
    expect(await served.ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
  }, 60_000);

  test("a configuration that becomes unreadable does not end it", async () => {
    const folder = await folderWith({ sites: [SITE] });
    const file = join(folder, "mgt.config.json");
    const served = spawnServe([], {}, folder);
    const address = await served.address;
    await rm(file);
    await mkdir(file);
    await vi.waitFor(() => expect(served.said.err).toContain("the old configuration stays"), {
      timeout: 20_000,
    });
    expect(served.said.err).toContain("it is a folder [unreadable]");
    expect((await fetch(`${address}/mod-serve.js`)).status).toBe(200);
    await rm(file, { recursive: true });
    await writeFile(file, Buffer.from(JSON.stringify({ sites: [{ ...SITE, name: "é" }] }), "latin1"));
    await vi.waitFor(() => expect(served.said.err).toContain("[encoding]"), { timeout: 20_000 });
    await writeFile(file, JSON.stringify({ sites: [{ ...SITE, key: "mod-renamed" }] }));
    await vi.waitFor(async () => expect((await fetch(`${address}/mod-renamed.js`)).status).toBe(200), {
      timeout: 20_000,
    });
  }, 90_000);

  test("does not start with a configuration that cannot be read, and says why", async () => {
    const folder = await temporaryFolder();
    const served = spawnServe(["--config", folder], {}, folder);
    expect(await served.ended).toBe(1);
    expect(served.said.err).toContain(`cannot read ${folder}: it is a folder [unreadable]`);
    expect(served.said.err).not.toContain("    at ");
  }, 30_000);

  test("a script's version is still served after a restart with another configuration", async () => {
    const folder = await folderWith({ sites: [SITE] });
    const first = spawnServe([], {}, folder);
    const before = await fetch(`${await first.address}/mod-serve.js`);
    const pinned = `/mod-serve.${before.headers.get("x-mgt-version")}.js`;
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    await writeFile(
      join(folder, "mgt.config.json"),
      JSON.stringify({ sites: [{ ...SITE, mode: "invisible" }] }),
    );
    const second = spawnServe([], {}, folder);
    const after = await fetch(`${await second.address}${pinned}`);
    expect(after.status).toBe(200);
    expect(await after.text()).toBe(await before.text());
    expect((await readdir(join(folder, "data", "scripts"))).sort()).toContain(pinned.slice(1));
  }, 60_000);

  test("compiles only what changed, and stops in the middle of it", async () => {
    const folder = await folderWith({ sites: [SITE] });
    const data = join(folder, "data");
    const first = spawnServe([], {}, folder);
    await first.address;
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);

    // What lies in the place of the script compiled above is served: it was not compiled again.
    const compiled = join(data, "scripts", "compiled");
    const [id = ""] = await readdir(compiled);
    const body = Buffer.from("// kept");
    await new ScriptCache(compiled).keep(id, await packScript(body, "build"));
    const added = { ...SITE, key: "mod-added", origins: ["https://www.garage-martin-2.example"] };
    await writeFile(join(folder, "mgt.config.json"), JSON.stringify({ sites: [added, SITE] }));
    const port = await freePort();
    const second = spawnServe([], { PORT: String(port) }, folder);
    const address = `http://127.0.0.1:${port}`;
    const get = (path: string) => fetch(`${address}${path}`).catch(() => undefined);
    await vi.waitFor(async () => expect((await get("/mod-serve.js"))?.status).toBe(200), 20_000);
    expect(await (await get("/mod-serve.js"))?.text()).toBe(String(body));
    const early = await get("/mod-added.js");
    expect([early?.status, early?.headers.get("retry-after")]).toEqual([503, "2"]);
    expect((await get("/readyz"))?.status).toBe(503);
    const began = Date.now();
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(second.said).toEqual({ out: "", err: "" });
  }, 60_000);

  test("SIGINT stops it too", async () => {
    const served = spawnServe([], {}, await folderWith({ sites: [SITE] }));
    await served.address;
    served.child.kill("SIGINT");
    expect(await served.ended).toBe(0);
  }, 30_000);

  test("prints every problem of a bad configuration, and does not start", async () => {
    const folder = await folderWith({ sites: [{ ...SITE, mode: "everything", visitorDays: 9_999 }] });
    const served = spawnServe([], {}, folder);
    expect(await served.ended).toBe(1);
    expect(served.said.err).toContain("$.sites[0].mode");
    expect(served.said.err).toContain("$.sites[0].visitorDays");
    expect(served.said.out).toBe("");
  }, 30_000);

  test("says which port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const served = spawnServe([], { PORT: String(port) }, await folderWith({ sites: [SITE] }));
    expect(await served.ended).toBe(1);
    expect(served.said.err).toContain(`127.0.0.1:${port}`);
    expect(served.said.err).toContain("taken");
  }, 30_000);

  test.each<[Record<string, string>, string]>([
    [{ DATABASE_URL: "postgres://localhost/mgt" }, "DATABASE_URL"],
    [{ MGT_DATA: "/dev/null/data" }, "data folder"],
  ])(
    "does not start with %j",
    async (env, said) => {
      const served = spawnServe([], env, await folderWith({ sites: [SITE] }));
      expect(await served.ended).toBe(1);
      expect(served.said.err).toContain(said);
    },
    30_000,
  );

  test("what it keeps is its own user's only, what a former version left too", async () => {
    const folder = await folderWith({ sites: [SITE] });
    const data = join(folder, "data");
    await mkdir(join(data, "scripts"), { recursive: true, mode: 0o755 });
    await writeFile(join(data, "scripts", "left.js"), "", { mode: 0o644 });
    const served = spawnServe([], {}, folder);
    await served.address;
    const entries = await readdir(data, { recursive: true, withFileTypes: true });
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["mgt.sqlite", "scripts", "left.js"]),
    );
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect([entry.name, mode & 0o777]).toEqual([entry.name, entry.isDirectory() ? 0o700 : 0o600]);
    }
    expect((await stat(data)).mode & 0o777).toBe(0o700);
  }, 60_000);

  test("--memory keeps nothing on disk, and prints each event and consent record", async () => {
    const folder = await folderWith({ sites: [SITE] });
    const served = spawnServe(["--memory"], { MGT_ADMIN_TOKEN: "a-token-of-twenty-characters" }, folder);
    const address = await served.address;
    const visitor = "3f2b8c1e-7d4a-4e5b-9c6d-1a2b3c4d5e6f";
    const id = "0b6ad9dc-8a2c-4ae4-9a5d-1f6f0a2a1a11";
    const post = (route: string, body: object) =>
      fetch(`${address}${route}`, {
        method: "POST",
        headers: { origin: SITE.origins[0] ?? "", "content-type": "text/plain", "user-agent": "" },
        body: JSON.stringify({ site: SITE.key, visitor, ...body }),
      });
    const at = Date.now();
    const event = { id, type: "page", at, url: "https://www.garage-martin.example/", pages: 1 };
    expect((await post("/v1/events", { sent: at, events: [event] })).status).toBe(204);
    expect((await post("/v1/consents", { id, receipt: id, at, status: "granted" })).status).toBe(204);
    expect(((await (await post("/v1/export", {})).json()) as { events: unknown[] }).events).toHaveLength(1);
    const lines = served.said.out
      .split("\n")
      .flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
    expect(lines).toMatchObject([
      { log: "event", site: SITE.key, visitor, id, type: "page", url: event.url },
      { log: "consent", site: SITE.key, visitor, receipt: id },
    ]);
    served.child.kill("SIGTERM");
    expect(await served.ended).toBe(0);
    expect(await readdir(folder)).toEqual(["mgt.config.json"]);
  }, 60_000);

  test("stopped while it starts, it leaves no error", async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...SITE,
      key: `mod-serve-${index}`,
      origins: [`https://www-${index}.garage-martin.example`],
    }));
    const folder = await folderWith({ sites: many });
    const served = spawnServe([], {}, folder);
    const isOpen = async () => expect(await readdir(folder)).toContain("data");
    await vi.waitFor(isOpen, { timeout: 30_000 });
    served.child.kill("SIGTERM");
    expect(await served.ended).toBe(0);
    expect(served.said).toEqual({ out: "", err: "" });
  }, 90_000);

  test("does not start with an admin token that can be guessed", async () => {
    const served = spawnServe([], { MGT_ADMIN_TOKEN: "guess" }, await folderWith({ sites: [SITE] }));
    await expect(served.address).rejects.toThrow("MGT_ADMIN_TOKEN: 5 characters can be guessed");
    expect(served.said.err).not.toContain('"guess"');
  }, 30_000);

  test("--demo adds the demo, and its sites allow the endpoint's own address", async () => {
    const served = spawnServe(["--demo"], { MGT_BOTS: "keep" }, await folderWith({ sites: [SITE] }));
    const address = await served.address;
    await vi.waitFor(() => expect(served.said.out).toContain(`demo: ${address}/demo/`));
    const home = await fetch(`${address}/`, { redirect: "manual" });
    expect([home.status, home.headers.get("location")]).toEqual([302, "/demo/"]);
    expect((await fetch(`${address}/demo/`)).status).toBe(200);
    expect((await fetch(`${address}/nothing`)).status).toBe(404);
    expect((await fetch(`${address}/mod-serve.js`)).status).toBe(200);
    expect((await fetch(`${address}/mod-demo.js`)).status).toBe(200);
    const post = (site: string) =>
      fetch(`${address}/v1/events`, {
        method: "POST",
        headers: { origin: address, "content-type": "text/plain" },
        body: JSON.stringify({
          site,
          visitor: "3f2b8c1e-7d4a-4e5b-9c6d-1a2b3c4d5e6f",
          sent: Date.now(),
          consent: "",
          events: [],
        }),
      });
    expect((await post("mod-demo")).status).toBe(204);
    expect((await post("mod-serve")).status).toBe(403);
  }, 60_000);
});
