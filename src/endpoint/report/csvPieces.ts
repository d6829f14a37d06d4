import { toCsv } from "./toCsv.ts";

/** Rows that are turned into text at once. */
const ROWS = 500;

/** The same as `toCsv`, while the rows come. */
export async function* csvPieces<T extends object>(
  fields: readonly (keyof T & string)[],
  rows: Iterable<T> | AsyncIterable<T>,
  separator?: string,
): AsyncGenerator<string> {
  yield toCsv(fields, [], { separator });
  let some: T[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < ROWS) continue;
    yield toCsv(fields, some, { separator, isContinued: true });
    some = [];
  }
  if (some.length > 0) yield toCsv(fields, some, { separator, isContinued: true });
}
