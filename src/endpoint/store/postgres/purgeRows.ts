import type { Progress } from "../../report/progress.ts";
import { loadReferralRefiner, type Refine } from "../../report/refineReferral.ts";
import { byTime } from "../rules/eventOrder.ts";
import { progressAfter } from "../rules/History.ts";
import type { StoredEvent } from "../Store.ts";
import type { Connections, Runner } from "./Connections.ts";
import { type EventRow, progressOf, storedEvent } from "./EventRows.ts";

/** Events looked at in one step. */
const HELPING = 500;

type ExpiredRow = EventRow & { visitor: string; late: boolean };

/** Deletes events of a site that are older than a time, in small steps, and keeps how far their visitors have come. */
export async function purgeEvents(
  connections: Connections,
  site: string,
  until: number,
): Promise<{ events: number; visitors: number }> {
  const refine = await loadReferralRefiner();
  const purged = { events: 0, visitors: 0 };
  for (;;) {
    const { rows } = await connections.run<{ visitor: string }>({
      text: "SELECT visitor FROM mgt_events WHERE site = $1 AND time < $2 ORDER BY time LIMIT $3",
      values: [site, until, HELPING],
    });
    if (rows.length === 0) return purged;
    const visitors = [...new Set(rows.map(({ visitor }) => visitor))];
    // What another process purges at the same time would be counted twice: one of the two begins again.
    const step = await connections.transaction(
      (runner) => purgeVisitors(runner, site, visitors, until, refine),
      "ISOLATION LEVEL REPEATABLE READ",
    );
    purged.events += step.events;
    purged.visitors += step.visitors;
  }
}

async function purgeVisitors(
  runner: Runner,
  site: string,
  visitors: readonly string[],
  until: number,
  refine: Refine,
): Promise<{ events: number; visitors: number }> {
  const known = await runner.run<{ visitor: string; since: string; progress: string }>({
    text: "SELECT visitor, since, progress FROM mgt_visitors WHERE site = $1 AND visitor = ANY($2::uuid[])",
    values: [site, visitors],
  });
  const expired = await runner.run<ExpiredRow>({
    text: `SELECT visitor, id, type, time, late, data FROM mgt_events
      WHERE site = $1 AND visitor = ANY($2::uuid[]) AND time < $3`,
    values: [site, visitors, until],
  });
  const staying = await runner.run<{ visitor: string }>({
    text: "SELECT DISTINCT visitor FROM mgt_events WHERE site = $1 AND visitor = ANY($2::uuid[]) AND time >= $3",
    values: [site, visitors, until],
  });
  const { count } = await runner.run({
    text: "DELETE FROM mgt_events WHERE site = $1 AND visitor = ANY($2::uuid[]) AND time < $3",
    values: [site, visitors, until],
  });
  const stays = new Set(staying.rows.map(({ visitor }) => visitor));
  const gone = visitors.filter((visitor) => !stays.has(visitor));
  const kept = visitors
    .filter((visitor) => stays.has(visitor))
    .map((visitor) => {
      const before = known.rows.find((row) => row.visitor === visitor);
      const events = expired.rows.filter((row) => row.visitor === visitor);
      return standOf(visitor, before, events, refine);
    });
  await putVisitors(runner, site, kept);
  await runner.run({
    text: "DELETE FROM mgt_visitors WHERE site = $1 AND visitor = ANY($2::uuid[])",
    values: [site, gone],
  });
  return { events: count, visitors: gone.length };
}

function standOf(
  visitor: string,
  before: { since: string; progress: string } | undefined,
  rows: readonly ExpiredRow[],
  refine: Refine,
): VisitorRow {
  const events = rows
    .filter(({ late }) => !late)
    .map(({ visitor: _, late: __, ...row }): StoredEvent => storedEvent(row))
    .sort(byTime);
  const times = rows.map(({ time }) => Number(time));
  const since = Math.min(Number(before?.since ?? Number.POSITIVE_INFINITY), ...times);
  return { visitor, since, progress: progressAfter(progressOf(before?.progress ?? null), events, refine) };
}

export interface VisitorRow {
  visitor: string;
  since: number;
  progress: Progress;
}

export async function putVisitors(runner: Runner, site: string, rows: readonly VisitorRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = rows.map(({ visitor, since, progress }) => ({
    site,
    visitor,
    since,
    progress: JSON.stringify(progress),
  }));
  await runner.run({
    text: `INSERT INTO mgt_visitors (site, visitor, since, progress)
      SELECT site, visitor, since, progress
      FROM json_to_recordset($1::json) AS g(site text, visitor uuid, since bigint, progress text)
      ON CONFLICT (site, visitor) DO UPDATE SET since = excluded.since, progress = excluded.progress`,
    values: [JSON.stringify(columns)],
  });
}
