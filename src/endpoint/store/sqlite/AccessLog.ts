import { ERASED } from "../rules/erasure.ts";
import type { Access } from "../Store.ts";
import type { Sqlite } from "./openDatabase.ts";

/** The log of admin acts on personal data. */
export class AccessLog {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
  }

  add({ time, who, what, site, whose }: Access): void {
    this.#statements.add.run(time, who, what, site, whose);
  }

  /** @returns how many entries */
  unlink(site: string, visitor: string): number {
    return this.#statements.unlink.run(ERASED.access, site, visitor).changes;
  }

  /** @returns how many; fewer than `rows` when none is left */
  purge(until: number, rows: number): number {
    return this.#statements.purge.run(until, rows).changes;
  }
}

function prepare(database: Sqlite) {
  return {
    add: database.prepare("INSERT INTO access_log (time, who, what, site, whose) VALUES (?, ?, ?, ?, ?)"),
    unlink: database.prepare("UPDATE access_log SET whose = ? WHERE site = ? AND whose = ?"),
    purge: database.prepare(
      "DELETE FROM access_log WHERE ref IN (SELECT ref FROM access_log WHERE time < ? LIMIT ?)",
    ),
  };
}
