import { IDS_LATE, type Ids, withLateIds } from "../rules/lateIds.ts";
import { pagesOfStretch, type Stretch } from "../rules/pagesOfStretch.ts";
import type { Arrival, StoredEvent } from "../Store.ts";
import type { DroppedCounts } from "./DroppedCounts.ts";
import type { Folded } from "./Inbox.ts";
import type { Sqlite } from "./openDatabase.ts";

/** A visitor's row: its reference, and the time of its first event. */
export interface VisitorRow {
  ref: number;
  since: number;
}

/** The indexed tables of sites, visitors and events. */
export class EventTables implements Folded {
  readonly #statements: ReturnType<typeof prepare>;
  /** References by key. */
  readonly #sites = new Map<string, number>();
  readonly #dropped: DroppedCounts;

  constructor(database: Sqlite, dropped: DroppedCounts) {
    this.#statements = prepare(database);
    this.#dropped = dropped;
  }

  add({ site, visitor, events, days }: Arrival): void {
    const { findVisitor, addVisitor, removeVisitor, setSince, addEvent } = this.#statements;
    const siteRef = this.#site(site);
    let row = findVisitor.get(siteRef, visitor);
    for (const event of events) {
      const found = days[event.id] ?? null;
      if (event.type === "ids" && row && this.#isAdded(site, siteRef, row.ref, event, found ?? "")) continue;
      // Of ids that wait for their entry the day is known by their time.
      const day = event.type === "ids" ? null : found;
      if (row && day !== null && this.#isCounted(siteRef, row.ref, day, event)) continue;
      const isNew = !row;
      row ??= {
        ref: Number(addVisitor.run(siteRef, visitor, event.at).lastInsertRowid),
        since: event.at,
      };
      const { changes } = addEvent.run(...eventColumns(siteRef, row.ref, day, event));
      if (changes === 0 && isNew) {
        // Its id is taken, under another visitor: nothing is stored of this one.
        removeVisitor.run(row.ref);
        row = undefined;
      } else if (changes > 0 && event.at < row.since) {
        row.since = event.at;
        setSince.run(event.at, row.ref);
      }
      if (row && changes > 0 && !isNew && event.type === "entry")
        this.#addWaiting(siteRef, row.ref, event.id);
    }
  }

  undone(): void {
    // References made in the transaction that was rolled back do not exist.
    this.#sites.clear();
  }

  visitor(site: string, visitor: string): VisitorRow | undefined {
    const { findSite, findVisitor } = this.#statements;
    const ref = findSite.get(site)?.ref;
    return ref === undefined ? undefined : findVisitor.get(ref, visitor);
  }

  /** @returns how many events the visitor had */
  remove({ ref }: VisitorRow): number {
    const { removeEvents, removeVisitor } = this.#statements;
    const { changes } = removeEvents.run(ref);
    removeVisitor.run(ref);
    return changes;
  }

  /** Whether a row stands for the event, which is a running count; otherwise it is one of its own. */
  #isCounted(site: number, visitor: number, day: string, event: StoredEvent): boolean {
    const { findPages, findEvent, latestEntry, nextEntry, widen } = this.#statements;
    const { id, at, consent, pages = 0 } = event;
    const counted = pagesOfStretch(findPages.all(visitor, day), { id, at, consent, pages }, () => ({
      after: latestEntry.get(visitor, at)?.time ?? Number.NEGATIVE_INFINITY,
      before: nextEntry.get(visitor, at)?.time ?? Number.POSITIVE_INFINITY,
    }));
    if (typeof counted === "string") return counted === "seen";
    const { stretch, widened } = counted;
    // An id that another event has taken is not ours to give; the count is true all the same.
    const kept = findEvent.get(site, widened.id) ? stretch.id : widened.id;
    widen.run(kept, widened.time, widened.highest, widened.lowest, widened.consent, stretch.ref);
    return true;
  }

  /** Whether the entry of ids that came late is here, and they have been added to it. */
  #isAdded(site: string, siteRef: number, visitor: number, event: StoredEvent, day: string): boolean {
    const { entry = "", tracking_ids = {} } = event;
    const refused = this.#addIds(siteRef, visitor, entry, tracking_ids);
    if (refused) this.#dropped.add({ site, day, reason: IDS_LATE, count: refused });
    return refused !== undefined;
  }

