import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommitQueue } from "../CommitQueue.ts";
import { DroppedTally } from "../DroppedTally.ts";
import { isDoneWithin } from "../isDoneWithin.ts";
import { ERASED, markOf, REFUSED_FOR_MS } from "../rules/erasure.ts";
import { dueOf, type Freezer, type Freezing, freezeDays } from "../rules/freezeDays.ts";
import { Heartbeat } from "../rules/Heartbeat.ts";
import { eventsUntil } from "../rules/retention.ts";
import {
  type Access,
  type Arrival,
  type ConsentQuery,
  type ConsentVerification,
  type Erasure,
  type LoggedConsent,
  type Purged,
  type Report,
  type ReportQuery,
  type SiteTerms,
  type Store,
  StoreUnavailable,
  UNFINISHED_MOVE,
  type VisitorCopy,
} from "../Store.ts";
import { batchOf, type Item } from "./batchOf.ts";
import { type Calls, LocalCalls } from "./Calls.ts";
import { MEMORY, openDatabase } from "./openDatabase.ts";
import { Scour } from "./Scour.ts";
import { SqliteReader } from "./SqliteReader.ts";
import { type Forgotten, type Mark, SqliteWriter } from "./SqliteWriter.ts";
import { STORE_FILE } from "./storeFile.ts";
import { WorkerCalls } from "./WorkerCalls.ts";

/** Requests that may wait for their commit: beyond, the disk is not keeping up. */
const MAX_WAITING = 10_000;
const MAX_WAITING_CHARACTERS = 32 * 1024 * 1024;
/** One that the disk is writing, and one that the writer finds as soon as it is done. */
const MAX_COMMITS = 2;

/** A probe of readiness does not wait longer for what the writer is at (ms). */
const CHECK_WITHIN = 2_000;
/** An erasure answers after this (ms), done or not. */
const ERASE_WITHIN_MS = 10_000;

export interface SqliteOptions {
  eraseWithinMs?: number;
}
/** Of sites that are no longer configured, and that said nothing else when they were last frozen. */
const DEFAULT_ZONE = "Europe/Paris";

/**
 * The embedded store: one SQLite file, one thread that writes it and one that reads it.
 */
export class SqliteStore implements Store {
  readonly #makeReader: () => Calls;
  readonly #eraseWithinMs: number;
  readonly #writer: Calls;
  readonly #scour: Scour;
  readonly #heartbeat: Heartbeat;
  readonly #queue: CommitQueue<Item>;
  readonly #dropped: DroppedTally;
  /** Until when an erased id is refused, by its mark. */
  readonly #erased = new Map<string, number>();
  #reader: Calls | undefined;
  #checking: Promise<void> | undefined;
  #closed = false;

  /** @param folder created when it is missing; the file is `STORE_FILE` */
  static open(folder: string, options?: SqliteOptions): Promise<SqliteStore> {
    return SqliteStore.openFile(join(folder, STORE_FILE), options);
  }

