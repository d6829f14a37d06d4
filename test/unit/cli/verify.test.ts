import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { SqliteStore } from "../../../src/endpoint/store/sqlite/SqliteStore.ts";
import { logged } from "../endpoint/consentLog.ts";
import { runMgt } from "./runMgt.ts";

// Each store waits for a disk that other work may keep busy.
vi.setConfig({ testTimeout: 60_000 });

const TIME = Date.UTC(2026, 10, 22, 9, 30);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mgt-verify-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with `data/`, its log written and its store closed. */
async function folderWithLog(count: number): Promise<{ cwd: string; ids: string[] }> {
  const cwd = temporaryFolder();
  const store = await SqliteStore.open(join(cwd, "data"));
  const records = Array.from({ length: count }, (_, index) => logged({ time: TIME + index }));
  await Promise.all(records.map((record) => store.addConsent(record)));
  await store.close();
  return { cwd, ids: records.map(({ id }) => id) };
}

function tamper(cwd: string, statements: string): void {
  const database = new Database(join(cwd, "data", "mgt.sqlite"));
  database.exec(
    `DROP TRIGGER IF EXISTS consents_unchanged; DROP TRIGGER IF EXISTS consents_kept; ${statements}`,
  );
  database.close();
}

async function json(cwd: string, ...argv: string[]) {
  const { code, out, err } = await runMgt(["verify", "--json", ...argv], { cwd });
  expect(err).toBe("");
  return { code, ...JSON.parse(out) };
}

