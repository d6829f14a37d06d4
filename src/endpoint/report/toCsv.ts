import Papa from "papaparse";

/**
 * What a spreadsheet may take for a formula, at the start of a line and behind what cannot be seen: blanks,
 * control and format characters, marks that join what stands before them, fillers that are letters by their class
 * only (Hangul, half-width Hangul, Braille's empty cell).
 */
const FORMULA = /^([\s\p{C}\p{M}\u115F\u1160\u2800\u3164\uFFA0]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;
/** A cell that begins with one of these is cut by some programs, and what follows it is then its start. */
const LEADING_BREAK = /^[\t\r\n]/;
const LINE = /(\r\n|[\n\v\f\r\x85\u2028\u2029])/;

/** Excel reads UTF-8 only where it is announced. */
const BYTE_ORDER_MARK = "\uFEFF";

export interface CsvOptions {
  /** `,` by default; spreadsheets of countries that write a decimal comma want `;`. */
  separator?: string | undefined;
  /** Rows that follow others: neither mark nor header. */
  isContinued?: boolean;
}

/** CSV with a byte order mark and a header line; cells that look like formulas are disarmed by an apostrophe. */
export function toCsv<T extends object>(
  fields: readonly (keyof T & string)[],
  rows: readonly T[],
  { separator = ",", isContinued = false }: CsvOptions = {},
): string {
  const data: unknown[][] = rows.map((row) => fields.map((field) => disarmed(row[field])));
  if (!isContinued) data.unshift([...fields]);
  const csv = Papa.unparse(data, { delimiter: separator });
  return `${isContinued ? "" : BYTE_ORDER_MARK}${csv}\r\n`;
}

/** Each line of it: what pastes a cell into another program makes cells of its lines. */
function disarmed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const lines = value
    .split(LINE)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(FORMULA, "'$1")));
  const text = lines.join("");
  return LEADING_BREAK.test(text) ? `'${text}` : text;
}