  static async openFile(file: string, options: SqliteOptions = {}): Promise<SqliteStore> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const store = new SqliteStore(
      new WorkerCalls({ file, role: "writer" }),
      () => new WorkerCalls({ file, role: "reader" }),
      options,
    );
    try {
      await store.#begin();
      return store;
    } catch (error) {
      await store.#writer.close().catch(() => {});
      throw error;
    }
  }

  /** One without a file, in this thread: for tests. All of it is gone with the process. */
  static inMemory(): SqliteStore {
    const database = openDatabase(MEMORY);
    return new SqliteStore(
      new LocalCalls(new SqliteWriter(database)),
      () => new LocalCalls(new SqliteReader(database)),
      {},
    );
  }

  private constructor(
    writer: Calls,
    makeReader: () => Calls,
    { eraseWithinMs = ERASE_WITHIN_MS }: SqliteOptions,
  ) {
    this.#makeReader = makeReader;
    this.#eraseWithinMs = eraseWithinMs;
    this.#writer = writer;
    this.#scour = new Scour(writer);
    this.#heartbeat = new Heartbeat({
      read: () => writer.call("heartbeat"),
      write: (time) => writer.call("beat", time),
    });
    this.#queue = new CommitQueue<Item>({
      maxWaiting: MAX_WAITING,
      maxSize: MAX_WAITING_CHARACTERS,
      maxCommits: MAX_COMMITS,
      sizeOf: (item) => (typeof item === "string" ? item.length : 0),
      commit: (items) => writer.call("commit", batchOf(items)),
    });
    this.#dropped = new DroppedTally((dropped) => writer.call("commit", { ...batchOf([]), dropped }));
  }

  async #begin(): Promise<void> {
    await this.#writer.opened();
    if (await this.#writer.call<boolean>("isMoving")) throw new Error(UNFINISHED_MOVE);
    for (const { site, mark, until } of await this.#writer.call<Mark[]>("erased", Date.now()))
      this.#erased.set(`${site} ${mark}`, until);
    // Stopped in the middle of an erasure.
    if (await this.#writer.call<boolean>("isUnclean")) this.#scour.run().catch(() => {});
    await this.#heartbeat.start();
  }

  append(arrival: Arrival): Promise<void> {
    if (this.#closed) return Promise.reject(new StoreUnavailable("the store is closed"));
    const { site, visitor, day, events } = arrival;
    if (this.#isErased(site, visitor)) {
      this.countDropped(site, day, "erased", events.length);
      return Promise.resolve();
    }
    return this.#queue.add(`${JSON.stringify(arrival)}\n`);
  }

  addConsent(record: LoggedConsent): Promise<void> {
    const { site, visitor } = record;
    const consent = this.#isErased(site, visitor) ? { ...record, visitor: ERASED.consent } : record;
    return this.#queue.add({ consent });
  }

  logAccess(access: Access): Promise<void> {
    return this.#queue.add({ access });
  }

  countDropped(site: string, day: string, reason: string, count: number): void {
    this.#dropped.add({ site, day, reason, count });
  }

  async since(site: string, visitor: string): Promise<number | undefined> {
    await this.#queue.flush();
    return this.#writer.call("since", site, visitor);
  }

  async erase(site: string, visitor: string): Promise<Erasure> {
    const mark = markOf(site, visitor);
    const until = Date.now() + REFUSED_FOR_MS;
    // From here on nothing of him is taken; what was on its way is let in first.
    this.#erased.set(`${site} ${mark}`, until);
    await this.#queue.flush();
    const { events, wasKnown } = await this.#writer.call<Forgotten>("erase", { site, mark, until }, visitor);
    if (!wasKnown) return { erased: 0 };
    const rest = this.#scour.run();
    const isDone = await isDoneWithin(rest, this.#eraseWithinMs);
    return isDone ? { erased: events } : { erased: events, rest };
  }

  async freeze(sites: Readonly<Record<string, SiteTerms>>, now: number): Promise<void> {
    await this.#heartbeat.demand(now);
    const freezer = await this.#freezer();
    await freezeDays(freezer, dueOf(sites, now));
  }

  async purge(sites: Readonly<Record<string, SiteTerms>>, now: number, only?: string): Promise<Purged[]> {
    await this.#heartbeat.demand(now);
    const freezer = await this.#freezer();
    const purged: Purged[] = [];
    const known = await this.#writer.call<{ key: string; timeZone: string | null }[]>("sites");
    const due = known
      .filter(({ key }) => only === undefined || key === only)
      .map(
        ({ key: site, timeZone }): Freezing => ({
          site,
          timeZone: sites[site]?.timeZone ?? timeZone ?? DEFAULT_ZONE,
          until: eventsUntil(site, sites, now),
        }),
      );
    await freezeDays(freezer, due);
    for (const { site, until } of due) {
      const { events, visitors } = await this.#writer.call<Purged>("purgeSite", site, until);
      if (events + visitors > 0) purged.push({ site, events, visitors });
    }
    const accesses = await this.#writer.call<number>("purgeLogs", now);
    for (const [mark, until] of this.#erased) if (until < now) this.#erased.delete(mark);
    if (purged.length + accesses > 0) await this.#scour.run();
    return purged;
  }

  async check(): Promise<void> {
    // One at a time: a writer that hangs is not asked again before it has answered.
    this.#checking ??= this.#writer.call<void>("check").finally(() => {
      this.#checking = undefined;
    });
    const checking = this.#checking;
    if (await isDoneWithin(checking, CHECK_WITHIN)) return;
    // Its own words, where it has failed rather than hung.
    if (!this.#checking) await checking;
    throw new StoreUnavailable("the store does not answer");
  }

  copy(site: string, visitor: string): Promise<VisitorCopy> {
    return this.#read("copy", site, visitor);
  }

  consents(query: ConsentQuery): Promise<LoggedConsent[]> {
    return this.#read("consents", query);
  }

  report(query: ReportQuery): Promise<Report> {
    return this.#read("report", query);
  }

  accessLog(): Promise<Access[]> {
    return this.#read("accessLog");
  }

  verify(noted?: string): Promise<ConsentVerification> {
    return this.#read("verify", noted);
  }

  waiting(): number {
    return this.#queue.waiting;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#heartbeat.stop();
    this.#scour.stop();
    await this.#queue.close();
    await this.#dropped.flush();
    this.#dropped.close();
    await this.#reader?.close();
    await this.#writer.close();
  }

  #isErased(site: string, visitor: string): boolean {
    if (this.#erased.size === 0 || visitor === "") return false;
    return (this.#erased.get(`${site} ${markOf(site, visitor)}`) ?? 0) > Date.now();
  }

  async #freezer(): Promise<Freezer> {
    await this.settle();
    const reader = await this.#openReader();
    return {
      bounds: (site) => reader.call("bounds", site),
      firstEvent: (site, from) => reader.call("firstEvent", site, from),
      close: (site, until, timeZone) => this.#writer.call("closeDays", site, until, timeZone),
      // One writer: the bound is in force at once.
      closed: async () => {},
      tally: (site, timeZone, from, until) => reader.call("tally", site, timeZone, from, until),
      keepFrozen: (step) => this.#writer.call("keepFrozen", step),
    };
  }

  /** Resolves once everything accepted so far is in the indexed tables. */
  async settle(): Promise<void> {
    await Promise.all([this.#queue.flush(), this.#dropped.flush()]);
    await this.#writer.call("settle");
  }

  /** Reads see everything that was accepted before them. */
  async #read<T>(method: string, ...parameters: unknown[]): Promise<T> {
    await this.settle();
    const reader = await this.#openReader();
    return reader.call<T>(method, ...parameters);
  }

  /** Opened by the first read; one that fails is tried again by the next. */
  async #openReader(): Promise<Calls> {
    const reader = this.#reader ?? this.#makeReader();
    this.#reader = reader;
    try {
      await reader.opened();
      return reader;
    } catch (error) {
      if (this.#reader === reader) this.#reader = undefined;
      throw error;
    }
  }
}
