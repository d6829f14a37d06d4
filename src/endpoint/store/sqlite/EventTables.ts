import type { Arrival, StoredEvent } from "../Store.ts";
import type { DroppedCounts } from "./DroppedCounts.ts";
import type { Folded } from "./Inbox.ts";
import type { Sqlite } from "./openDatabase.ts";

/** A visitor's row: its reference, and the time of its first event. */
export interface VisitorRow {
  ref: number;
  since: number;
}

export interface SiteRow {
  ref: number;
  /** What comes in for a time before this is late. */
  closed: number;
}

/** The indexed tables of sites, visitors and events. */
export class EventTables implements Folded {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #dropped: DroppedCounts;
  /** By key. */
  readonly #sites = new Map<string, SiteRow>();

  constructor(database: Sqlite, dropped: DroppedCounts) {
    this.#statements = prepare(database);
    this.#dropped = dropped;
  }

  add({ site, visitor, day, events }: Arrival): void {
    const { closed } = this.site(site);
    let late = 0;
    for (const event of events) {
      const isLate = event.at < closed;
      if (this.put(site, visitor, isLate, event) && isLate) late++;
    }
    // An inbox that an earlier version left behind does not say which day it was.
    if (late > 0 && day) this.#dropped.add({ site, day, reason: "late", count: late });
  }

  /** @returns false when the event's id is taken */
  put(site: string, visitor: string, isLate: boolean, event: StoredEvent): boolean {
    const { findEvent, findVisitor, addVisitor, setSince, addEvent } = this.#statements;
    const { ref } = this.site(site);
    if (findEvent.get(ref, event.id)) return false;
    const row = findVisitor.get(ref, visitor) ?? {
      ref: Number(addVisitor.run(ref, visitor, event.at).lastInsertRowid),
      since: event.at,
    };
    addEvent.run(...eventColumns(ref, row.ref, isLate, event));
    if (event.at < row.since) setSince.run(event.at, row.ref);
    return true;
  }

  /** A transaction begins. */
  begin(): void {
    // A command may have moved a bound meanwhile; rows made in one that was rolled back do not exist.
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

  /** Made when it is missing. */
  site(key: string): SiteRow {
    const known = this.#sites.get(key);
    if (known) return known;
    const { addSite, findSite } = this.#statements;
    const found = findSite.get(key) ?? {
      ref: Number(addSite.run(key).lastInsertRowid),
      closed: 0,
    };
    this.#sites.set(key, found);
    return found;
  }

  /** Whatever comes in for an earlier time is late. */
  close(key: string, until: number, timeZone: string): void {
    this.#statements.setClosed.run(until, timeZone, this.site(key).ref);
    this.#sites.delete(key);
  }

  /** Rows stand for everything before. @returns false when the bound is not where it was */
  setFrozen(key: string, from: number, until: number): boolean {
    return this.#statements.setFrozen.run(until, this.site(key).ref, from).changes > 0;
  }

  removeIds(site: string, ids: readonly string[]): void {
    const { ref } = this.site(site);
    for (const id of ids) this.#statements.removeId.run(ref, id);
  }
}

function eventColumns(site: number, visitor: number, isLate: boolean, event: StoredEvent) {
  const { id, type, at, consent, pages, condition, source, channel, ...data } = event;
  return [
    site,
    id,
    visitor,
    type,
    at,
    Number(isLate),
    consent,
    pages ?? null,
    condition ?? null,
    source ?? null,
    channel ?? null,
    JSON.stringify(data),
  ];
}

function prepare(database: Sqlite) {
  return {
    addSite: database.prepare("INSERT INTO sites (key) VALUES (?)"),
    findSite: database.prepare<[string], SiteRow>("SELECT ref, closed FROM sites WHERE key = ?"),
    setClosed: database.prepare("UPDATE sites SET closed = max(closed, ?), time_zone = ? WHERE ref = ?"),
    setFrozen: database.prepare("UPDATE sites SET frozen = ? WHERE ref = ? AND frozen = ?"),
    findVisitor: database.prepare<[number, string], VisitorRow>(
      "SELECT ref, since FROM visitors WHERE site = ? AND visitor = ?",
    ),
    addVisitor: database.prepare("INSERT INTO visitors (site, visitor, since) VALUES (?, ?, ?)"),
    removeVisitor: database.prepare("DELETE FROM visitors WHERE ref = ?"),
    setSince: database.prepare("UPDATE visitors SET since = ? WHERE ref = ?"),
    addEvent: database.prepare(
      `INSERT INTO events (site, id, visitor, type, time, late, consent, pages, condition, source, channel, data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    findEvent: database.prepare("SELECT 1 FROM events WHERE site = ? AND id = ?"),
    removeEvents: database.prepare("DELETE FROM events WHERE visitor = ?"),
    removeId: database.prepare("DELETE FROM events WHERE site = ? AND id = ?"),
  };
}
