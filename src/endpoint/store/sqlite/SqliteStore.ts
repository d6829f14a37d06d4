import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type Access,
  type Arrival,
  type ConsentQuery,
  type LoggedConsent,
  type Report,
  type ReportQuery,
  type Store,
  StoreUnavailable,
  type VisitorCopy,
} from "../Store.ts";
import type { Batch } from "./SqliteWriter.ts";
import { STORE_FILE } from "./storeFile.ts";
import type { ConsentVerification } from "./verifyConsents.ts";
import { WorkerCalls } from "./WorkerCalls.ts";

/** Arrivals that may wait for their commit: beyond, the disk is not keeping up. */
const MAX_WAITING = 10_000;
const MAX_WAITING_CHARACTERS = 32 * 1024 * 1024;
/** One that the disk is writing, and one that the writer finds as soon as it is done. */
const MAX_COMMITS = 2;
/** Counts of what was dropped wait for company this long (ms). */
const COUNTS_AFTER = 1_000;

/** A probe of readiness does not wait longer for what the writer is at (ms). */
const CHECK_WITHIN = 2_000;

interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * The embedded store: one SQLite file, one thread that writes it and one that reads it.
 *
 * Group commit: whatever arrives while commits are under way goes into the next one, so the cost of
 * an fsync is shared by as many requests as are waiting for it.
 */
export class SqliteStore implements Store {
  readonly #file: string;
  readonly #writer: WorkerCalls;
  #reader: WorkerCalls | undefined;
  #arrivals: string[] = [];
  #characters = 0;
  #consents: LoggedConsent[] = [];
  #accesses: Access[] = [];
  #dropped = new Map<string, Batch["dropped"][number]>();
  #waiters: Waiter[] = [];
  /** The commit that was handed over last: the writer takes them in order. */
  #last: Promise<void> = Promise.resolve();
  #underWay = 0;
  #scheduled = false;
  #counts: NodeJS.Timeout | undefined;
  #checking: Promise<void> | undefined;
  #closed = false;

  /** @param folder created when it is missing; the file is `STORE_FILE` */
  static async open(folder: string): Promise<SqliteStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const store = new SqliteStore(join(folder, STORE_FILE));
    await store.#writer.opened();
    return store;
  }

  private constructor(file: string) {
    this.#file = file;
    this.#writer = new WorkerCalls({ file, role: "writer" });
  }

  append(arrival: Arrival): Promise<void> {
    const refusal = this.#refusal();
    if (refusal) return Promise.reject(refusal);
    const line = `${JSON.stringify(arrival)}\n`;
    this.#arrivals.push(line);
    this.#characters += line.length;
    return this.#committed();
  }

  addConsent(record: LoggedConsent): Promise<void> {
    const refusal = this.#refusal();
    if (refusal) return Promise.reject(refusal);
    this.#consents.push(record);
    return this.#committed();
  }

  logAccess(access: Access): Promise<void> {
    this.#accesses.push(access);
    return this.#committed();
  }

  countDropped(site: string, day: string, reason: string, count: number): void {
    const key = `${site} ${day} ${reason}`;
    const counted = this.#dropped.get(key);
    if (counted) counted.count += count;
    else this.#dropped.set(key, { site, day, reason, count });
    this.#counts ??= setTimeout(() => this.#flush().catch(() => {}), COUNTS_AFTER).unref();
  }

  async since(site: string, visitor: string): Promise<number | undefined> {
    await this.#flush();
    return this.#writer.call("since", site, visitor);
  }

  async erase(site: string, visitor: string): Promise<number> {
    await this.#flush();
    return this.#writer.call("erase", site, visitor);
  }

  async purge(before: Record<string, number>, now: number): Promise<number> {
    return this.#writer.call("purge", before, now);
  }

  async check(): Promise<void> {
    // One at a time: a writer that hangs is not asked again before it has answered.
    this.#checking ??= this.#writer.call<void>("check").finally(() => {
      this.#checking = undefined;
    });
    this.#checking.catch(() => {});
    let late: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((_, reject) => {
      late = setTimeout(() => reject(new StoreUnavailable("the store does not answer")), CHECK_WITHIN);
    });
    try {
      await Promise.race([this.#checking, deadline]);
    } finally {
      clearTimeout(late);
    }
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

  /** Walks the consent log; `noted` is a hash to look for in its chain. */
  verify(noted?: string): Promise<ConsentVerification> {
    return this.#read("verify", noted);
  }

  waiting(): number {
    return this.#waiters.length;
  }

  async close(): Promise<void> {
    await this.#flush().catch(() => {});
    this.#closed = true;
    clearTimeout(this.#counts);
    await this.#reader?.close();
    await this.#writer.close();
  }

  /** Reads see everything that was accepted before them. */
  async #read<T>(method: string, ...parameters: unknown[]): Promise<T> {
    await this.#flush();
    await this.#writer.call("settle");
    const reader = await this.#openReader();
    return reader.call<T>(method, ...parameters);
  }

  /** Opened by the first read; one that fails is tried again by the next. */
  async #openReader(): Promise<WorkerCalls> {
    const reader = this.#reader ?? new WorkerCalls({ file: this.#file, role: "reader" });
    this.#reader = reader;
    try {
      await reader.opened();
      return reader;
    } catch (error) {
      if (this.#reader === reader) this.#reader = undefined;
      throw error;
    }
  }

  #refusal(): StoreUnavailable | undefined {
    if (this.#closed) return new StoreUnavailable("the store is closed");
    if (this.#waiters.length < MAX_WAITING && this.#characters < MAX_WAITING_CHARACTERS) return undefined;
    return new StoreUnavailable("too much waits for the disk");
  }

  #committed(): Promise<void> {
    if (this.#underWay < MAX_COMMITS && !this.#scheduled) {
      this.#scheduled = true;
      // The requests that the same turn of the event loop is still to read share the commit.
      setImmediate(() => {
        this.#scheduled = false;
        if (this.#underWay < MAX_COMMITS) this.#flush().catch(() => {});
      });
    }
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  /** Resolves once everything accepted so far is durable; rejects when the last of it was refused. */
  #flush(): Promise<void> {
    if (this.#waiters.length > 0 || this.#dropped.size > 0) this.#last = this.#commit();
    return this.#last;
  }

  async #commit(): Promise<void> {
    const waiters = this.#waiters;
    const dropped = this.#dropped;
    const batch: Batch = {
      arrivals: this.#arrivals.join(""),
      consents: this.#consents,
      dropped: [...dropped.values()],
      accesses: this.#accesses,
    };
    this.#arrivals = [];
    this.#characters = 0;
    this.#consents = [];
    this.#accesses = [];
    this.#dropped = new Map();
    this.#waiters = [];
    clearTimeout(this.#counts);
    this.#counts = undefined;
    this.#underWay++;
    try {
      await this.#writer.call("commit", batch);
      for (const { resolve } of waiters) resolve();
    } catch (error) {
      for (const { site, day, reason, count } of dropped.values())
        this.countDropped(site, day, reason, count);
      for (const { reject } of waiters) reject(error);
      throw error;
    } finally {
      this.#underWay--;
      if (this.#waiters.length > 0) this.#flush().catch(() => {});
    }
  }
}
