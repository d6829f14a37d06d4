import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type Arrival,
  type Store,
  type StoredEvent,
  StoreUnavailable,
} from "../../../../src/endpoint/store/Store.ts";
import { logged } from "../consentLog.ts";

const SITE = "mod-test";
const DAY = "1970-01-01";

/** One page view of a visitor, as it arrives. */
export function arrival(
  at: number,
  visitor: string = randomUUID(),
  changes: Partial<StoredEvent> = {},
): Arrival {
  const event: StoredEvent = {
    id: randomUUID(),
    type: "page",
    at,
    consent: "",
    url: "https://a.example/",
    pages: 1,
    ...changes,
  };
  return { site: SITE, visitor, events: [event], days: {} };
}

/** A running count, of which a day's highest is kept. */
function runningCount(at: number, visitor: string, pages: number): Arrival {
  const id = randomUUID();
  const event: StoredEvent = { id, type: "pages", at, consent: "", pages };
  return { site: SITE, visitor, events: [event], days: { [id]: DAY } };
}

const entry = (source: string): Partial<StoredEvent> => ({
  type: "entry",
  condition: "",
  source,
  channel: "organic_search",
});

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mgt-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * What `Store` promises, whatever keeps it.
 *
 * @param open a store that keeps its data in this folder, and finds there what was kept before
 */
