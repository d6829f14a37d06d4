import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { applyMigration, MIGRATIONS } from "../../../../src/endpoint/store/sqlite/migrations.ts";
import { type SqliteOptions, SqliteStore } from "../../../../src/endpoint/store/sqlite/SqliteStore.ts";
import { logged } from "../consentLog.ts";
import { BROWSER, consent, entry, eventsBody, page, startEndpoint } from "../harness.ts";
import { reportContract } from "./reportContract.ts";
import { arrival, storeContract, temporaryFolder } from "./storeContract.ts";

async function place() {
  const folder = await temporaryFolder();
  return () => SqliteStore.open(folder);
}

storeContract(place);
reportContract(place);

test("one without a file takes and tells the same", async () => {
  const store = SqliteStore.inMemory();
  const given = arrival(1_000);
  await store.append(given);
  expect((await store.copy("mod-test", given.visitor)).events).toHaveLength(1);
  expect(await store.erase("mod-test", given.visitor)).toEqual({ erased: 1 });
  await store.check();
  await store.close();
  expect(await readdir(".")).not.toContain(":memory:");
});

async function bytesOnDisk(folder: string): Promise<Buffer> {
  const names = await readdir(folder);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

describe("the file", () => {
  test("is made with its folder when that is missing", async () => {
    const folder = join(await temporaryFolder(), "new", "data");
    await (await SqliteStore.open(folder)).close();
    expect(await readdir(folder)).toContain("mgt.sqlite");
  });

  test("records its schema's version, and refuses one from the future", async () => {
    const folder = await temporaryFolder();
    await (await SqliteStore.open(folder)).close();
    const database = new Database(join(folder, "mgt.sqlite"));
    expect(database.pragma("user_version", { simple: true })).toBe(MIGRATIONS.length);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    database.pragma("user_version = 99");
    database.close();
    await expect(SqliteStore.open(folder)).rejects.toThrow("schema version 99");
  });

  test("of the first version is brought up to date, with what it holds", async () => {
    const folder = await temporaryFolder();
    const database = new Database(join(folder, "mgt.sqlite"));
    const visitor = randomUUID();
    applyMigration(database, MIGRATIONS[0] ?? "");
    database.pragma("user_version = 1");
    database.exec(`
      INSERT INTO sites VALUES (1, 'mod-test');
      INSERT INTO visitors (ref, site, visitor, since) VALUES (1, 1, '${visitor}', 1000);
      INSERT INTO events (site, id, visitor, type, time, consent, pages, day, data)
        VALUES (1, '${randomUUID()}', 1, 'pages', 1000, '', 4, '1970-01-01', '{}')`);
    database.close();
    const store = await SqliteStore.open(folder);
    const event = (pages: number) => ({
      id: randomUUID(),
      type: "pages" as const,
      at: 2_000,
      consent: "",
      pages,
    });
    for (const given of [event(3), event(6)])
      await store.append({ site: "mod-test", visitor, day: "1970-01-01", events: [given] });
    expect((await store.copy("mod-test", visitor)).events).toMatchObject([{ pages: 6 }]);
    await store.close();
  });

  test("that is no database is said so", async () => {
    const folder = await temporaryFolder();
    await writeFile(
      join(folder, "mgt.sqlite"),
      "this is not a database, but it is long enough to be looked at",
    );
    await expect(SqliteStore.open(folder)).rejects.toThrow(/not a database/);
    await mkdir(join(folder, "other", "mgt.sqlite"), { recursive: true });
    await expect(SqliteStore.open(join(folder, "other"))).rejects.toThrow();
  });
});

describe("commits", () => {
  test("a queue that grows faster than the disk writes is refused, and what was accepted is kept", async () => {
    const store = await SqliteStore.open(await temporaryFolder());
    const visitor = randomUUID();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12_000 }, (_, at) => store.append(arrival(at, visitor))),
    );
    const accepted = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(accepted).toBeLessThan(12_000);
    expect(accepted).toBeGreaterThan(0);
    expect((await store.copy("mod-test", visitor)).events).toHaveLength(accepted);
    await store.close();
  });

  test("a disk that refuses is a 503, and recovers", async () => {
    const { post, ask, folder, admin } = await startEndpoint();
    const body = eventsBody([entry()]);
    const other = new Database(join(folder, "mgt.sqlite"));
    other.exec(
      "CREATE TRIGGER refuse BEFORE INSERT ON inbox BEGIN SELECT raise(ABORT, 'disk I/O error'); END",
    );
    const { status, headers, json } = await post("/v1/events", body);
    expect([status, json.error.code]).toEqual([503, "store_unavailable"]);
    expect(headers["retry-after"]).toMatch(/^\d+$/);
    expect(headers["access-control-allow-origin"]).toBe("*");
    other.exec("DROP TRIGGER refuse");
    expect((await post("/v1/events", body)).status).toBe(204);
    expect((await admin(`/v1/sites/mod-test/visitors/${body.visitor}`)).json.events).toHaveLength(1);
    other.exec(
      "CREATE TRIGGER refuse BEFORE INSERT ON heartbeat BEGIN SELECT raise(ABORT, 'disk full'); END",
    );
    other.close();
    expect((await ask("/readyz")).status).toBe(503);
    expect((await ask("/healthz")).status).toBe(200);
  });
});

