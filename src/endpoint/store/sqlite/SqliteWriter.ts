import { statfsSync } from "node:fs";
import type { Dropped } from "../DroppedTally.ts";
import type { FrozenStep } from "../rules/freezeDays.ts";
import { accessesUntil, countsUntil } from "../rules/retention.ts";
import type { Access, LoggedConsent } from "../Store.ts";
import { AccessLog } from "./AccessLog.ts";
import { ConsentLog } from "./ConsentLog.ts";
import { addFrozenRows } from "./DayRows.ts";
import { DroppedCounts } from "./DroppedCounts.ts";
import { EventPurge, exhaust, PURGE_ROWS } from "./EventPurge.ts";
import { EventTables } from "./EventTables.ts";
import { Inbox } from "./Inbox.ts";
import type { Sqlite } from "./openDatabase.ts";

/** What arrived while the previous commit was under way. */
export interface Batch {
  /** One `Arrival` as JSON per line, or `""`. */
  arrivals: string;
  consents: LoggedConsent[];
  dropped: Dropped[];
  accesses: Access[];
}

/** A visitor's tombstone. */
export interface Mark {
  site: string;
  mark: string;
  /** Until then his id is refused, milliseconds since the epoch. */
  until: number;
}

/** What was deleted. */
export interface Forgotten {
  events: number;
  /** Whether anything that named the visitor was there at all. */
  wasKnown: boolean;
}

/** A store with less room than this (bytes) takes nothing more before long. */
const ROOM_TO_SPARE = 64 * 1024 * 1024;

/** The only hand that writes the file. Lives in a worker thread: its fsync blocks nobody else. */
export class SqliteWriter {
  readonly #database: Sqlite;
  readonly #events: EventTables;
  readonly #inbox: Inbox;
  readonly #consents: ConsentLog;
  readonly #accesses: AccessLog;
  readonly #dropped: DroppedCounts;
  readonly #purge: EventPurge;
  readonly #commit: (batch: Batch) => void;
  readonly #erase: (mark: Mark, visitor: string) => Forgotten;
  readonly #keepFrozen: (step: FrozenStep) => boolean;

