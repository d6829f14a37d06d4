import { createHash } from "node:crypto";
import type { DayRow } from "../../report/DayRow.ts";
import type { ChainedConsent } from "../rules/consentChain.ts";
import { CONSENT_FIELDS } from "../rules/consentChain.ts";
import { progressSoFar } from "../rules/History.ts";
import type { Access } from "../Store.ts";
import { EVENT_COLUMNS, type EventRow, storedEvent } from "../sqlite/eventRow.ts";
import type { Sqlite } from "../sqlite/openDatabase.ts";
import type { RecordKind, Source, StoreRecords } from "./Records.ts";

/** Rows read at once. */
const HELPING = 2_000;

type Row = Record<string, unknown> & { place: number };
type Reading<Kind extends RecordKind> = {
  /** Rows after a place, in the order of their places. */
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a row holds stands in the statement
  record(row: any): StoreRecords[Kind];
};

const DEFAULT_ZONE = "Europe/Paris";

/** A table without a rowid is small: it is numbered as it is read. */
const numbered = (columns: string, table: string, order: string) =>
  `SELECT * FROM (SELECT row_number() OVER (ORDER BY ${order}) AS place, ${columns} FROM ${table}) WHERE place > ?`;

const READINGS: { [Kind in RecordKind]: Reading<Kind> } = {
  sites: {
    text: "SELECT ref AS place, key, time_zone, closed, frozen FROM sites WHERE ref > ?",
    record: ({ key, time_zone, closed, frozen }) => ({
      site: key,
      timeZone: time_zone ?? DEFAULT_ZONE,
      closed,
      frozen,
    }),
  },
  visitors: {
    text: `SELECT visitors.ref AS place, key AS site, visitor, since, seen, condition, source, channel, campaign,
      landing FROM visitors JOIN sites ON sites.ref = site WHERE visitors.ref > ? AND condition IS NOT NULL`,
    record: ({ site, visitor, since, ...stored }) => ({
      site,
      visitor,
      since,
      progress: progressSoFar(stored),
    }),
  },
  events: {
    text: `SELECT ref AS place, ${EVENT_COLUMNS}, late,
      (SELECT key FROM sites WHERE sites.ref = events.site) AS site,
      (SELECT visitor FROM visitors WHERE visitors.ref = events.visitor) AS visitor FROM events WHERE ref > ?`,
    record: ({
      site,
      visitor,
      late,
      ...row
    }: EventRow & { site: string; visitor: string; late: number }) => ({
      site,
      visitor,
      late: late === 1,
      event: storedEvent(row),
    }),
  },
  consents: {
    text: `SELECT ref AS place, ${CONSENT_FIELDS.join(", ")}, position, chain, former FROM consents WHERE ref > ?`,
    record: ({ place: _, ...record }: ChainedConsent & { place: number }) => record,
  },
  days: {
    text: numbered("*", "days", "site, day, condition, source, channel, campaign, landing"),
    record: ({ place: _, site, again, ...row }) => ({
      site,
      row: { ...row, again: JSON.parse(again) } as DayRow,
    }),
  },
  dropped: {
    text: numbered("*", "dropped", "site, day, reason"),
    record: ({ place: _, ...counted }) => counted,
  },
  accesses: {
    text: "SELECT ref AS place, time, who, what, site, whose FROM access_log WHERE ref > ?",
    record: ({ place, ...access }: Access & { place: number }) => ({
      ...access,
      id: accessId(place, access),
    }),
  },
  erased: {
    text: numbered("*", "erased", "site, mark"),
    record: ({ place: _, ...mark }) => mark,
  },
  times: {
    text: "SELECT ref AS place, time FROM last_use WHERE ref > ?",
    record: ({ time }) => ({ lastUse: time }),
  },
};

/** The same each time that it is read: an entry is moved once. */
function accessId(place: number, access: Access): string {
  const digits = createHash("sha256")
    .update(`${place} ${JSON.stringify(access)}`)
    .digest("hex");
  return [8, 12, 16, 20, 32].map((end, part) => digits.slice([0, 8, 12, 16, 20][part], end)).join("-");
}

/** A file that nobody writes while it is read: whoever tries to is told to come again. */
export class SqliteSource implements Source {
  readonly #database: Sqlite;

  /** @param database its inbox is empty */
  constructor(database: Sqlite) {
    this.#database = database;
    database.exec("BEGIN IMMEDIATE");
  }

  async *read<Kind extends RecordKind>(kind: Kind): AsyncIterable<StoreRecords[Kind][]> {
    const { text, record } = READINGS[kind];
    const helping = this.#database.prepare<[number, number], Row>(`${text} ORDER BY place LIMIT ?`);
    for (let last = 0, read = HELPING; read === HELPING; ) {
      const rows = helping.all(last, HELPING);
      read = rows.length;
      last = rows.at(-1)?.place ?? last;
      yield rows.map((row) => record(row));
    }
  }

  async visitorCount(): Promise<number> {
    const found = this.#database
      .prepare<[], { count: number }>("SELECT count(DISTINCT visitor) AS count FROM events")
      .get();
    return found?.count ?? 0;
  }

  async close(): Promise<void> {
    this.#database.exec("ROLLBACK");
    this.#database.close();
  }
}
