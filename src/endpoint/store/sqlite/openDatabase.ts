import { chmodSync, closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { applyMigration, MIGRATIONS } from "./migrations.ts";

export type Sqlite = Database.Database;

/**
 * How long a write waits for another program's lock (ms). Requests wait behind each other: this, a few times
 * over, is how long one may go without its answer.
 */
const WRITE_WITHIN = 1_000;

/** In the place of a file: gone with the process. */
export const MEMORY = ":memory:";

/** The writer's connection: creates or migrates the file. */
export function openDatabase(file: string): Sqlite {
  if (file !== MEMORY) keepPrivate(file);
  const database = new Database(file, { timeout: 5_000 });
  database.pragma("journal_mode = WAL");
  // NORMAL would leave commits in the page cache: an acknowledgement promises more.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  // What was erased leaves no bytes behind.
  database.pragma("secure_delete = ON");
  database.pragma("wal_autocheckpoint = 4000");
  database.pragma("cache_size = -32000");
  database.pragma("journal_size_limit = 67108864");
  migrate(database);
  database.pragma(`busy_timeout = ${WRITE_WITHIN}`);
  return database;
}

/** Nobody else may read it; SQLite gives the files beside it the same mode. */
function keepPrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
}

/** A second connection, so that a long report never holds up a commit. */
export function openReader(file: string): Sqlite {
  return new Database(file, { readonly: true, timeout: 5_000 });
}

/**
 * For looking at a store that another process may be writing: no lock is held between two statements, nothing
 * is migrated.
 *
 * @throws {Error} it cannot be opened, or is none of ours; the message says why
 */
export function openReadOnly(file: string): Sqlite {
  const database = openReader(file);
  try {
    const version = Number(database.pragma("user_version", { simple: true }));
    if (version === 0) throw new Error("it is a database, but not one of mgt");
    checkVersion(version);
    if (version < MIGRATIONS.length)
      throw new Error("it is of an earlier version; mgt migrate brings it up to date");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkVersion(version: number): void {
  if (version > MIGRATIONS.length) {
    throw new Error(`the data file has schema version ${version}, newer than this program's`);
  }
}

function migrate(database: Sqlite): void {
  const steps = database.transaction(() => {
    const version = Number(database.pragma("user_version", { simple: true }));
    checkVersion(version);
    for (const step of MIGRATIONS.slice(version)) applyMigration(database, step);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
  });
  steps.immediate();
}