  /** Ids that came before their entry. */
  #addWaiting(site: number, visitor: number, entry: string): void {
    const { findWaiting, removeEvent } = this.#statements;
    for (const { ref, ids } of findWaiting.all(visitor, entry)) {
      this.#addIds(site, visitor, entry, JSON.parse(ids));
      removeEvent.run(ref);
    }
  }

  /** @returns how many were not added; nothing where there is no such entry of the visitor's */
  #addIds(site: number, visitor: number, entry: string, late: Ids): number | undefined {
    const { findEntry, setIds } = this.#statements;
    const found = findEntry.get(site, entry, visitor);
    if (!found) return undefined;
    const { ids, added, refused } = withLateIds(JSON.parse(found.ids), late);
    if (added > 0) setIds.run(JSON.stringify(ids), found.ref);
    return refused;
  }

  #site(key: string): number {
    const found = this.#sites.get(key);
    if (found !== undefined) return found;
    const { addSite, findSite } = this.#statements;
    const ref = findSite.get(key)?.ref ?? Number(addSite.run(key).lastInsertRowid);
    this.#sites.set(key, ref);
    return ref;
  }
}

function eventColumns(site: number, visitor: number, day: string | null, event: StoredEvent) {
  const { id, type, at, consent, pages, condition, source, channel, ...data } = event;
  return [
    site,
    id,
    visitor,
    type,
    at,
    consent,
    pages ?? null,
    condition ?? null,
    source ?? null,
    channel ?? null,
    day,
    day === null ? null : (pages ?? 0),
    JSON.stringify(data),
  ];
}

function prepare(database: Sqlite) {
  return {
    addSite: database.prepare("INSERT INTO sites (key) VALUES (?)"),
    findSite: database.prepare<[string], { ref: number }>("SELECT ref FROM sites WHERE key = ?"),
    findVisitor: database.prepare<[number, string], VisitorRow>(
      "SELECT ref, since FROM visitors WHERE site = ? AND visitor = ?",
    ),
    addVisitor: database.prepare("INSERT INTO visitors (site, visitor, since) VALUES (?, ?, ?)"),
    removeVisitor: database.prepare("DELETE FROM visitors WHERE ref = ?"),
    setSince: database.prepare("UPDATE visitors SET since = ? WHERE ref = ?"),
    addEvent: database.prepare(
      `INSERT INTO events (site, id, visitor, type, time, consent, pages, condition, source, channel, day, lowest,
         data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    removeEvents: database.prepare("DELETE FROM events WHERE visitor = ?"),
    findEvent: database.prepare<[number, string], { ref: number }>(
      "SELECT ref FROM events WHERE site = ? AND id = ?",
    ),
    findPages: database.prepare<[number, string], Stretch & { ref: number }>(
      "SELECT ref, id, time, consent, lowest, pages AS highest FROM events WHERE visitor = ? AND day = ?",
    ),
    findEntry: database.prepare<[number, string, number], { ref: number; ids: string }>(
      `SELECT ref, json_extract(data, '$.tracking_ids') AS ids FROM events
       WHERE site = ? AND id = ? AND visitor = ? AND type = 'entry'`,
    ),
    setIds: database.prepare(
      "UPDATE events SET data = json_set(data, '$.tracking_ids', json(?)) WHERE ref = ?",
    ),
    findWaiting: database.prepare<[number, string], { ref: number; ids: string }>(
      `SELECT ref, json_extract(data, '$.tracking_ids') AS ids FROM events
       WHERE visitor = ? AND type = 'ids' AND json_extract(data, '$.entry') = ? ORDER BY time, ref`,
    ),
    removeEvent: database.prepare("DELETE FROM events WHERE ref = ?"),
    latestEntry: database.prepare<[number, number], { time: number }>(
      "SELECT time FROM events WHERE visitor = ? AND time <= ? AND type = 'entry' ORDER BY time DESC LIMIT 1",
    ),
    nextEntry: database.prepare<[number, number], { time: number }>(
      "SELECT time FROM events WHERE visitor = ? AND time > ? AND type = 'entry' ORDER BY time LIMIT 1",
    ),
    widen: database.prepare(
      "UPDATE events SET id = ?, time = ?, pages = ?, lowest = ?, consent = ? WHERE ref = ?",
    ),
  };
}
