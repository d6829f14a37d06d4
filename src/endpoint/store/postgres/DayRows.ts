import type { DayRow } from "../../report/DayRow.ts";
import { DIMENSIONS } from "../../report/DayRow.ts";
import { addRows } from "../../report/groupRows.ts";
import type { FrozenStep } from "../rules/freezeDays.ts";
import type { Bounds } from "../rules/History.ts";
import type { Runner } from "./Connections.ts";
import { partsHash } from "./EventRows.ts";

interface StoredDay {
  day: string;
  entries: string;
  visitors: string;
  pages: string;
  taps: string;
  parts: string;
}

export async function boundsOf(runner: Runner, site: string): Promise<Bounds> {
  const { rows } = await runner.run<{ closed: string; frozen: string }>({
    text: "SELECT closed, frozen FROM mgt_sites WHERE site = $1",
    values: [site],
  });
  return { closed: Number(rows[0]?.closed ?? 0), frozen: Number(rows[0]?.frozen ?? 0) };
}

export async function frozenRows(runner: Runner, site: string, from: string, to: string): Promise<DayRow[]> {
  const { rows } = await runner.run<StoredDay>({
    text: "SELECT day, entries, visitors, pages, taps, parts FROM mgt_days WHERE site = $1 AND day BETWEEN $2 AND $3",
    values: [site, from, to],
  });
  return rows.map(({ day, parts, ...counts }) => ({
    day,
    ...JSON.parse(parts),
    entries: Number(counts.entries),
    visitors: Number(counts.visitors),
    pages: Number(counts.pages),
    taps: Number(counts.taps),
  }));
}

/** Puts rows in the place of those of the same day and attribution. */
export async function putRows(runner: Runner, site: string, rows: readonly DayRow[]): Promise<void> {
  const columns = rows.map((row) => {
    const { day, entries, visitors, pages, taps, ...parts } = row;
    const key = partsHash(JSON.stringify(DIMENSIONS.map((dimension) => row[dimension])));
    return { site, day, key, entries, visitors, pages, taps, parts: JSON.stringify(parts) };
  });
  await runner.run({
    text: `INSERT INTO mgt_days (site, day, key, entries, visitors, pages, taps, parts)
      SELECT site, day, key, entries, visitors, pages, taps, parts FROM json_to_recordset($1::json) AS g(site text,
        day text, key text, entries bigint, visitors bigint, pages bigint, taps bigint, parts text)
      ON CONFLICT (site, day, key) DO UPDATE SET entries = excluded.entries, visitors = excluded.visitors,
        pages = excluded.pages, taps = excluded.taps, parts = excluded.parts`,
    values: [JSON.stringify(columns)],
  });
}

/** Within a transaction. @returns false when another process has moved the bound */
export async function keepFrozen(
  runner: Runner,
  { site, from, until, rows, superseded }: FrozenStep,
): Promise<boolean> {
  const { count } = await runner.run({
    text: "UPDATE mgt_sites SET frozen = $3 WHERE site = $1 AND frozen = $2",
    values: [site, from, until],
  });
  if (count === 0) return false;
  const days = rows.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first !== undefined && last !== undefined) {
    const former = await frozenRows(runner, site, first, last);
    await putRows(runner, site, addRows([...former, ...rows]));
  }
  if (superseded.length > 0)
    await runner.run({
      text: "DELETE FROM mgt_events WHERE site = $1 AND id = ANY($2::uuid[])",
      values: [site, superseded],
    });
  return true;
}
