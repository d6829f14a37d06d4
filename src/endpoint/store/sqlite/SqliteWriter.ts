import { accessesUntil, countsUntil } from "../rules/retention.ts";
import type { Access, LoggedConsent } from "../Store.ts";
import { AccessLog } from "./AccessLog.ts";
import { ConsentLog } from "./ConsentLog.ts";
import { type Dropped, DroppedCounts } from "./DroppedCounts.ts";
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
  readonly #erase: (site: string, visitor: string) => number;

  constructor(database: Sqlite) {
    this.#database = database;
    this.#dropped = new DroppedCounts(database);
    this.#events = new EventTables(database, this.#dropped);
    this.#inbox = new Inbox(database, this.#events);
    this.#consents = new ConsentLog(database);
    this.#accesses = new AccessLog(database);
    this.#purge = new EventPurge(database);
    this.#commit = database.transaction((batch: Batch) => this.#write(batch)).immediate;
    this.#erase = database.transaction((site: string, visitor: string) =>
      this.#forget(site, visitor),
    ).immediate;
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

  async erase(site: string, visitor: string): Promise<number> {
    await this.settle();
    const erased = this.#erase(site, visitor);
    // The write-ahead log still holds the pages as they were.
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
    return erased;
  }

  async purge(before: Record<string, number>, now: number): Promise<number> {
    await this.settle();
    const purged = await this.#purge.run(before, now);
    await exhaust(() => this.#accesses.purge(accessesUntil(now), PURGE_ROWS));
    this.#dropped.purge(countsUntil(now));
    return purged;
  }

  check(): void {
    this.#database.prepare("INSERT OR REPLACE INTO heartbeat (ref, time) VALUES (1, ?)").run(Date.now());
  }

  async close(): Promise<void> {
    this.#inbox.close();
    this.#database.pragma("wal_checkpoint(PASSIVE)");
    this.#database.close();
  }

  #write({ arrivals, consents, dropped, accesses }: Batch): void {
    if (arrivals !== "") this.#inbox.add(arrivals);
    for (const record of consents) this.#consents.add(record);
    for (const each of dropped) this.#dropped.add(each);
    for (const access of accesses) this.#accesses.add(access);
  }

  #forget(site: string, visitor: string): number {
    this.#consents.unlink(site, visitor);
    this.#accesses.unlink(site, visitor);
    const found = this.#events.visitor(site, visitor);
    return found ? this.#events.remove(found) : 0;
  }
}
