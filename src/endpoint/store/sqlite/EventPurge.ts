import { loadReferralRefiner } from "../../report/refineReferral.ts";
import {
  type ExpiredEvent,
  progressAfter,
  progressSoFar,
  type StoredProgress,
} from "../rules/progressSoFar.ts";
import { eventsUntil } from "../rules/retention.ts";
import { EVENT_ORDER } from "./eventOrder.ts";
import type { Sqlite } from "./openDatabase.ts";

/** Rows of one step: a commit may have to wait for it. */
export const PURGE_ROWS = 500;

type Refine = Awaited<ReturnType<typeof loadReferralRefiner>>;

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

  /** @returns how many events */
  async run(before: Record<string, number>, now: number): Promise<number> {
    const { listSites, removeVisitors } = this.#statements;
    const refine = await loadReferralRefiner();
    let purged = 0;
    for (const { ref, key } of listSites.all()) {
      const until = eventsUntil(key, before, now);
      purged += await exhaust(() => this.#step(ref, until, refine));
      await exhaust(() => removeVisitors.run(ref, until, PURGE_ROWS).changes);
    }
    return purged;
  }

  /** Visitor by visitor. @returns how many; fewer than `PURGE_ROWS` when none is left */
  #purge(site: number, until: number, refine: Refine): number {
    const { expiredVisitor, findProgress, setProgress, expiredEvents, removeEvent } = this.#statements;
    let purged = 0;
    while (purged < PURGE_ROWS) {
      const visitor = expiredVisitor.get(site, until)?.visitor;
      if (visitor === undefined) break;
      const events = expiredEvents.all(visitor, until, PURGE_ROWS);
      const progress = progressAfter(progressSoFar(findProgress.get(visitor)), events, refine);
      for (const { ref } of events) removeEvent.run(ref);
      purged += events.length;
      setProgress.run(progress.seen, progress.condition, progress.source, progress.channel, visitor);
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
    listSites: database.prepare<[], { ref: number; key: string }>("SELECT ref, key FROM sites"),
    expiredVisitor: database.prepare<[number, number], { visitor: number }>(
      "SELECT visitor FROM events WHERE site = ? AND time < ? ORDER BY time LIMIT 1",
    ),
    expiredEvents: database.prepare<[number, number, number], ExpiredEvent & { ref: number }>(
      `SELECT ref, type, pages, condition, source, channel,
         CASE WHEN channel = 'referral' THEN json_extract(data, '$.referrer') END AS referrer
       FROM events WHERE visitor = ? AND time < ? ORDER BY ${EVENT_ORDER} LIMIT ?`,
    ),
    removeEvent: database.prepare("DELETE FROM events WHERE ref = ?"),
    findProgress: database.prepare<[number], StoredProgress>(
      "SELECT seen, condition, source, channel FROM visitors WHERE ref = ?",
    ),
    setProgress: database.prepare(
      "UPDATE visitors SET seen = ?, condition = ?, source = ?, channel = ? WHERE ref = ?",
    ),
    removeVisitors: database.prepare(
      `DELETE FROM visitors WHERE ref IN (
         SELECT ref FROM visitors WHERE site = ? AND since < ?
         AND NOT EXISTS (SELECT 1 FROM events WHERE events.visitor = visitors.ref) LIMIT ?)`,
    ),
  };
}
