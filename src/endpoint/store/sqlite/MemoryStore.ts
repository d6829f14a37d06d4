import type {
  Access,
  Arrival,
  ConsentQuery,
  LoggedConsent,
  Report,
  ReportQuery,
  Store,
  VisitorCopy,
} from "../Store.ts";
import { openDatabase } from "./openDatabase.ts";
import { SqliteReader } from "./SqliteReader.ts";
import { type Batch, SqliteWriter } from "./SqliteWriter.ts";

/** Where a memory store tells what it was given. */
export interface Told {
  events?(arrival: Arrival): void;
  consent?(record: LoggedConsent): void;
}

/** The embedded store without its file: for tests of integrations. All of it is gone with the process. */
export class MemoryStore implements Store {
  readonly #writer: SqliteWriter;
  readonly #reader: SqliteReader;
  readonly #told: Told;

  constructor(told: Told = {}) {
    const database = openDatabase(":memory:");
    this.#writer = new SqliteWriter(database);
    this.#reader = new SqliteReader(database);
    this.#told = told;
  }

  async append(arrival: Arrival): Promise<void> {
    this.#commit({ arrivals: `${JSON.stringify(arrival)}\n` });
    this.#told.events?.(arrival);
  }

  async addConsent(record: LoggedConsent): Promise<void> {
    this.#commit({ consents: [record] });
    this.#told.consent?.(record);
  }

  countDropped(site: string, day: string, reason: string, count: number): void {
    this.#commit({ dropped: [{ site, day, reason, count }] });
  }

  async logAccess(access: Access): Promise<void> {
    this.#commit({ accesses: [access] });
  }

  since(site: string, visitor: string): Promise<number | undefined> {
    return this.#writer.since(site, visitor);
  }

  erase(site: string, visitor: string): Promise<number> {
    return this.#writer.erase(site, visitor);
  }

  purge(before: Record<string, number>, now: number): Promise<number> {
    return this.#writer.purge(before, now);
  }

  async copy(site: string, visitor: string): Promise<VisitorCopy> {
    await this.#writer.settle();
    return this.#reader.copy(site, visitor);
  }

  async consents(query: ConsentQuery): Promise<LoggedConsent[]> {
    return this.#reader.consents(query);
  }

  async report(query: ReportQuery): Promise<Report> {
    await this.#writer.settle();
    return this.#reader.report(query);
  }

  async accessLog(): Promise<Access[]> {
    return this.#reader.accessLog();
  }

  async check(): Promise<void> {
    this.#writer.check();
  }

  waiting(): number {
    return 0;
  }

  /** The reader's connection is the writer's. */
  close(): Promise<void> {
    return this.#writer.close();
  }

  #commit(part: Partial<Batch>): void {
    this.#writer.commit({ arrivals: "", consents: [], dropped: [], accesses: [], ...part });
  }
}
