import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { openStore } from "../../../src/endpoint/store/openStore.ts";
import type { Store } from "../../../src/endpoint/store/Store.ts";
import { ask, type PostgresServer, startPostgres } from "../../support/postgres/startPostgres.ts";
import { logged } from "../endpoint/consentLog.ts";
import { arrival } from "../endpoint/store/storeContract.ts";
import { runMgt } from "./runMgt.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const DAY = 86_400_000;
const SITE = "mod-test";
const TERMS = { [SITE]: { timeZone: "UTC", before: Date.now() - 20 * DAY } };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "mgt-stores-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  const site = {
    key: SITE,
    origins: ["https://a.example"],
    mode: "parcours",
    timeZone: "UTC",
    numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    consent: { manager: "manual" },
  };
  writeFileSync(join(made, "mgt.config.json"), JSON.stringify({ sites: [site] }));
  return made;
}

/** Days that are purged, frozen and open, a late event, an erased visitor, consents, accesses and counts. */
async function fill(store: Store): Promise<void> {
  const now = Date.now();
  const entry = {
    type: "entry" as const,
    condition: "",
    source: "Google",
    channel: "organic_search" as const,
  };
  const visitors = Array.from({ length: 5 }, () => randomUUID());
  const sent = visitors.flatMap((visitor, index) =>
    [25, 10, 1].flatMap((days) => [
      store.append(arrival(now - days * DAY + index, visitor, { ...entry, landing: "https://a.example/" })),
      store.append(arrival(now - days * DAY + 1_000, visitor, { pages: 30 - days + index })),
      store.addConsent(logged({ visitor, site: index % 2 ? SITE : "mod-other" })),
    ]),
  );
  await Promise.all(sent);
  await store.purge(TERMS, now);
  await store.freeze(TERMS, now);
  await store.append(arrival(now - 10 * DAY, visitors[0]));
  await store.logAccess({ time: now, who: "operator", what: "copy", site: SITE, whose: visitors[1] ?? "" });
  await store.erase(SITE, visitors[4] ?? "");
  store.countDropped(SITE, "2026-01-01", "bot", 3);
}

/** Everything that can be asked of a store. */
async function told(databaseUrl: string, data: string) {
  const store = await openStore(databaseUrl, data);
  try {
    const query = { site: SITE, timeZone: "UTC", from: "2020-01-01", to: "2030-01-01" };
    const consents = await store.consents({ site: SITE });
    const copies = await Promise.all(
      [...new Set(consents.map(({ visitor }) => visitor))].sort().map((visitor) => store.copy(SITE, visitor)),
    );
    return {
      report: await store.report(query),
      landings: await store.report({ ...query, by: ["landing"] }),
      consents,
      copies,
      accesses: await store.accessLog(),
      chains: await store.verify(),
    };
  } finally {
    await store.close();
  }
}

async function json(argv: string[], cwd: string, env: Record<string, string> = {}) {
  const { code, out, err } = await runMgt([...argv, "--json"], { cwd, env });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
}

async function filled(databaseUrl = ""): Promise<{ cwd: string; data: string }> {
  const cwd = folder();
  const data = join(cwd, "data");
  const store = await openStore(databaseUrl, data);
  await fill(store);
  await store.close();
  return { cwd, data };
}

