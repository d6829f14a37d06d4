import type { Dropped } from "../DroppedTally.ts";
import type { Runner } from "./Connections.ts";

export async function readTime(runner: Runner, name: string): Promise<number | undefined> {
  const { rows } = await runner.run<{ time: string }>({
    text: "SELECT time FROM mgt_times WHERE name = $1",
    values: [name],
  });
  return rows[0] && Number(rows[0].time);
}

export async function writeTime(runner: Runner, name: string, time: number): Promise<void> {
  await runner.run({
    text: "INSERT INTO mgt_times (name, time) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET time = excluded.time",
    values: [name, time],
  });
}

export async function addDropped(runner: Runner, counts: readonly Dropped[]): Promise<void> {
  await runner.run({
    text: `INSERT INTO mgt_dropped (site, day, reason, count)
      SELECT site, day, reason, count
      FROM json_to_recordset($1::json) AS g(site text, day text, reason text, count bigint)
      ORDER BY site, day, reason
      ON CONFLICT (site, day, reason) DO UPDATE SET count = mgt_dropped.count + excluded.count`,
    values: [JSON.stringify(counts)],
  });
}

export async function zoneOf(runner: Runner, site: string): Promise<string | undefined> {
  const { rows } = await runner.run<{ time_zone: string }>({
    text: "SELECT time_zone FROM mgt_sites WHERE site = $1",
    values: [site],
  });
  return rows[0]?.time_zone;
}

/** Sites that have events, each found by one look into an index. */
export async function siteKeys(runner: Runner): Promise<string[]> {
  const sites: string[] = [];
  for (let last = ""; ; ) {
    const { rows } = await runner.run<{ site: string | null }>({
      text: "SELECT min(site) AS site FROM mgt_events WHERE site > $1",
      values: [last],
    });
    const site = rows[0]?.site;
    if (site == null) return sites;
    sites.push(site);
    last = site;
  }
}
