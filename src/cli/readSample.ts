import Papa from "papaparse";
import { InputError } from "./UsageError.ts";

/** One row of a sample: all but `url` optional. */
export const SAMPLE_COLUMNS = [
  "url",
  "referrer",
  "site",
  "page",
  "pages",
  "first_url",
  "first_referrer",
  "at",
  "language",
  "device",
] as const;

export type SampleRow = { [K in (typeof SAMPLE_COLUMNS)[number]]?: string | number };

/**
 * Rows of arrivals from JSON (an array of objects) or CSV (with a header line; comma, semicolon or tab),
 * as they were read: `sampleRow` takes them one by one, so that a big sample is held once.
 *
 * @throws {InputError} anything else
 */
export function readSample(text: string): readonly unknown[] {
  const content = text.replace(/^\uFEFF/, "");
  return /^\s*[[{]/.test(content) ? jsonRows(content) : csvRows(content);
}

function jsonRows(text: string): unknown[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (error) {
    throw new InputError(`the sample is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(rows)) throw new InputError("the sample is an array of rows");
  return rows;
}

function csvRows(text: string): unknown[] {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (header) => header.trim(),
    delimitersToGuess: [",", ";", "\t"],
  });
  // One column leaves nothing to guess the delimiter from, and columns at the end may be left out.
  const [error] = errors.filter(({ code }) => code !== "UndetectableDelimiter" && code !== "TooFewFields");
  if (error) {
    // Papa Parse counts the header line for faults of quoting only.
    const row = (error.row ?? 0) + (error.type === "Quotes" ? 0 : 1);
    throw new InputError(`row ${row} of the sample: ${error.message}`);
  }
  if (!meta.fields?.includes("url")) throw new InputError('the sample has no column "url"');
  return data;
}

/** What of a row, as it was read, is a column of ours. One that is no row, or that has no URL, is told when it is explained. */
export function sampleRow(row: unknown): SampleRow {
  const clean: SampleRow = {};
  for (const column of SAMPLE_COLUMNS) {
    const value = (row as Record<string, unknown> | null)?.[column];
    if (typeof value === "string" && value.trim()) clean[column] = value.trim();
    else if (typeof value === "number") clean[column] = value;
  }
  return clean;
}
