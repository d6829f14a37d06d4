import type { Dropped } from "../DroppedTally.ts";
import type { Sqlite } from "./openDatabase.ts";

export class DroppedCounts {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
  }

  add({ site, day, reason, count }: Dropped): void {
    this.#statements.add.run(site, day, reason, count);
  }

  purge(untilDay: string): void {
    this.#statements.purge.run(untilDay);
  }
}

function prepare(database: Sqlite) {
  return {
    add: database.prepare(
      `INSERT INTO dropped (site, day, reason, count) VALUES (?, ?, ?, ?)
       ON CONFLICT (site, day, reason) DO UPDATE SET count = count + excluded.count`,
    ),
    purge: database.prepare("DELETE FROM dropped WHERE day < ?"),
  };
}
