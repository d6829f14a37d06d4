import type { Dimension, ReportRow } from "../store/Store.ts";
import { ALL_PARTS, type DayRow, MEASURES, maskOf } from "./DayRow.ts";

export type RowFilter = Partial<Record<Dimension, string>>;

/**
 * Adds rows up to what was asked for, sorted by it.
 *
 * @param by what the report is divided by @param where only rows of these values
 */
export function groupRows(
  rows: Iterable<DayRow>,
  by: readonly Dimension[],
  where: RowFilter = {},
): ReportRow[] {
  const filters = Object.entries(where) as [Dimension, string][];
  const mask = maskOf([...by, ...filters.map(([dimension]) => dimension)]);
  const groups = new Map<string, ReportRow>();
  for (const row of rows) {
    if (filters.some(([dimension, value]) => row[dimension] !== value)) continue;
    const key = by.map((dimension) => row[dimension]).join("\u0000");
    let group = groups.get(key);
    if (!group) {
      const values = Object.fromEntries(by.map((dimension) => [dimension, row[dimension]]));
      group = { ...values, entries: 0, visitors: 0, pages: 0, taps: 0 };
      groups.set(key, group);
    }
    group.entries += row.entries;
    group.visitors += row.visitors - (mask === ALL_PARTS ? 0 : (row.again[mask] ?? 0));
    group.pages += row.pages;
    group.taps += row.taps;
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Frozen rows of one day that were made in two steps, as one each. */
export function addRows(rows: Iterable<DayRow>): DayRow[] {
  const sums = new Map<string, DayRow>();
  for (const row of rows) {
    const { day, condition, source, channel, campaign, landing } = row;
    const key = JSON.stringify([day, condition, source, channel, campaign, landing]);
    const sum = sums.get(key);
    if (!sum) {
      sums.set(key, { ...row, again: { ...row.again } });
      continue;
    }
    for (const measure of MEASURES) sum[measure] += row[measure];
    for (const [mask, count] of Object.entries(row.again)) sum.again[mask] = (sum.again[mask] ?? 0) + count;
  }
  return [...sums.values()];
}
