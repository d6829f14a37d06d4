import { type DayRow, DIMENSIONS, MEASURES } from "../../report/DayRow.ts";
import { addRows } from "../../report/groupRows.ts";
import type { Sqlite } from "./openDatabase.ts";

const COLUMNS = [...DIMENSIONS, ...MEASURES] as const satisfies readonly (keyof DayRow)[];

type StoredDay = Omit<DayRow, "again"> & { again: string };

/** Rows of frozen days, inclusive. */
export function frozenRows(database: Sqlite, site: string, from: string, to: string): DayRow[] {
  return database
    .prepare<[string, string, string], StoredDay>(
      `SELECT ${COLUMNS.join(", ")}, again FROM days WHERE site = ? AND day BETWEEN ? AND ?`,
    )
    .all(site, from, to)
    .map(({ again, ...row }) => ({ ...row, again: JSON.parse(again) }));
}

/** Puts rows in the place of those of the same day and attribution. */
export function putRows(database: Sqlite, site: string, rows: readonly DayRow[]): void {
  const put = database.prepare(
    `INSERT OR REPLACE INTO days (site, ${COLUMNS.join(", ")}, again)
     VALUES (?, ${COLUMNS.map(() => "?").join(", ")}, ?)`,
  );
  for (const row of rows) put.run(site, ...COLUMNS.map((column) => row[column]), JSON.stringify(row.again));
}

/** Adds rows to those of the same day and attribution. */
export function addFrozenRows(database: Sqlite, site: string, rows: readonly DayRow[]): void {
  const days = rows.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return;
  putRows(database, site, addRows([...frozenRows(database, site, first, last), ...rows]));
}
