import Database from "better-sqlite3";
import { CONSENT_FIELDS, chainConsent } from "../../../src/endpoint/store/rules/consentChain.ts";
import type { LoggedConsent } from "../../../src/endpoint/store/Store.ts";
import { applyMigration, MIGRATIONS } from "../../../src/endpoint/store/sqlite/migrations.ts";
import type { Sqlite } from "../../../src/endpoint/store/sqlite/openDatabase.ts";
import { SqliteWriter } from "../../../src/endpoint/store/sqlite/SqliteWriter.ts";
import { consent } from "./harness.ts";

/** A record as the log keeps it, every field different. */
export function logged(changes: Partial<LoggedConsent> = {}): LoggedConsent {
  const posted = consent({ at: 1_796_000_000_000, script: "0a1b2c3d4e5f" });
  return {
    ...(posted as LoggedConsent),
    time: 1_796_000_000_123,
    origin: "https://www.garage-martin.example",
    served: "f5e4d3c2b1a0",
    ...changes,
  };
}

/** A store in memory whose log was written by the endpoint's own writer. */
export function writtenLog(records: readonly LoggedConsent[]): Sqlite {
  const database = new Database(":memory:");
  for (const step of MIGRATIONS) applyMigration(database, step);
  const writer = new SqliteWriter(database);
  writer.commit({ arrivals: "", consents: [...records], dropped: [], accesses: [] });
  return database;
}

/** What someone does first who has the file and means to change it. */
export function dropGuards(database: Sqlite): void {
  const guards = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'consents'")
    .pluck()
    .all();
  for (const name of guards) database.exec(`DROP TRIGGER ${name}`);
}

export const chains = (database: Sqlite) =>
  database.prepare<[], string>("SELECT chain FROM consents ORDER BY position").pluck().all();

/** Adds a record at any place of its site's chain, as a forger would. */
export function forge(database: Sqlite, position: number, record: LoggedConsent, chain: string): void {
  const columns = [...CONSENT_FIELDS, "chain", "position", "former"];
  database
    .prepare(`INSERT INTO consents (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`)
    .run(...CONSENT_FIELDS.map((field) => record[field]), chain, position, "");
}

/** Makes room for one record before the given one. */
export function shift(database: Sqlite, position: number): void {
  database.exec(
    `UPDATE consents SET position = -position WHERE position >= ${position};
     UPDATE consents SET position = 1 - position WHERE position < 0`,
  );
}

/** Computes every hash anew: what a careful forger does last. */
export function rechain(database: Sqlite): void {
  const rows = database
    .prepare<[], LoggedConsent & { ref: number }>(
      `SELECT ref, ${CONSENT_FIELDS.join(", ")} FROM consents ORDER BY position`,
    )
    .all();
  let previous = "";
  for (const { ref, ...record } of rows) {
    previous = chainConsent(previous, record);
    database.prepare("UPDATE consents SET chain = ? WHERE ref = ?").run(previous, ref);
  }
}
