import Papa from "papaparse";

/** What a spreadsheet may take for a formula, also behind blanks. Papaparse's own stops at a line break. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** CSV with a header line; cells that look like formulas are disarmed by an apostrophe. */
export function toCsv<T extends object>(fields: readonly (keyof T & string)[], rows: readonly T[]): string {
  const data = rows.map((row) => fields.map((field) => row[field]));
  const csv = Papa.unparse([fields, ...data], { escapeFormulae: FORMULA });
  return `${csv}\r\n`;
}
