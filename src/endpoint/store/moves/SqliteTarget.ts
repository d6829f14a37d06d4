import { ConsentLog } from "../sqlite/ConsentLog.ts";
import { putRows } from "../sqlite/DayRows.ts";
import { DroppedCounts } from "../sqlite/DroppedCounts.ts";
import { EventTables } from "../sqlite/EventTables.ts";
import type { Sqlite } from "../sqlite/openDatabase.ts";
import type { RecordKind, StoreRecords, Target } from "./Records.ts";

type Writing = { [Kind in RecordKind]: (records: StoreRecords[Kind][]) => void };

/** A file that nobody else has open. */
export class SqliteTarget implements Target {
  readonly #database: Sqlite;
  readonly #writing: Writing;

  constructor(database: Sqlite) {
    this.#database = database;
    this.#writing = writing(database);
  }

  async state(): Promise<"empty" | "moving" | "in use"> {
    const has = (table: string) =>
      this.#database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
    if (has("moving")) return "moving";
    return ["inbox", "sites", "consents", "access_log", "days"].some(has) ? "in use" : "empty";
  }

  async begin(): Promise<void> {
    this.#database.prepare("INSERT OR IGNORE INTO moving (ref, time) VALUES (1, ?)").run(Date.now());
  }

  async write<Kind extends RecordKind>(kind: Kind, records: StoreRecords[Kind][]): Promise<void> {
    this.#database.transaction(() => this.#writing[kind](records)).immediate();
  }

  async finish(): Promise<void> {
    this.#database.exec("DELETE FROM moved_accesses; DELETE FROM moving");
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}

function writing(database: Sqlite): Writing {
  const tables = new EventTables(database, new DroppedCounts(database));
  const consents = new ConsentLog(database);
  const setSite = database.prepare("UPDATE sites SET time_zone = ?, closed = ?, frozen = ? WHERE ref = ?");
  const addVisitor = database.prepare(
    "INSERT INTO visitors (site, visitor, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const setVisitor = database.prepare(
    `UPDATE visitors SET since = ?, seen = ?, condition = ?, source = ?, channel = ?, campaign = ?, landing = ?
     WHERE site = ? AND visitor = ?`,
  );
  const setDropped = database.prepare(
    "INSERT OR REPLACE INTO dropped (site, day, reason, count) VALUES (?, ?, ?, ?)",
  );
  const addAccess = database.prepare(
    `INSERT INTO access_log (time, who, what, site, whose) SELECT ?, ?, ?, ?, ?
     WHERE NOT EXISTS (SELECT 1 FROM moved_accesses WHERE id = ?)`,
  );
  const noteAccess = database.prepare("INSERT OR IGNORE INTO moved_accesses (id) VALUES (?)");
  const setErased = database.prepare("INSERT OR REPLACE INTO erased (site, mark, until) VALUES (?, ?, ?)");
  const setLastUse = database.prepare("INSERT OR REPLACE INTO last_use (ref, time) VALUES (1, ?)");
  return {
    sites: (records) => {
      for (const { site, timeZone, closed, frozen } of records)
        setSite.run(timeZone, closed, frozen, tables.site(site).ref);
    },
    visitors: (records) => {
      for (const { site, visitor, since, progress } of records) {
        const { ref } = tables.site(site);
        const { seen, condition, source, channel, campaign, landing } = progress;
        addVisitor.run(ref, visitor, since);
        setVisitor.run(since, seen, condition, source, channel, campaign, landing, ref, visitor);
      }
    },
    events: (records) => {
      for (const { site, visitor, late, event } of records) tables.put(site, visitor, late, event);
    },
    consents: (records) => {
      for (const record of records) consents.put(record);
    },
    days: (records) => {
      for (const { site, row } of records) putRows(database, site, [row]);
    },
    dropped: (records) => {
      for (const { site, day, reason, count } of records) setDropped.run(site, day, reason, count);
    },
    accesses: (records) => {
      for (const { id, time, who, what, site, whose } of records) {
        addAccess.run(time, who, what, site, whose, id);
        noteAccess.run(id);
      }
    },
    erased: (records) => {
      for (const { site, mark, until } of records) setErased.run(site, mark, until);
    },
    times: (records) => {
      for (const { lastUse } of records) setLastUse.run(lastUse);
    },
  };
}