test("a store that another program has locked is a 503 within seconds, and recovers", async () => {
  const { post, ask, folder } = await startEndpoint();
  const other = new Database(join(folder, "mgt.sqlite"));
  other.exec("BEGIN IMMEDIATE");
  const began = performance.now();
  const posts = Promise.all(Array.from({ length: 5 }, () => post("/v1/events", eventsBody([entry()]))));
  const probes = await Promise.all([ask("/readyz"), ask("/readyz")]);
  // It waits for no more than its own deadline, whatever waits for the lock before it.
  expect(performance.now() - began).toBeLessThan(4_000);
  expect([...probes, ...(await posts)].map(({ status }) => status)).toEqual(Array(7).fill(503));
  expect(performance.now() - began).toBeLessThan(8_000);
  expect((await ask("/healthz")).status).toBe(200);
  other.exec("ROLLBACK");
  other.close();
  expect((await post("/v1/events", eventsBody([entry()]))).status).toBe(204);
  await vi.waitFor(async () => expect((await ask("/readyz")).status).toBe(200), { timeout: 20_000 });
});

describe("privacy", () => {
  test("no address and no user agent is written, in the files or in the log", async () => {
    const { post, admin, folder, logged, store } = await startEndpoint({}, { MGT_TRUST_PROXY: "127.0.0.1" });
    const address = "198.51.100.77";
    const headers = { "x-forwarded-for": address, "user-agent": `${BROWSER} Distinctive/77.1` };
    const body = eventsBody([entry(), page(2)]);
    await post("/v1/events", body, headers);
    await post("/v1/consents", consent({ visitor: body.visitor }), headers);
    await post("/v1/export", { site: "mod-test", visitor: body.visitor }, headers);
    await admin("/v1/sites/mod-test/report", { headers });
    expect((await store.copy("mod-test", body.visitor)).events).toHaveLength(2);
    const disk = await bytesOnDisk(folder);
    // The search would find them: what must be there is.
    expect(disk.includes("garage-martin.example")).toBe(true);
    for (const secret of [address, "127.0.0.1", "Distinctive", "Firefox", "Mozilla"]) {
      expect(disk.includes(secret)).toBe(false);
      expect(JSON.stringify(logged)).not.toContain(secret);
    }
  });

  test("an erased visitor leaves no bytes behind", async () => {
    const { post, folder, store } = await startEndpoint();
    const body = eventsBody([entry({ tracking_ids: { gclid: "Distinctive-click-id" } })]);
    await post("/v1/events", body);
    await post("/v1/consents", consent({ visitor: body.visitor }));
    expect((await bytesOnDisk(folder)).includes(body.visitor)).toBe(true);
    await post("/v1/forget", { site: "mod-test", visitor: body.visitor });
    await store.close();
    const disk = await bytesOnDisk(folder);
    expect(disk.includes(body.visitor)).toBe(false);
    expect(disk.includes("Distinctive-click-id")).toBe(false);
  });
});

