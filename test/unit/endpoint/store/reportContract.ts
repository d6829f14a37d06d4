import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { localDay } from "../../../../src/endpoint/report/localDay.ts";
import type { Arrival, StoredEvent } from "../../../../src/endpoint/store/Store.ts";
import type { Opener } from "./storeContract.ts";

const MODES = ["trafic", "parcours"] as const;
/** Around a change of the clocks, with offsets that are no whole hours. */
const ZONES = ["Europe/Paris", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"];
const START = Date.UTC(2026, 2, 27);
const DAY = 86_400_000;
const SOURCES = ["Google", "Bing", "direct"];

/** One page view: minutes after the one before, and the source that it came from, where it is an entry. */
const view = fc.record({
  after: fc.integer({ min: 1, max: 1_500 }),
  source: fc.option(fc.constantFrom(...SOURCES), { freq: 2 }),
});
const life = fc.array(view, { minLength: 1, maxLength: 8 });

interface View {
  at: number;
  source: string;
  isEntry: boolean;
}

/** A visitor's page views as they were. */
function viewsOf(given: readonly { after: number; source: string | null }[]): View[] {
  let at = START;
  let source = "direct";
  return given.map(({ after, source: own }, index) => {
    at += after * 60_000;
    const isEntry = index === 0 || own !== null;
    if (isEntry) source = own ?? "direct";
    return { at, source, isEntry };
  });
}

/** What the page sends of them. */
function eventsOf(views: readonly View[], mode: (typeof MODES)[number]): StoredEvent[] {
  return views.flatMap(({ at, source, isEntry }, index): StoredEvent[] => {
    const base = { at, consent: "" };
    const count = { ...base, id: randomUUID(), pages: index + 1 };
    const counted: StoredEvent =
      mode === "trafic"
        ? { ...count, type: "pages" }
        : { ...count, type: "page", url: "https://a.example/page" };
    const entry: StoredEvent = {
      ...base,
      id: randomUUID(),
      type: "entry",
      condition: "",
      source,
      channel: "email",
      landing: "https://a.example/",
    };
    return isEntry ? [entry, counted] : [counted];
  });
}

/** Page views, entries and visitors by day and source, counted from what happened. */
function recount(lives: readonly View[][], timeZone: string): unknown[] {
  const rows = new Map<string, { entries: number; visitors: Set<number>; pages: number }>();
  for (const [visitor, views] of lives.entries())
    for (const { at, source, isEntry } of views) {
      const key = `${localDay(at, timeZone)} ${source}`;
      const row = rows.get(key) ?? { entries: 0, visitors: new Set(), pages: 0 };
      rows.set(key, row);
      row.pages++;
      row.visitors.add(visitor);
      if (isEntry) row.entries++;
    }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { entries, visitors, pages }]) => [key, entries, visitors.size, pages]);
}

/** Whatever arrives in whatever order, a report says what happened; frozen, purged and erased it says it still. */
export function reportContract(place: () => Promise<Opener>): void {
  const cases = fc.record({
    mode: fc.constantFrom(...MODES),
    timeZone: fc.constantFrom(...ZONES),
    lives: fc.array(life, { minLength: 1, maxLength: 4 }),
    seed: fc.infiniteStream(fc.nat()),
  });

  test("a report is what happened, in whatever order it arrived, and stays so", async () => {
    const store = await (await place())();
    onTestFinished(() => store.close());
    await fc.assert(
      fc.asyncProperty(cases, async ({ mode, timeZone, lives, seed }) => {
        const site = `mod-${randomUUID()}`;
        const views = lives.map(viewsOf);
        const visitors = views.map(() => randomUUID());
        const arrivals = views.flatMap((each, index): Arrival[] =>
          eventsOf(each, mode).map((event) => ({
            site,
            visitor: visitors[index] ?? "",
            day: "2026-04-05",
            events: [event],
          })),
        );
        const inAnyOrder = [...arrivals, ...arrivals.slice(0, 3)]
          .map((arrival) => ({ arrival, key: seed.next().value }))
          .sort((a, b) => a.key - b.key);
        for (const { arrival } of inAnyOrder.slice(0, 2)) await store.append(arrival);
        await Promise.all(inAnyOrder.slice(2).map(({ arrival }) => store.append(arrival)));
        const query = {
          site,
          timeZone,
          from: "2026-03-20",
          to: "2026-04-10",
          by: ["day", "source"] as const,
        };
        const told = async () =>
          (await store.report(query)).rows.map(({ day, source, entries, visitors, pages }) => [
            `${day} ${source}`,
            entries,
            visitors,
            pages,
          ]);
        const happened = recount(views, timeZone);
        expect(await told()).toEqual(happened);
        // Some days are over, some are not; then all of them.
        const terms = (before: number) => ({ [site]: { timeZone, before } });
        await store.freeze(terms(0), START + 4 * DAY);
        expect(await told()).toEqual(happened);
        await store.freeze(terms(0), START + 20 * DAY);
        await store.purge(terms(START + 2 * DAY), START + 20 * DAY, site);
        expect(await told()).toEqual(happened);
        await store.erase(site, visitors[0] ?? "");
        expect(await told()).toEqual(happened);
      }),
      { numRuns: 20 },
    );
  }, 240_000);
}
