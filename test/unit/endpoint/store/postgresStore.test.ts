import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { PostgresStore } from "../../../../src/endpoint/store/postgres/PostgresStore.ts";
import { type Store, StoreUnavailable } from "../../../../src/endpoint/store/Store.ts";
import { ask, type PostgresServer, startPostgres } from "../../../support/postgres/startPostgres.ts";
import { startProxy } from "../../../support/postgres/startProxy.ts";
import { logged } from "../consentLog.ts";
import { reportContract } from "./reportContract.ts";
import "../harness.ts";
import { arrival, storeContract } from "./storeContract.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function place() {
  const url = await server.database();
  return () => PostgresStore.open(url, { isAlone: true });
}

storeContract(place);
reportContract(place);

async function opened(url: string): Promise<Store> {
  const store = await PostgresStore.open(url);
  onTestFinished(() => store.close());
  return store;
}

describe("several processes", () => {
  test("may open an empty database at once, and be one store", async () => {
    const url = await server.database();
    const stores = await Promise.all(Array.from({ length: 4 }, () => opened(url)));
    const visitor = randomUUID();
    const given = Array.from({ length: 200 }, (_, at) => arrival(at, visitor));
    // Each event is sent to two of them, as a page does that hears no answer.
    await Promise.all(
      stores.flatMap((store, index) =>
        given
          .filter((_, at) => at % 4 === index || at % 4 === (index + 1) % 4)
          .map((each) => store.append(each)),
      ),
    );
    for (const store of stores)
      expect((await store.copy("mod-test", visitor)).events.map(({ at }) => at)).toEqual(
        given.map((_, at) => at),
      );
  });

  test("add to one chain", async () => {
    const url = await server.database();
    const stores = [await opened(url), await opened(url)];
    const records = Array.from({ length: 100 }, (_, index) => logged({ site: `mod-${index % 2}` }));
    await Promise.all(records.flatMap((record) => stores.map((store) => store.addConsent(record))));
    expect(await stores[0]?.verify()).toMatchObject({ records: 100, broken: null });
  });

  test("may keep house at the same time: nothing is counted twice, nothing is lost", async () => {
    const url = await server.database();
    const stores = await Promise.all([1, 2, 3].map(() => PostgresStore.open(url, { isAlone: true })));
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()));
    });
    const [one] = stores;
    const noon = Date.UTC(2026, 0, 10, 12);
    const DAY = 86_400_000;
    const entry = { type: "entry" as const, condition: "", source: "S", channel: "email" as const };
    const sent = Array.from({ length: 40 }, () => randomUUID()).flatMap((visitor) =>
      [0, 1, 2, 20].flatMap((day) => [
        arrival(noon + day * DAY, visitor, entry),
        arrival(noon + day * DAY + 1, visitor, { pages: 5 * day + 3 }),
      ]),
    );
    await Promise.all(sent.map((each, index) => stores[index % 3]?.append(each)));
    const query = { site: "mod-test", timeZone: "UTC", from: "2026-01-01", to: "2026-02-28" };
    const before = await one?.report(query);
    expect(before?.rows).toHaveLength(4);
    const terms = { "mod-test": { timeZone: "UTC", before: noon + 10 * DAY } };
    const purged = await Promise.all(
      stores.map(async (store) => {
        await store.freeze(terms, noon + 12 * DAY);
        return store.purge(terms, noon + 12 * DAY);
      }),
    );
    expect(purged.flat().reduce((sum, { events }) => sum + events, 0)).toBe(240);
    for (const store of stores) expect(await store.report(query)).toEqual(before);
  });

  test("refuse whom one of them has erased", async () => {
    const url = await server.database();
    const [one, other] = [await opened(url), await opened(url)];
    const given = arrival(1_000);
    await one.append(given);
    await one.erase("mod-test", given.visitor);
    await other.append(given);
    expect((await other.copy("mod-test", given.visitor)).events).toEqual([]);
  });
});

describe("a connection that is lost", () => {
  test("in the middle of everything loses nothing that was acknowledged, and doubles nothing", async () => {
    const proxy = await startProxy(await server.database());
    onTestFinished(() => proxy.close());
    const store = await opened(proxy.url);
    const visitor = randomUUID();
    let acknowledged = 0;
    for (let round = 0; round < 5; round++) {
      const sent = Array.from({ length: 100 }, (_, at) => store.append(arrival(round * 100 + at, visitor)));
      const consents = Array.from({ length: 5 }, () => store.addConsent(logged({ site: "mod-test" })));
      await sent[0];
      proxy.cut();
      await Promise.all([...sent, ...consents]);
      acknowledged += sent.length;
    }
    expect((await store.copy("mod-test", visitor)).events).toHaveLength(acknowledged);
    expect(await store.verify()).toMatchObject({ records: 25, broken: null });
  });

  test("is a 503 while the database is away, and is made good alone", async () => {
    const url = await server.database();
    const proxy = await startProxy(url);
    onTestFinished(() => proxy.close());
    const store = await opened(proxy.url);
    const given = arrival(1_000);
    await store.append(given);
    proxy.refuse(true);
    const lost = arrival(2_000, given.visitor);
    await expect(store.append(lost)).rejects.toThrow(StoreUnavailable);
    await expect(store.check()).rejects.toThrow(StoreUnavailable);
    proxy.refuse(false);
    await store.append(lost);
    await store.check();
    expect((await store.copy("mod-test", given.visitor)).events).toHaveLength(2);
  });

  test("because the server ends it, or takes no writes for a while, is one of these", async () => {
    const url = await server.database();
    const store = await opened(url);
    const visitor = randomUUID();
    const outside = new URL(url);
    const name = outside.pathname.slice(1);
    outside.pathname = "/postgres";
    // As after a failover: the first that answers is still a copy.
    await ask(outside.href, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await ask(
      outside.href,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    const appended = store.append(arrival(1, visitor));
    await ask(outside.href, `ALTER DATABASE ${name} RESET default_transaction_read_only`);
    await appended;
    expect((await store.copy("mod-test", visitor)).events).toHaveLength(1);
  });
});

test("what was erased is in no table", async () => {
  const url = await server.database();
  const store = await opened(url);
  const given = arrival(Date.now(), randomUUID(), { url: "https://a.example/distinctive" });
  await store.append(given);
  const record = logged({ visitor: given.visitor });
  await store.addConsent(record);
  await store.logAccess({ time: 1, who: "operator", what: "copy", site: "mod-test", whose: given.visitor });
  const everything = async () => {
    const tables = await ask(
      url,
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'mgt\\_%'",
    );
    const rows = await Promise.all(tables.map(({ relname }) => ask(url, `SELECT * FROM ${relname}`)));
    return JSON.stringify(rows);
  };
  expect(await everything()).toContain(given.visitor);
  await store.erase("mod-test", given.visitor);
  const left = await everything();
  for (const word of [given.visitor, given.events[0]?.id ?? "", "distinctive"])
    expect(left).not.toContain(word);
  expect(left).toContain(record.receipt);
});

test("a database of a later version of this program is left alone", async () => {
  const url = await server.database();
  await (await PostgresStore.open(url)).close();
  await ask(url, "INSERT INTO mgt_schema (version) VALUES (99)");
  await expect(PostgresStore.open(url)).rejects.toThrow("schema version 99");
});