describe("mgt migrate", () => {
  test("moves everything, there and back: all that can be asked is answered as before", async () => {
    const { cwd, data } = await filled();
    const before = await told("", data);
    expect(before.report.rows.length).toBeGreaterThan(2);
    const url = await server.database();
    const moved = await json(["migrate", "--to", url], cwd);
    expect(moved).toMatchObject({ events: 17, visitors: 4, consents: 15, accesses: 1 });
    expect(moved.days).toBeGreaterThan(1);
    expect(await told(url, "")).toEqual(before);
    const back = join(cwd, "back", "mgt.sqlite");
    expect(await json(["migrate", "--to", `sqlite:${back}`], cwd, { DATABASE_URL: url })).toEqual(moved);
    expect(await told("", join(cwd, "back"))).toEqual(before);
    expect(statSync(back).mode & 0o777).toBe(0o600);
    // And it goes on there.
    const store = await openStore("", join(cwd, "back"));
    onTestFinished(() => store.close());
    await store.addConsent(logged({ site: SITE }));
    expect((await store.verify()).broken).toBe(null);
  });

  test("that was interrupted is told, and made good by running it again", async () => {
    const { cwd, data } = await filled();
    const before = await told("", data);
    const url = await server.database();
    await (await openStore(url, "")).close();
    await ask(
      url,
      "CREATE FUNCTION refuse() RETURNS trigger AS 'BEGIN RAISE ''disk full''; END' LANGUAGE plpgsql",
    );
    await ask(url, "CREATE TRIGGER refuse BEFORE INSERT ON mgt_days EXECUTE FUNCTION refuse()");
    const first = await runMgt(["migrate", "--to", url], { cwd });
    expect(first.code).toBe(1);
    expect(first.err).toContain("disk full");
    await expect(openStore(url, "")).rejects.toThrow("run mgt migrate --to again");
    const verified = await runMgt(["verify"], { cwd, env: { DATABASE_URL: url } });
    expect([verified.code, verified.err]).toEqual([2, expect.stringContaining("run mgt migrate --to again")]);
    await ask(url, "DROP TRIGGER refuse ON mgt_days");
    await json(["migrate", "--to", url], cwd);
    expect(await told(url, "")).toEqual(before);
  });

  test("never moves into a store that is in use, nor into itself", async () => {
    const { cwd } = await filled();
    const url = await server.database();
    const store = await openStore(url, "");
    await store.append(arrival(1));
    await store.close();
    const inUse = await runMgt(["migrate", "--to", url], { cwd });
    expect([inUse.code, inUse.err]).toEqual([1, expect.stringContaining("is not empty")]);
    for (const to of ["mysql://x", "data"]) {
      const { code, err } = await runMgt(["migrate", "--to", to], { cwd });
      expect([code, err]).toEqual([2, expect.stringContaining("--to: give postgres://… or sqlite:FILE")]);
    }
    const itself = await runMgt(["migrate", "--to", "sqlite:data/mgt.sqlite"], { cwd });
    expect([itself.code, itself.err]).toEqual([2, expect.stringContaining("names the store in use")]);
    expect((await runMgt(["migrate"], { cwd: folder() })).err).toContain("there is no store in");
  });

  test("without --to brings the schema up to date", async () => {
    const { cwd } = await filled();
    expect(await json(["migrate"], cwd)).toEqual({ schema: "current" });
    expect(await json(["migrate"], cwd, { DATABASE_URL: await server.database() })).toEqual({
      schema: "current",
    });
  });
});

describe("mgt backup", () => {
  test.each(["embedded", "database"])("of a store in use (%s) is a store that opens", async (kind) => {
    const databaseUrl = kind === "database" ? await server.database() : "";
    const { cwd, data } = await filled(databaseUrl);
    const before = await told(databaseUrl, data);
    const store = await openStore(databaseUrl, data);
    const env = databaseUrl ? { DATABASE_URL: databaseUrl } : {};
    const copy = join(cwd, "copy.sqlite");
    expect(await json(["backup", "copy.sqlite"], cwd, env)).toEqual({
      file: copy,
      bytes: statSync(copy).size,
    });
    await store.append(arrival(Date.now()));
    await store.close();
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const again = await runMgt(["backup", "copy.sqlite"], { cwd, env });
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("is there already")]);
    const restored = join(cwd, "restored");
    mkdirSync(restored);
    renameSync(copy, join(restored, "mgt.sqlite"));
    expect(await told("", restored)).toEqual(before);
  });
});

describe("mgt purge", () => {
  test("deletes what is past its time, and says how much; the report stays", async () => {
    const { cwd, data } = await filled();
    const old = { site: SITE, events: 8, visitors: 0 };
    // The configuration keeps 30 days: nothing yet; then five.
    expect(await json(["purge"], cwd)).toEqual({ at: expect.stringMatching(/^2\d{3}-.+Z$/), purged: [] });
    const { report } = await told("", data);
    const file = join(cwd, "mgt.config.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"mode"', '"visitorDays":5,"retentionDays":5,"mode"'));
    const { purged } = await json(["purge", "--site", SITE], cwd);
    expect(purged).toEqual([{ ...old, events: 9 }]);
    expect((await told("", data)).report).toEqual(report);
    const unknown = await runMgt(["purge", "--site", "none"], { cwd });
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no site "none"')]);
  });

  test("does nothing by a clock that is far ahead", async () => {
    const { cwd, data } = await filled();
    const database = new Database(join(data, "mgt.sqlite"));
    database.exec(`UPDATE last_use SET time = ${Date.now() - 40 * DAY}`);
    database.close();
    const { code, out, err } = await runMgt(["purge", "--json"], { cwd });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("the clock is 40 days ahead");
  });
});

test("nobody else may read the files", async () => {
  const { data } = await filled();
  const store = await openStore("", data);
  onTestFinished(() => store.close());
  await store.append(arrival(Date.now()));
  expect(existsSync(join(data, "mgt.sqlite-wal"))).toBe(true);
  for (const name of readdirSync(data))
    expect([name, statSync(join(data, name)).mode & 0o077]).toEqual([name, 0]);
});