describe("mgt verify", () => {
  test("counts the records, and prints the head", async () => {
    const { cwd } = await folderWithLog(3);
    const { code, out, err } = await runMgt(["verify"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^data\/mgt\.sqlite: 3 consent records checked, the chain holds\nhead: [0-9a-f]{64}$/,
    );
  });

  test("has a stable JSON", async () => {
    const { cwd, ids } = await folderWithLog(3);
    const fine = await json(cwd);
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    const sites = [{ site: "mod-test", records: 3, broken: null, head: fine.head }];
    expect(fine).toEqual({ code: 0, ok: true, records: 3, broken: null, head: hash, sites, noted: null });
    expect(await json(cwd, "--head", ` ${fine.head.toUpperCase()}\n`)).toEqual({
      ...fine,
      noted: { head: fine.head, site: "mod-test", record: 3 },
    });
    tamper(cwd, "UPDATE consents SET signal = 'other' WHERE ref = 2");
    const broken = { record: 2, id: ids[1], site: "mod-test", time: TIME + 1, reason: "hash" };
    expect(await json(cwd, "--head", fine.head)).toEqual({
      code: 1,
      ok: false,
      records: 1,
      broken,
      head: hash,
      sites: [{ site: "mod-test", records: 1, broken, head: hash }],
      noted: { head: fine.head, site: null, record: null },
    });
  });

  test("names the first record that does not fit", async () => {
    const { cwd, ids } = await folderWithLog(4);
    tamper(
      cwd,
      "UPDATE consents SET notice = 'other' WHERE ref = 3; UPDATE consents SET notice = 'other' WHERE ref = 4",
    );
    const { code, out } = await runMgt(["verify"], { cwd });
    expect(code).toBe(1);
    expect(out.split("\n")).toEqual([
      "data/mgt.sqlite: the consent log is broken",
      "record 3 is the first that does not fit; 2 records before it fit",
      `  id    "${ids[2]}"`,
      '  site  "mod-test"',
      "  time  2026-11-22T09:30:00.002Z",
      "It was changed, or a record was removed, inserted or moved just before it.",
    ]);
  });

  test("finds by a noted head what the chain alone cannot: a shortened log", async () => {
    const { cwd } = await folderWithLog(3);
    const { head } = await json(cwd);
    tamper(cwd, "DELETE FROM consents WHERE ref = 3");
    expect(await json(cwd)).toMatchObject({ code: 0, records: 2 });
    expect(await json(cwd, "--head", head)).toMatchObject({ code: 1, ok: false, records: 2, broken: null });
    const { code, out } = await runMgt(["verify", "--head", head], { cwd });
    expect(code).toBe(1);
    expect(out).toContain("the noted head is not in the chain: records were removed from the end");
    tamper(cwd, "DELETE FROM consents");
    expect(await json(cwd, "--head", head)).toMatchObject({ code: 1, ok: false, records: 0, head: "" });
  });

  test("a noted head stays in a log that grows", async () => {
    const { cwd } = await folderWithLog(2);
    const { head } = await json(cwd);
    const store = await SqliteStore.open(join(cwd, "data"));
    await store.addConsent(logged());
    await store.close();
    expect(await json(cwd, "--head", head)).toMatchObject({ code: 0, records: 3, noted: { record: 2 } });
    expect((await runMgt(["verify", "--head", head], { cwd })).out).toContain(
      "the noted head is record 2 of mod-test",
    );
  });

  test("is not broken by an erasure", async () => {
    const cwd = temporaryFolder();
    const visitor = randomUUID();
    const store = await SqliteStore.open(join(cwd, "data"));
    await store.addConsent(logged({ visitor }));
    await store.addConsent(logged());
    const before = await json(cwd);
    await store.erase("mod-test", visitor);
    expect((await store.consents({ site: "mod-test" }))[0]?.visitor).toBe("");
    await store.close();
    expect(await json(cwd, "--head", before.head)).toMatchObject({ code: 0, records: 2, head: before.head });
  });

  test("says so of a log that is still empty", async () => {
    const { cwd } = await folderWithLog(0);
    expect((await runMgt(["verify"], { cwd })).out).toBe(
      "data/mgt.sqlite: 0 consent records checked, none yet",
    );
    expect(await json(cwd)).toEqual({
      code: 0,
      ok: true,
      records: 0,
      broken: null,
      head: "",
      sites: [],
      noted: null,
    });
  });

  test("what a tampered record holds does not reach the terminal as it is", async () => {
    const { cwd } = await folderWithLog(1);
    tamper(cwd, "UPDATE consents SET id = char(27) || '[2J', time = 9e999");
    const { code, out } = await runMgt(["verify"], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('id    "\\u001b[2J"');
    expect(out).toContain("null (no time)");
    tamper(cwd, "UPDATE consents SET time = 9000000000000000");
    expect((await runMgt(["verify"], { cwd })).out).toContain("9000000000000000 (no time)");
  });

  test("a damaged file is a finding: it tells how far it could be read", async () => {
    const { cwd, ids } = await folderWithLog(200);
    const file = join(cwd, "data", "mgt.sqlite");
    const bytes = readFileSync(file);
    // The page of the table that holds a record of the middle: the record's own text is there, not in an index.
    const origin = bytes.lastIndexOf("f5e4d3c2b1a0", bytes.lastIndexOf(`${ids[100]}`));
    const page = Math.floor(origin / 4_096) * 4_096;
    writeFileSync(file, bytes.fill(0xff, page, page + 4_096));
    const found = await json(cwd);
    expect(found).toMatchObject({ code: 1, ok: false, broken: { id: null, time: null } });
    expect(found.broken.reason).toContain("malformed");
    expect(found.broken.record).toBe(found.records + 1);
    expect((await runMgt(["verify"], { cwd })).out).toContain("cannot be read");
  });

  test("a log that is gone is a finding", async () => {
    const { cwd } = await folderWithLog(2);
    tamper(cwd, "DROP TABLE consents");
    expect(await json(cwd)).toMatchObject({
      code: 1,
      ok: false,
      records: 0,
      broken: { record: 1, site: null },
    });
  });

  test("takes --data before MGT_DATA before data/", async () => {
    const [one, two, three] = [await folderWithLog(1), await folderWithLog(2), await folderWithLog(3)];
    const records = async (argv: string[], env: object) =>
      JSON.parse((await runMgt(["verify", "--json", ...argv], { cwd: one.cwd, env })).out).records;
    const env = { MGT_DATA: join(two.cwd, "data") };
    expect(await records([], {})).toBe(1);
    expect(await records([], { MGT_DATA: "" })).toBe(1);
    expect(await records([], env)).toBe(2);
    expect(await records(["--data", join(three.cwd, "data")], env)).toBe(3);
    expect(await records(["--data", "data"], { ...env, DATABASE_URL: "postgres://x/y" })).toBe(1);
  });

  test.each<[string[], Record<string, string>, string]>([
    [[], {}, "there is no store in"],
    [["--data", "elsewhere"], {}, "elsewhere: it has no mgt.sqlite; set MGT_DATA or give --data"],
    [["--data", ""], {}, "--data names no folder"],
    [["--data"], {}, "--data"],
    [["--head", ""], {}, '--head: "" is not 64 hexadecimal digits'],
    [["--head", "abc"], {}, '--head: "abc" is not 64 hexadecimal digits'],
    [["data"], {}, 'unexpected argument "data"'],
    [[], { DATABASE_URL: "mysql://x/y" }, "DATABASE_URL must begin with postgres://"],
  ])("%j with %j is wrong usage", async (argv, env, said) => {
    const cwd = temporaryFolder();
    const { code, out, err } = await runMgt(["verify", ...argv], { cwd, env });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("a file that is none of ours is said so", async () => {
    const cwd = temporaryFolder();
    const file = join(cwd, "data", "mgt.sqlite");
    const said = async () => {
      const { code, out, err } = await runMgt(["verify"], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: "" });
      return err;
    };
    mkdirSync(file, { recursive: true });
    expect(await said()).toContain(`cannot read ${file}`);
    rmSync(file, { recursive: true });
    writeFileSync(
      file,
      "this is not a database, but it is long enough to be looked at, at least a hundred bytes of it",
    );
    expect(await said()).toContain("not a database");
    rmSync(file);
    const database = new Database(file);
    database.exec("CREATE TABLE consents (id)");
    expect(await said()).toContain("not one of mgt");
    database.pragma("user_version = 99");
    database.close();
    expect(await said()).toContain("schema version 99");
  });

  test("changes no byte of the store", async () => {
    const { cwd } = await folderWithLog(5);
    const file = join(cwd, "data", "mgt.sqlite");
    const before = readFileSync(file);
    expect((await json(cwd)).records).toBe(5);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
