import { pagesOfStretch, type Stretch } from "../rules/pagesOfStretch.ts";
import type { Arrival, StoredEvent } from "../Store.ts";
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

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
  }

  add({ site, visitor, events, days }: Arrival): void {
    const { findVisitor, addVisitor, removeVisitor, setSince, addEvent } = this.#statements;
    const siteRef = this.#site(site);
    let row = findVisitor.get(siteRef, visitor);
    for (const event of events) {
      const day = days[event.id] ?? null;
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
