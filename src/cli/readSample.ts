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
 * Rows of arrivals from JSON (an array of objects) or CSV (with a header line; comma, semicolon or tab).
 *
 * @throws {InputError} anything else, with the number of the row
 */
export function readSample(text: string): SampleRow[] {
  const content = text.replace(/^\uFEFF/, "");
  const raw = /^\s*[[{]/.test(content) ? jsonRows(content) : csvRows(content);
  return raw.map((row, index) => sampleRow(row, index + 1));
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

function sampleRow(row: unknown, line: number): SampleRow {
  const place = `row ${line} of the sample`;
  if (typeof row !== "object" || row === null || Array.isArray(row))
    throw new InputError(`${place} is no object`);
  const clean: SampleRow = {};
  for (const column of SAMPLE_COLUMNS) {
    const value = (row as Record<string, unknown>)[column];
    if (value === undefined || value === null || value === "") continue;
    if (typeof value !== "string" && typeof value !== "number")
      throw new InputError(`${place}: "${column}" is neither text nor a number`);
    clean[column] = typeof value === "string" ? value.trim() : value;
  }
  if (!clean.url) throw new InputError(`${place} has no "url"`);
  return clean;
}