  constructor(database: Sqlite) {
    this.#database = database;
    this.#dropped = new DroppedCounts(database);
    this.#events = new EventTables(database, this.#dropped);
    this.#inbox = new Inbox(database, this.#events);
    this.#consents = new ConsentLog(database);
    this.#accesses = new AccessLog(database);
    this.#purge = new EventPurge(database);
    this.#commit = database.transaction((batch: Batch) => this.#write(batch)).immediate;
    this.#erase = database.transaction((mark: Mark, visitor: string) =>
      this.#forget(mark, visitor),
    ).immediate;
    this.#keepFrozen = database.transaction((step: FrozenStep) => this.#freeze(step)).immediate;
  }

  commit(batch: Batch): void {
    this.#commit(batch);
    if (batch.arrivals !== "") this.#inbox.committed(batch.arrivals);
  }

  /** Resolves once everything committed so far is in the indexed tables; commits go on in between. */
  settle(): Promise<void> {
    return this.#inbox.settle();
  }

  async since(site: string, visitor: string): Promise<number | undefined> {
    await this.settle();
    return this.#events.visitor(site, visitor)?.since;
  }

  async erase(mark: Mark, visitor: string): Promise<Forgotten> {
    await this.settle();
    return this.#erase(mark, visitor);
  }

  /** A move of everything into this store was begun and not finished. */
  isMoving(): boolean {
    return this.#database.prepare("SELECT 1 FROM moving").get() !== undefined;
  }

  /** Visitors who are refused still. */
  erased(now: number): Mark[] {
    return this.#database
      .prepare<[number], Mark>("SELECT site, mark, until FROM erased WHERE until > ?")
      .all(now);
  }

  /** Whether parts of what was deleted may stand in the file still. */
  isUnclean(): boolean {
    return this.#deletions() > 0;
  }

  /**
   * Writes the file anew: of what was deleted, parts may stand between what was not.
   * @returns how many deletions that has served
   */
  rewrite(): number {
    const served = this.#deletions();
    this.#database.exec("VACUUM");
    return served;
  }

  /** So many deletions have left nothing. */
  cleaned(served: number): void {
    this.#database.prepare("DELETE FROM unclean WHERE deletions <= ?").run(served);
  }

  /** Empties the write-ahead log, which holds pages as they were. @returns false while somebody reads it */
  emptyLog(): boolean {
    const timeout = this.#database.pragma("busy_timeout", { simple: true });
    this.#database.pragma("busy_timeout = 0");
    try {
      const [result] = this.#database.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
      return result?.busy === 0;
    } finally {
      this.#database.pragma(`busy_timeout = ${timeout}`);
    }
  }

  async closeDays(site: string, until: number, timeZone: string): Promise<void> {
    await this.settle();
    this.#events.begin();
    this.#events.close(site, until, timeZone);
  }

  keepFrozen(step: FrozenStep): boolean {
    return this.#keepFrozen(step);
  }

  /** Sites that have ever had an event, with the time zone that they were last frozen in. */
  sites(): { key: string; timeZone: string | null }[] {
    return this.#database
      .prepare<[], { key: string; timeZone: string | null }>("SELECT key, time_zone AS timeZone FROM sites")
      .all();
  }

  purgeSite(site: string, until: number): Promise<{ events: number; visitors: number }> {
    this.#events.begin();
    this.#noteDeletion();
    return this.#purge.run(this.#events.site(site).ref, until);
  }

  /** @returns how many rows */
  async purgeLogs(now: number): Promise<number> {
    const accesses = await exhaust(() => this.#accesses.purge(accessesUntil(now), PURGE_ROWS));
    this.#dropped.purge(countsUntil(now));
    this.#database.prepare("DELETE FROM erased WHERE until < ?").run(now);
    return accesses;
  }

  heartbeat(): number | undefined {
    return this.#database.prepare<[], { time: number }>("SELECT time FROM last_use").get()?.time;
  }

  beat(time: number): void {
    this.#database.prepare("INSERT OR REPLACE INTO last_use (ref, time) VALUES (1, ?)").run(time);
  }

  check(): void {
    this.#database.prepare("INSERT OR REPLACE INTO heartbeat (ref, time) VALUES (1, ?)").run(Date.now());
    if (this.#database.memory) return;
    const { bavail, bsize } = statfsSync(this.#database.name);
    if (bavail * bsize < ROOM_TO_SPARE) throw new Error("less than 64 MB of room are left");
  }

  async close(): Promise<void> {
    this.#inbox.close();
    // In memory the reader's connection is this one.
    if (!this.#database.open) return;
    this.#database.pragma("wal_checkpoint(PASSIVE)");
    this.#database.close();
  }

  #write({ arrivals, consents, dropped, accesses }: Batch): void {
    if (arrivals !== "") this.#inbox.add(arrivals);
    for (const record of consents) this.#consents.add(record);
    for (const each of dropped) this.#dropped.add(each);
    for (const access of accesses) this.#accesses.add(access);
  }

  #forget({ site, mark, until }: Mark, visitor: string): Forgotten {
    this.#database
      .prepare("INSERT OR REPLACE INTO erased (site, mark, until) VALUES (?, ?, ?)")
      .run(site, mark, until);
    const unlinked = this.#consents.unlink(site, visitor) + this.#accesses.unlink(site, visitor);
    const found = this.#events.visitor(site, visitor);
    const events = found ? this.#events.remove(found) : 0;
    const wasKnown = unlinked > 0 || found !== undefined;
    if (wasKnown) this.#noteDeletion();
    return { events, wasKnown };
  }

  #noteDeletion(): void {
    this.#database.exec(
      "INSERT INTO unclean (ref, deletions) VALUES (1, 1) ON CONFLICT DO UPDATE SET deletions = deletions + 1",
    );
  }

  #deletions(): number {
    const found = this.#database.prepare<[], { deletions: number }>("SELECT deletions FROM unclean").get();
    return found?.deletions ?? 0;
  }

  #freeze({ site, from, until, rows, superseded }: FrozenStep): boolean {
    this.#events.begin();
    if (!this.#events.setFrozen(site, from, until)) return false;
    addFrozenRows(this.#database, site, rows);
    this.#events.removeIds(site, superseded);
    return true;
  }
}