describe("what was deleted", () => {
  const DAY = 86_400_000;
  /** Enough for pages to be split, and to keep what was moved from one to the other. */
  async function filled(options?: SqliteOptions) {
    const folder = await temporaryFolder();
    const store = await SqliteStore.open(folder, options);
    onTestFinished(() => store.close());
    const visitors = Array.from({ length: 200 }, (_, index) => ({
      visitor: randomUUID(),
      id: randomUUID(),
      click: `click-of-${index}-`.repeat(4),
    }));
    const at = (index: number) => Date.now() - (index % 10) * DAY;
    for (const half of [visitors.slice(0, 100), visitors.slice(100)]) {
      const sent = half.flatMap(({ visitor, id, click }, index) => [
        store.append(
          arrival(at(index), visitor, { id, type: "entry", tracking_ids: { gclid: click }, source: "S" }),
        ),
        ...[1, 2, 3].map((pages) => store.append(arrival(at(index) + pages, visitor, { pages }))),
        store.addConsent(logged({ visitor })),
      ]);
      await Promise.all(sent);
    }
    // In the tables, not in the inbox.
    await store.settle();
    return { folder, store, visitors };
  }
  const wordsOf = (each: { visitor: string; id: string; click: string }) => [
    each.visitor,
    each.id,
    each.click,
  ];
  async function found(folder: string, words: readonly string[]): Promise<string[]> {
    const disk = await bytesOnDisk(folder);
    return words.filter((word) => disk.includes(word));
  }

  test("is in no file once an erasure is answered, nor what a page sends again", async () => {
    const { folder, store, visitors } = await filled();
    const gone = visitors.filter((_, index) => index % 40 === 7);
    const words = gone.flatMap(wordsOf);
    expect(await found(folder, words)).toEqual(words);
    await store.logAccess({
      time: 1,
      who: "admin",
      what: "erase",
      site: "mod-test",
      whose: gone[0]?.visitor ?? "",
    });
    for (const { visitor } of gone) expect(await store.erase("mod-test", visitor)).toEqual({ erased: 4 });
    expect(await found(folder, words)).toEqual([]);
    await store.append(arrival(1, gone[0]?.visitor, { id: gone[0]?.id ?? "" }));
    expect(await found(folder, words)).toEqual([]);
    const stays = visitors.find((each) => !gone.includes(each));
    expect((await store.copy("mod-test", stays?.visitor ?? "")).events).toHaveLength(4);
  });

  test("is in no file after a purge", async () => {
    const { folder, store, visitors } = await filled();
    const before = Date.now() - 5.5 * DAY;
    const [site] = await store.purge({ "mod-test": { timeZone: "UTC", before } }, Date.now());
    expect(site).toEqual({ site: "mod-test", events: 320, visitors: 80 });
    const words = visitors.filter((_, index) => index % 10 > 5).flatMap(({ id, click }) => [id, click]);
    expect(await found(folder, words)).toEqual([]);
  });

  test("is waited for while somebody reads the file: the answer comes all the same, and then the rest", async () => {
    const { folder, store, visitors } = await filled({ eraseWithinMs: 200 });
    const reader = new Database(join(folder, "mgt.sqlite"), { readonly: true });
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM events").get();
    const [gone] = visitors;
    const { erased, rest } = await store.erase("mod-test", gone?.visitor ?? "");
    expect(erased).toBe(4);
    // Others are served meanwhile.
    await store.append(arrival(1));
    reader.close();
    await rest;
    expect(rest).toBeDefined();
    expect(await found(folder, gone ? wordsOf(gone) : [])).toEqual([]);
  });

  test("and could not be taken out of the file before the process ended is, when it starts again", async () => {
    const { folder, store, visitors } = await filled({ eraseWithinMs: 200 });
    const reader = new Database(join(folder, "mgt.sqlite"), { readonly: true });
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM events").get();
    const [gone] = visitors;
    const { rest } = await store.erase("mod-test", gone?.visitor ?? "");
    const ended = expect(rest).rejects.toThrow();
    await store.close();
    await ended;
    reader.close();
    const again = await SqliteStore.open(folder);
    onTestFinished(() => again.close());
    await vi.waitFor(async () => expect(await found(folder, gone ? wordsOf(gone) : [])).toEqual([]), {
      timeout: 30_000,
      interval: 100,
    });
  });
});

test("metrics are Prometheus text, without personal data", async () => {
  const { post, ask } = await startEndpoint();
  const body = eventsBody([entry(), page(2)]);
  await post("/v1/events", body);
  const { status, headers, text } = await ask("/metrics");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(text).toContain('mgt_events_total{site="mod-test",type="entry"} 1');
  expect(text).toContain('mgt_requests_total{route="events",status="204"} 1');
  for (const line of text.trimEnd().split("\n")) {
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.]+)$/);
  }
  expect(text).not.toContain(body.visitor);
});
