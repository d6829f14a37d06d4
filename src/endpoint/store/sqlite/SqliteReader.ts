import type { Channel } from "../../../vocabulary/channels.ts";
import { localDay, outerBounds } from "../../report/localDay.ts";
import { type ReportedEvent, ReportTally } from "../../report/ReportTally.ts";
import { loadReferralRefiner } from "../../report/refineReferral.ts";
import { CONSENT_FIELDS } from "../rules/consentChain.ts";
import { IDS_LATE } from "../rules/lateIds.ts";
import { progressSoFar } from "../rules/progressSoFar.ts";
import type {
  Access,
  ConsentQuery,
  LoggedConsent,
  Report,
  ReportQuery,
  StoredEvent,
  VisitorCopy,
} from "../Store.ts";
import { EVENT_ORDER } from "./eventOrder.ts";
import type { Sqlite } from "./openDatabase.ts";
import { type ConsentVerification, verifyConsents } from "./verifyConsents.ts";

const CONSENT_COLUMNS = CONSENT_FIELDS.join(", ");

/** A withdrawal names no visitor, only the receipt that it ends. */
const OF_VISITOR = `(visitor = @visitor OR receipt IN (
  SELECT receipt FROM consents WHERE site = @site AND visitor = @visitor))`;

/** Every long read, on a connection and in a thread of its own. */
export class SqliteReader {
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
          .prepare<[number], EventRow>(
            `SELECT id, type, time AS at, consent, pages, condition, source, channel, data FROM events
             WHERE visitor = ? ORDER BY ${EVENT_ORDER}`,
          )
          .all(found.ref)
      : [];
    return { visitor, site, since: found?.since ?? null, consents, events: rows.map(storedEvent) };
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

  async report({ site, timeZone, from, to }: ReportQuery): Promise<Report> {
    const { after, before } = outerBounds(from, to);
    const refine = await this.#refiner(site, after, before);
    const tally = new ReportTally(from, to);
    let waiting = 0;
    const rows = this.#database
      .prepare<object, ReportedRow>(
        `SELECT events.visitor, type, time, pages, events.condition, events.source, events.channel,
           CASE WHEN events.channel = 'referral' THEN json_extract(data, '$.referrer') END AS referrer,
           CASE WHEN type = 'ids' THEN (SELECT count(*) FROM json_each(data, '$.tracking_ids')) END AS idsWaiting,
           seen, visitors.condition AS conditionSoFar, visitors.source AS sourceSoFar,
           visitors.channel AS channelSoFar
         FROM events JOIN visitors ON visitors.ref = events.visitor
         WHERE events.visitor IN (
           SELECT visitor FROM events WHERE site = (SELECT ref FROM sites WHERE key = @site)
           AND time >= @after AND time < @before)
         AND time < @before
         ORDER BY events.visitor, ${EVENT_ORDER}`,
      )
      .iterate({ site, after, before });
    for (const {
      time,
      referrer,
      seen,
      idsWaiting,
      conditionSoFar,
      sourceSoFar,
      channelSoFar,
      ...event
    } of rows) {
      const start = { seen, condition: conditionSoFar, source: sourceSoFar, channel: channelSoFar };
      const day = localDay(time, timeZone);
      if (event.type === "ids") {
        // Too late until their entry has come.
        if (day >= from && day <= to) waiting += idsWaiting;
        continue;
      }
      tally.add({ ...event, ...refine(event, referrer), day }, progressSoFar(start));
    }
    const dropped = this.#dropped(site, from, to);
    if (waiting > 0) dropped[IDS_LATE] = (dropped[IDS_LATE] ?? 0) + waiting;
    return { site, from, to, rows: tally.rows(), dropped };
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

  #dropped(site: string, from: string, to: string): Record<string, number> {
    const counts = this.#database
      .prepare<[string, string, string], { reason: string; count: number }>(
        "SELECT reason, sum(count) AS count FROM dropped WHERE site = ? AND day BETWEEN ? AND ? GROUP BY reason",
      )
      .all(site, from, to);
    return Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));
  }

  /** The list of hosts is loaded only where the report has a referral to refine. */
  async #refiner(site: string, after: number, before: number) {
    const referral = this.#database
      .prepare(
        `SELECT 1 FROM events WHERE visitor IN (SELECT visitor FROM events
           WHERE site = (SELECT ref FROM sites WHERE key = @site) AND time >= @after AND time < @before)
         AND channel = 'referral' AND condition = '' LIMIT 1`,
      )
      .get({ site, after, before });
    return referral ? await loadReferralRefiner() : () => ({});
  }
}

interface ReportedRow extends Omit<ReportedEvent, "day"> {
  time: number;
  referrer: string | null;
  /** Of ids that wait for their entry: how many. */
  idsWaiting: number;
  seen: number;
  /** When events of the visitor were last purged. */
  conditionSoFar: string | null;
  sourceSoFar: string | null;
  channelSoFar: Channel | null;
}

type EventRow = Pick<StoredEvent, "id" | "type" | "at" | "consent"> &
  Record<"pages" | "condition" | "source" | "channel", never> & { data: string };

/** Columns that do not belong to the event's type are null, and left out. */
function storedEvent({ data, ...columns }: EventRow): StoredEvent {
  const { id, type, at, consent, ...rest } = columns;
  const present = Object.entries(rest).filter(([, value]) => value !== null);
  return { id, type, at, ...JSON.parse(data), ...Object.fromEntries(present), consent };
}
