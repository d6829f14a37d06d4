import type { Progress } from "../../report/progress.ts";
import { loadReferralRefiner, type Refine } from "../../report/refineReferral.ts";
import { byTime } from "../rules/eventOrder.ts";
import { progressAfter, progressSoFar } from "../rules/History.ts";
import { EVENT_COLUMNS, type EventRow, storedEvent } from "./eventRow.ts";
import type { Sqlite } from "./openDatabase.ts";

/** Rows of one step: a commit may have to wait for it. */
export const PURGE_ROWS = 500;

/** Deletes events that are past their site's time, and keeps how far their visitors have come. */
export class EventPurge {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #step: (site: number, until: number, refine: Refine) => number;

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
    this.#step = database.transaction((site: number, until: number, refine: Refine) =>
      this.#purge(site, until, refine),
    ).immediate;
  }

  async run(site: number, until: number): Promise<{ events: number; visitors: number }> {
    const refine = await loadReferralRefiner();
    const events = await exhaust(() => this.#step(site, until, refine));
    const visitors = await exhaust(
      () => this.#statements.removeVisitors.run(site, until, PURGE_ROWS).changes,
    );
    return { events, visitors };
  }

  /** Visitor by visitor. @returns how many; fewer than `PURGE_ROWS` when none is left */
  #purge(site: number, until: number, refine: Refine): number {
    const { expiredVisitor, findProgress, setProgress, expiredEvents, removeEvents } = this.#statements;
    let purged = 0;
    while (purged < PURGE_ROWS) {
      const visitor = expiredVisitor.get(site, until)?.visitor;
      if (visitor === undefined) break;
      const rows = expiredEvents.all(visitor, until);
      const events = rows
        .filter(({ late }) => !late)
        .map(storedEvent)
        .sort(byTime);
      const { seen, condition, source, channel, campaign, landing } = progressAfter(
        progressSoFar(findProgress.get(visitor)),
        events,
        refine,
      );
      purged += removeEvents.run(visitor, until).changes;
      setProgress.run(seen, condition, source, channel, campaign, landing, visitor);
    }
    return purged;
  }
}

/** Runs a step until it finds less than it might have; commits go on in between. @returns how many in all */
export async function exhaust(step: () => number): Promise<number> {
  let total = 0;
  for (let rows = PURGE_ROWS; rows >= PURGE_ROWS; total += rows) {
    rows = step();
    await new Promise(setImmediate);
  }
  return total;
}

function prepare(database: Sqlite) {
  return {
    expiredVisitor: database.prepare<[number, number], { visitor: number }>(
      "SELECT visitor FROM events WHERE site = ? AND time < ? ORDER BY time LIMIT 1",
    ),
    expiredEvents: database.prepare<[number, number], EventRow & { late: number }>(
      `SELECT ${EVENT_COLUMNS}, late FROM events WHERE visitor = ? AND time < ?`,
    ),
    removeEvents: database.prepare("DELETE FROM events WHERE visitor = ? AND time < ?"),
    findProgress: database.prepare<[number], { [Key in keyof Progress]: Progress[Key] | null }>(
      "SELECT seen, condition, source, channel, campaign, landing FROM visitors WHERE ref = ?",
    ),
    setProgress: database.prepare(
      `UPDATE visitors SET seen = ?, condition = ?, source = ?, channel = ?, campaign = ?, landing = ?
       WHERE ref = ?`,
    ),
    removeVisitors: database.prepare(
      `DELETE FROM visitors WHERE ref IN (
         SELECT ref FROM visitors WHERE site = ? AND since < ?
         AND NOT EXISTS (SELECT 1 FROM events WHERE events.visitor = visitors.ref) LIMIT ?)`,
    ),
  };
}