export function storeContract(open: (folder: string) => Promise<Store>): void {
  async function opened(): Promise<Store> {
    const store = await open(await temporaryFolder());
    onTestFinished(() => store.close());
    return store;
  }
  const eventsOf = async (store: Store, visitor: string) => (await store.copy(SITE, visitor)).events;

  test("everything is kept over a restart", async () => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    const given = arrival(1_000);
    const record = logged({ site: SITE });
    await Promise.all([first.append(given), first.addConsent(record)]);
    first.countDropped(SITE, DAY, "bot", 2);
    await first.logAccess({ time: 1, who: "operator", what: "report", site: SITE, whose: "all" });
    await first.close();
    const second = await open(folder);
    onTestFinished(() => second.close());
    expect(await second.copy(SITE, given.visitor)).toMatchObject({ since: 1_000, events: given.events });
    expect(await second.consents({ site: SITE })).toEqual([record]);
    expect(await second.accessLog()).toHaveLength(1);
    const { dropped } = await second.report({ site: SITE, timeZone: "UTC", from: DAY, to: DAY });
    expect(dropped).toEqual({ bot: 2 });
  });

  test("one that is closed takes nothing", async () => {
    const store = await open(await temporaryFolder());
    await store.close();
    await expect(store.append(arrival(1))).rejects.toThrow(StoreUnavailable);
    await expect(store.addConsent(logged())).rejects.toThrow(StoreUnavailable);
  });

  test("what was accepted together is kept, all of it, and nothing waits any more", async () => {
    const store = await opened();
    const visitor = randomUUID();
    await Promise.all(Array.from({ length: 500 }, (_, at) => store.append(arrival(at, visitor))));
    expect(store.waiting()).toBe(0);
    expect(await store.since(SITE, visitor)).toBe(0);
    expect(await eventsOf(store, visitor)).toHaveLength(500);
    await store.check();
  });

  describe("events", () => {
    test("an id is one event of its site, whoever repeats it", async () => {
      const store = await opened();
      const [mine, other] = [randomUUID(), randomUUID()];
      const given = arrival(1_000, mine);
      for (const each of [given, given, { ...given, visitor: other }]) await store.append(each);
      await store.append({ ...given, site: "another" });
      expect(await eventsOf(store, mine)).toHaveLength(1);
      expect(await store.copy(SITE, other)).toMatchObject({ since: null, events: [] });
      expect((await store.copy("another", mine)).events).toHaveLength(1);
    });

    test("come in the order of time, since the earliest, an entry before its page", async () => {
      const store = await opened();
      const visitor = randomUUID();
      await store.append(arrival(2_000, visitor));
      await store.append(arrival(1_000, visitor, { pages: 2 }));
      await store.append(arrival(1_000, visitor, entry("Google")));
      const events = await eventsOf(store, visitor);
      expect(events.map(({ type, at }) => [type, at])).toEqual([
        ["entry", 1_000],
        ["page", 1_000],
        ["page", 2_000],
      ]);
      expect(await store.since(SITE, visitor)).toBe(1_000);
      expect(await store.since(SITE, randomUUID())).toBeUndefined();
    });

    test("of a day's running counts the highest after each entry is kept", async () => {
      const store = await opened();
      const visitor = randomUUID();
      await store.append(arrival(1_000, visitor, entry("Google")));
      for (const pages of [2, 4, 3]) await store.append(runningCount(1_500, visitor, pages));
      await store.append(arrival(2_000, visitor, entry("Bing")));
      for (const pages of [6, 5]) await store.append(runningCount(2_500, visitor, pages));
      const counts = (await eventsOf(store, visitor)).filter(({ type }) => type === "pages");
      expect(counts.map(({ pages }) => pages)).toEqual([4, 6]);
    });
  });

  describe("consents", () => {
    test("are kept once, in the order of their arrival, and found by what they say", async () => {
      const store = await opened();
      const granted = logged({ site: SITE, status: "granted", time: 10 });
      const withdrawn = logged({ ...granted, id: randomUUID(), status: "withdrawn", time: 20, visitor: "" });
      for (const each of [granted, withdrawn, granted]) await store.addConsent(each);
      expect(await store.consents({ site: SITE })).toEqual([granted, withdrawn]);
      expect(await store.consents({ site: "another" })).toEqual([]);
      expect(await store.consents({ site: SITE, after: 20 })).toEqual([withdrawn]);
      expect(await store.consents({ site: SITE, before: 20 })).toEqual([granted]);
      expect(await store.consents({ site: SITE, status: "withdrawn" })).toEqual([withdrawn]);
      // A withdrawal names no visitor: it is his by its receipt.
      const { visitor } = granted;
      expect(await store.consents({ site: SITE, visitor })).toEqual([granted, withdrawn]);
    });
  });

  test("an erased visitor is nowhere: not in events, consents or accesses", async () => {
    const store = await opened();
    const [gone, stays] = [arrival(1_000), arrival(1_000)];
    await Promise.all([gone, stays].map((each) => store.append(each)));
    const record = logged({ site: SITE, visitor: gone.visitor });
    await store.addConsent(record);
    await store.logAccess({ time: 1, who: "operator", what: "copy", site: SITE, whose: gone.visitor });
    expect(await store.erase(SITE, gone.visitor)).toBe(1);
    expect(await store.copy(SITE, gone.visitor)).toMatchObject({ since: null, events: [], consents: [] });
    expect(await store.consents({ site: SITE })).toEqual([{ ...record, visitor: "" }]);
    expect(await store.accessLog()).toMatchObject([{ what: "copy", whose: "erased" }]);
    expect(await eventsOf(store, stays.visitor)).toHaveLength(1);
    expect(await store.erase(SITE, gone.visitor)).toBe(0);
  });

  describe("purge", () => {
    test("takes a visitor with more events than one step, in the order of time, and counts on from there", async () => {
      const store = await opened();
      const visitor = randomUUID();
      const noon = Date.UTC(2026, 0, 10, 12);
      await Promise.all(
        Array.from({ length: 1_300 }, (_, index) =>
          store.append(arrival(noon + index, visitor, { pages: index + 1 })),
        ),
      );
      await store.append(arrival(noon + 86_400_000, visitor, { pages: 1_303 }));
      expect(await store.purge({ [SITE]: noon + 3_600_000 }, noon)).toBe(1_300);
      const query = { site: SITE, timeZone: "UTC", from: "2026-01-11", to: "2026-01-11" };
      expect((await store.report(query)).rows).toMatchObject([{ pages: 3, visitors: 1 }]);
    });

    test("deletes what is past its site's retention, and visitors that have nothing left", async () => {
      const store = await opened();
      const [old, both, young] = [randomUUID(), randomUUID(), randomUUID()];
      await Promise.all(Array.from({ length: 1_200 }, (_, at) => store.append(arrival(at, old))));
      await store.append(arrival(10, both));
      await store.append(arrival(5_000, both));
      await store.append(arrival(6_000, young));
      expect(await store.purge({ [SITE]: 5_000 }, 10_000)).toBe(1_201);
      expect(await store.copy(SITE, old)).toMatchObject({ since: null, events: [] });
      expect(await eventsOf(store, both)).toHaveLength(1);
      expect(await eventsOf(store, young)).toHaveLength(1);
      expect(await store.purge({ [SITE]: 5_000 }, 10_000)).toBe(0);
    });

    test("a site that is no longer configured keeps at most 25 months; accesses are kept a year", async () => {
      const store = await opened();
      const now = Date.UTC(2026, 10, 1);
      const [old, young] = [arrival(Date.UTC(2024, 8, 1)), arrival(Date.UTC(2024, 11, 1))];
      await store.append(old);
      await store.append(young);
      for (const time of [Date.UTC(2025, 9, 1), Date.UTC(2025, 11, 1)])
        await store.logAccess({ time, who: "operator", what: "report", site: SITE, whose: "all" });
      expect(await store.purge({}, now)).toBe(1);
      expect(await eventsOf(store, young.visitor)).toHaveLength(1);
      expect(await store.accessLog()).toMatchObject([{ time: Date.UTC(2025, 11, 1) }]);
    });
  });
}
