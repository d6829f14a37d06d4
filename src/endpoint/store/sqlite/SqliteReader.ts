import type { DayRow } from "../../report/DayRow.ts";
import type { Progress } from "../../report/progress.ts";
import { buildReport } from "../rules/buildReport.ts";
import { CONSENT_FIELDS } from "../rules/consentChain.ts";
import { copiedEvents } from "../rules/copiedEvents.ts";
import { byTime } from "../rules/eventOrder.ts";
import { type Tallied, tallyDays } from "../rules/freezeDays.ts";
import { type Bounds, type History, progressSoFar, type Records } from "../rules/History.ts";
import type {
  Access,
  ConsentQuery,
  ConsentVerification,
  LoggedConsent,
  Report,
  ReportQuery,
  VisitorCopy,
} from "../Store.ts";
import { frozenRows } from "./DayRows.ts";
import { EVENT_COLUMNS, type EventRow, storedEvent } from "./eventRow.ts";
import type { Sqlite } from "./openDatabase.ts";
import { verifyConsents } from "./verifyConsents.ts";

const CONSENT_COLUMNS = CONSENT_FIELDS.join(", ");

/** A withdrawal names no visitor, only the receipt that it ends. */
const OF_VISITOR = `(visitor = @visitor OR receipt IN (
  SELECT receipt FROM consents WHERE site = @site AND visitor = @visitor))`;

/** Every long read, on a connection and in a thread of its own. None keeps a transaction open between two helpings. */
export class SqliteReader implements Records {
  readonly #database: Sqlite;

  constructor(database: Sqlite) {
    this.#database = database;
  }

  copy(site: string, visitor: string): VisitorCopy {
    const found = this.#database
      .prepare<[string, string], { ref: number; since: number }>(
        "SELECT visitors.ref, since FROM visitors JOIN sites ON sites.ref = site WHERE key = ? AND visitor = ?",
      )
      .get(site, visitor);
    const consents = this.#database
      .prepare<object, LoggedConsent>(
        `SELECT ${CONSENT_COLUMNS} FROM consents WHERE site = @site AND ${OF_VISITOR} ORDER BY ref`,
      )
      .all({ site, visitor });
    const rows = found
      ? this.#database
          .prepare<[number], EventRow>(`SELECT ${EVENT_COLUMNS} FROM events WHERE visitor = ?`)
          .all(found.ref)
      : [];
    const events = copiedEvents(rows.map(storedEvent));
    return { visitor, site, since: found?.since ?? null, consents, events };
  }

  consents({
    site,
    after = 0,
    before = Number.MAX_SAFE_INTEGER,
    status,
    visitor,
  }: ConsentQuery): LoggedConsent[] {
    return this.#database
      .prepare<object, LoggedConsent>(
        `SELECT ${CONSENT_COLUMNS} FROM consents WHERE site = @site AND time >= @after AND time < @before
         AND (@status IS NULL OR status = @status) AND (@visitor IS NULL OR ${OF_VISITOR}) ORDER BY ref`,
      )
      .all({ site, after, before, status: status ?? null, visitor: visitor ?? null });
  }

  report(query: ReportQuery): Promise<Report> {
    return buildReport(this, query);
  }

  /** Counts for freezing. */
  tally(site: string, timeZone: string, from: number, until: number): Promise<Tallied> {
    return tallyDays(this, site, timeZone, from, until);
  }

  async bounds(site: string): Promise<Bounds> {
    const found = this.#database
      .prepare<[string], Bounds>("SELECT closed, frozen FROM sites WHERE key = ?")
      .get(site);
    return found ?? { closed: 0, frozen: 0 };
  }

  async frozenRows(site: string, from: string, to: string): Promise<DayRow[]> {
    return frozenRows(this.#database, site, from, to);
  }

  async *histories(site: string, after: number, before: number): AsyncGenerator<History> {
    const visitors = this.#database
      .prepare<object, number>(
        `SELECT DISTINCT visitor FROM events WHERE site = (SELECT ref FROM sites WHERE key = @site)
         AND time >= @after AND time < @before AND late = 0`,
      )
      .pluck()
      .all({ site, after, before });
    const findStart = this.#database.prepare<[number], { [Key in keyof Progress]: Progress[Key] | null }>(
      "SELECT seen, condition, source, channel, campaign, landing FROM visitors WHERE ref = ?",
    );
    const findEvents = this.#database.prepare<[number, number], EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM events WHERE visitor = ? AND time < ? AND late = 0`,
    );
    const read = this.#database.transaction((visitor: number) => ({
      start: progressSoFar(findStart.get(visitor)),
      events: findEvents.all(visitor, before).map(storedEvent).sort(byTime),
    }));
    for (const visitor of visitors) yield read(visitor);
  }

  async dropped(site: string, from: string, to: string): Promise<Record<string, number>> {
    const counts = this.#database
      .prepare<[string, string, string], { reason: string; count: number }>(
        `SELECT reason, sum(count) AS count FROM dropped WHERE site = ? AND day BETWEEN ? AND ?
         GROUP BY reason ORDER BY reason`,
      )
      .all(site, from, to);
    return Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));
  }

  firstEvent(site: string, from: number): number | undefined {
    const first = this.#database
      .prepare<[string, number], { time: number }>(
        `SELECT time FROM events WHERE site = (SELECT ref FROM sites WHERE key = ?) AND time >= ? AND late = 0
         ORDER BY time LIMIT 1`,
      )
      .get(site, from);
    return first?.time;
  }

  accessLog(): Access[] {
    return this.#database
      .prepare<[], Access>("SELECT time, who, what, site, whose FROM access_log ORDER BY ref")
      .all();
  }

  verify(noted?: string): ConsentVerification {
    return verifyConsents(this.#database, noted);
  }

  close(): void {
    this.#database.close();
  }
}
