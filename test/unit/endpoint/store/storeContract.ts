import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type Arrival,
  ClockNotTrusted,
  type Dimension,
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
  return { site: SITE, visitor, day: DAY, events: [event] };
}

/** A running count, of which a day's highest is kept. */
function runningCount(at: number, visitor: string, pages: number): Arrival {
  const id = randomUUID();
  const event: StoredEvent = { id, type: "pages", at, consent: "", pages };
  return { site: SITE, visitor, day: DAY, events: [event] };
}

/** @param before events of the site older than this are purged */
const terms = (before: number) => ({ [SITE]: { timeZone: "UTC", before } });

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

/** Opens the same store again and again: each time it finds what was kept before. */
export type Opener = () => Promise<Store>;

/**
 * What `Store` promises, whatever keeps it.
 *
 * @param place a new empty store, closed at first
 */
export function storeContract(place: () => Promise<Opener>): void {
  async function opened(): Promise<Store> {
    const store = await (await place())();
    onTestFinished(() => store.close());
    return store;
  }
  const eventsOf = async (store: Store, visitor: string) => (await store.copy(SITE, visitor)).events;

  test("everything is kept over a restart", async () => {
    const open = await place();
    const first = await open();
    const given = arrival(1_000);
    const record = logged({ site: SITE });
    await Promise.all([first.append(given), first.addConsent(record)]);
    first.countDropped(SITE, DAY, "bot", 2);
    await first.logAccess({ time: 1, who: "operator", what: "report", site: SITE, whose: "all" });
    await first.close();
    const second = await open();
    onTestFinished(() => second.close());
    expect(await second.copy(SITE, given.visitor)).toMatchObject({ since: 1_000, events: given.events });
    expect(await second.consents({ site: SITE })).toEqual([record]);
    expect(await second.accessLog()).toHaveLength(1);
    const { dropped } = await second.report({ site: SITE, timeZone: "UTC", from: DAY, to: DAY });
    expect(dropped).toEqual({ bot: 2 });
  });

  test("one that is closed takes nothing", async () => {
    const store = await (await place())();
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
    expect(await store.erase(SITE, gone.visitor)).toEqual({ erased: 1 });
    expect(await store.copy(SITE, gone.visitor)).toMatchObject({ since: null, events: [], consents: [] });
    expect(await store.consents({ site: SITE })).toEqual([{ ...record, visitor: "" }]);
    expect(await store.accessLog()).toMatchObject([{ what: "copy", whose: "erased" }]);
    expect(await eventsOf(store, stays.visitor)).toHaveLength(1);
    expect(await store.erase(SITE, gone.visitor)).toEqual({ erased: 0 });
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
      expect(await store.purge(terms(noon + 3_600_000), noon)).toEqual([
        { site: SITE, events: 1_300, visitors: 0 },
      ]);
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
      expect(await store.purge(terms(5_000), 10_000)).toEqual([{ site: SITE, events: 1_201, visitors: 1 }]);
      expect(await store.copy(SITE, old)).toMatchObject({ since: null, events: [] });
      expect(await eventsOf(store, both)).toHaveLength(1);
      expect(await eventsOf(store, young)).toHaveLength(1);
      expect(await store.purge(terms(5_000), 10_000)).toEqual([]);
    });

    test("a site that is no longer configured keeps at most 25 months; accesses are kept a year", async () => {
      const store = await opened();
      const now = Date.UTC(2026, 10, 1);
      const [old, young] = [arrival(Date.UTC(2024, 8, 1)), arrival(Date.UTC(2024, 11, 1))];
      await store.append(old);
      await store.append(young);
      for (const time of [Date.UTC(2025, 9, 1), Date.UTC(2025, 11, 1)])
        await store.logAccess({ time, who: "operator", what: "report", site: SITE, whose: "all" });
      expect(await store.purge({}, now)).toEqual([{ site: SITE, events: 1, visitors: 1 }]);
      expect(await eventsOf(store, young.visitor)).toHaveLength(1);
      expect(await store.accessLog()).toMatchObject([{ time: Date.UTC(2025, 11, 1) }]);
    });
  });

  describe("days that are over", () => {
    const HOUR = 3_600_000;
    const noon = (day: number) => Date.UTC(2026, 0, day, 12);
    const query = { site: SITE, timeZone: "UTC", from: "2026-01-01", to: "2026-01-31" };
    /** A visitor who comes at noon, from a campaign, and looks at so many pages. */
    async function visit(
      store: Store,
      day: number,
      pages: number,
      source = "Google",
      visitor = randomUUID(),
    ) {
      const landing = `https://a.example/${source.toLowerCase()}/?utm_campaign=winter`;
      const time = noon(day) + (source === "Bing" ? HOUR / 2 : 0);
      await store.append(arrival(time, visitor, { ...entry(source), landing }));
      await store.append(arrival(time + 60_000, visitor, { pages }));
      return visitor;
    }

    test("stay as they were frozen, over purge, erasure and a restart; the others are counted anew", async () => {
      const open = await place();
      const store = await open();
      const first = await visit(store, 10, 3);
      await visit(store, 10, 2, "Bing");
      await visit(store, 12, 5);
      await store.append(arrival(noon(12), first, { pages: 4 }));
      const before = await store.report(query);
      expect(before.rows.map(({ day, source, pages }) => [day, source, pages])).toEqual([
        ["2026-01-10", "Bing", 2],
        ["2026-01-10", "Google", 3],
        ["2026-01-12", "Google", 6],
      ]);
      // The tenth ended at midnight: at noon of the thirteenth it has been over for 60 hours, the eleventh for 36.
      await store.freeze(terms(0), noon(13));
      expect(await store.report(query)).toEqual(before);
      expect(await store.erase(SITE, first)).toEqual({ erased: 3 });
      const after = await store.report(query);
      expect(after.rows.slice(0, 2)).toEqual(before.rows.slice(0, 2));
      expect(after.rows[2]).toMatchObject({ day: "2026-01-12", pages: 5, visitors: 1 });
      await store.purge(terms(noon(11)), noon(13));
      expect(await store.report(query)).toEqual(after);
      await store.close();
      const again = await open();
      onTestFinished(() => again.close());
      expect(await again.report(query)).toEqual(after);
    });

    test("take no more: what comes in for them is kept, counted late, and changes no report", async () => {
      const store = await opened();
      const visitor = await visit(store, 10, 3);
      await store.append(arrival(noon(13), visitor, { pages: 4 }));
      await store.freeze(terms(0), noon(13));
      const before = await store.report(query);
      await store.append(arrival(noon(10) + HOUR, visitor, entry("Bing")));
      await store.append(arrival(noon(10) + 2 * HOUR, visitor, { pages: 9 }));
      expect((await eventsOf(store, visitor)).map(({ type }) => type)).toEqual([
        "entry",
        "page",
        "entry",
        "page",
        "page",
      ]);
      expect(await store.report(query)).toEqual(before);
      const { dropped } = await store.report({ ...query, from: DAY });
      expect(dropped).toEqual({ late: 2 });
    });

    test("are frozen by the site's own calendar", async () => {
      const store = await opened();
      const visitor = randomUUID();
      // In Auckland it is the eleventh already.
      await store.append(arrival(Date.UTC(2026, 0, 10, 18), visitor, entry("Google")));
      const auckland = { [SITE]: { timeZone: "Pacific/Auckland", before: 0 } };
      await store.freeze(auckland, Date.UTC(2026, 0, 13, 10));
      await store.append(arrival(Date.UTC(2026, 0, 10, 19), visitor, { pages: 2 }));
      await store.freeze(auckland, Date.UTC(2026, 0, 13, 12));
      await store.append(arrival(Date.UTC(2026, 0, 10, 20), visitor, { pages: 3 }));
      const { rows, dropped } = await store.report({ ...query, from: DAY, timeZone: "Pacific/Auckland" });
      expect(rows).toMatchObject([{ day: "2026-01-11", pages: 2 }]);
      expect(dropped).toEqual({ late: 1 });
    });

    test("that are purged before they would be frozen are frozen first", async () => {
      const store = await opened();
      const visitor = await visit(store, 10, 3);
      const before = await store.report(query);
      expect(await store.purge(terms(noon(10) + HOUR), noon(10) + 2 * HOUR)).toEqual([
        { site: SITE, events: 2, visitors: 1 },
      ]);
      expect((await store.copy(SITE, visitor)).events).toEqual([]);
      expect(await store.report(query)).toEqual(before);
    });

    test("keep of their running counts the last word only", async () => {
      const store = await opened();
      const visitor = randomUUID();
      await store.append(arrival(noon(10), visitor, entry("Google")));
      for (const pages of [2, 5, 3]) await store.append(runningCount(noon(10) + pages, visitor, pages));
      const before = await store.report(query);
      expect(before.rows).toMatchObject([{ pages: 5 }]);
      await store.freeze(terms(0), noon(20));
      expect(await store.report(query)).toEqual(before);
      expect(await store.erase(SITE, visitor)).toEqual({ erased: 2 });
    });

    test("are divided by what is asked for, and narrowed", async () => {
      const store = await opened();
      const visitor = await visit(store, 10, 3);
      await visit(store, 10, 2, "Bing", visitor);
      await visit(store, 11, 1, "Bing");
      const asked = async (...by: Dimension[]) =>
        (await store.report({ ...query, by })).rows.map((row) => [
          ...by.map((name) => row[name]),
          row.visitors,
        ]);
      const answers = async () => [
        await asked("day"),
        await asked("landing"),
        await asked("campaign", "source"),
        (await store.report({ ...query, by: ["day"], where: { source: "Bing" } })).rows,
      ];
      const open = await answers();
      expect(open).toEqual([
        [
          ["2026-01-10", 1],
          ["2026-01-11", 1],
        ],
        [
          ["/bing/", 2],
          ["/google/", 1],
        ],
        [
          ["winter", "Bing", 2],
          ["winter", "Google", 1],
        ],
        [
          { day: "2026-01-10", entries: 1, visitors: 1, pages: 1, taps: 0 },
          { day: "2026-01-11", entries: 1, visitors: 1, pages: 1, taps: 0 },
        ],
      ]);
      await store.freeze(terms(0), noon(20));
      expect(await answers()).toEqual(open);
    });
  });

  describe("an erased id", () => {
    test("is refused for a day: what is sent again is counted, and brings nobody back", async () => {
      const open = await place();
      const store = await open();
      const given = arrival(1_000);
      const record = logged({ site: SITE, visitor: given.visitor });
      await store.append(given);
      await store.addConsent(record);
      await store.erase(SITE, given.visitor);
      await store.append(given);
      await store.append(arrival(2_000, given.visitor));
      await store.addConsent(record);
      await store.addConsent({ ...record, id: randomUUID() });
      expect(await store.copy(SITE, given.visitor)).toMatchObject({ since: null, events: [], consents: [] });
      await store.close();
      const again = await open();
      onTestFinished(() => again.close());
      await again.append(arrival(3_000, given.visitor));
      expect(await eventsOf(again, given.visitor)).toEqual([]);
      const { dropped } = await again.report({ site: SITE, timeZone: "UTC", from: DAY, to: DAY });
      expect(dropped).toEqual({ erased: 3 });
      // At another site he is who he was.
      await again.append({ ...given, site: "another" });
      expect((await again.copy("another", given.visitor)).events).toHaveLength(1);
    });
  });

  test("the chain of each site holds, whatever is written at once and whoever is erased", async () => {
    const store = await opened();
    const records = Array.from({ length: 60 }, (_, index) =>
      logged({ site: `mod-${index % 3}`, time: index }),
    );
    await Promise.all([...records, ...records.slice(10)].map((record) => store.addConsent(record)));
    const before = await store.verify();
    expect(before).toMatchObject({ records: 60, broken: null });
    expect(before.sites.map(({ site, records }) => [site, records])).toEqual([
      ["mod-0", 20],
      ["mod-1", 20],
      ["mod-2", 20],
    ]);
    await store.erase("mod-1", records[1]?.visitor ?? "");
    expect(await store.verify()).toEqual(before);
    await store.addConsent(logged({ site: "mod-1" }));
    const after = await store.verify(before.sites[1]?.head);
    expect(after).toMatchObject({ records: 61, broken: null, noted: { site: "mod-1", record: 20 } });
  });

  test("nothing is deleted by a clock that is days ahead", async () => {
    const store = await opened();
    const given = arrival(1_000);
    await store.append(given);
    const ahead = Date.now() + 3 * 86_400_000;
    await expect(store.purge(terms(5_000), ahead)).rejects.toThrow(ClockNotTrusted);
    await expect(store.freeze(terms(0), ahead)).rejects.toThrow(ClockNotTrusted);
    expect(await eventsOf(store, given.visitor)).toHaveLength(1);
    expect(await store.purge(terms(5_000), Date.now())).toHaveLength(1);
  });

  test("whatever text a page can send is kept", async () => {
    const store = await opened();
    const odd = "nul \u0000, half \ud83d, whole \ud83d\ude00, quote ' \" \\ $1";
    const given = arrival(1_000, randomUUID(), { ...entry(odd), landing: "https://a.example/" });
    const record = logged({ site: SITE, signal: odd });
    await store.append(given);
    await store.addConsent(record);
    const [kept] = await eventsOf(store, given.visitor);
    expect(kept?.source?.toWellFormed()).toBe(odd.toWellFormed());
    await store.freeze(terms(0), 5 * 86_400_000);
    const { rows } = await store.report({ site: SITE, timeZone: "UTC", from: DAY, to: DAY });
    expect(rows.map(({ source }) => source?.toWellFormed())).toEqual([odd.toWellFormed()]);
    expect((await store.verify()).broken).toBe(null);
  });
}
