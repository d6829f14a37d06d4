import type { Site, SiteInput } from "../../vocabulary/site.ts";
import { completeSite } from "./completeSite.ts";
import type { Problem } from "./Problem.ts";
import { lineAndColumn, MAX_DEPTH, scanJson } from "./scanJson.ts";
import { schemaProblems } from "./schemaProblems.ts";
import { siteProblems } from "./siteProblems.ts";

export interface Checked {
  /** No errors; warnings may remain. */
  ok: boolean;
  errors: Problem[];
  warnings: Problem[];
  /** Complete, every default filled in; empty unless `ok`. */
  sites: Site[];
}

const refused = (errors: Problem[], warnings: Problem[] = []): Checked => ({
  ok: false,
  errors,
  warnings,
  sites: [],
});

/**
 * Reads a configuration file's text: every error and warning at once, and the sites when there is
 * no error. Never throws.
 *
 * @param file named in the message about broken JSON
 */
export function checkConfiguration(text: string, file?: string): Checked {
  // Editors on Windows put a byte order mark before the text.
  const json = text.replace(/^\uFEFF/, "");
  const { fault, tooDeep, duplicates } = scanJson(json);
  if (fault) {
    const { line, column } = lineAndColumn(json, fault.offset);
    const place = file ? `${file}:${line}:${column}` : `line ${line}, column ${column}`;
    return refused([
      tooDeep
        ? {
            path: "$",
            code: "too_deep",
            message: `${place}: more than ${MAX_DEPTH} levels`,
            found: null,
            expected: fault.expected,
          }
        : {
            path: "$",
            code: "invalid_json",
            message: `not JSON at ${place}: ${fault.message}`,
            found: json.slice(fault.offset, fault.offset + 20) || null,
            expected: fault.expected,
          },
    ]);
  }
  const data: unknown = JSON.parse(json);
  const shape = schemaProblems(data);
  const meaning = siteProblems(data);
  const told = new Set(shape.map(({ path }) => path));
  const errors = [
    ...duplicates.map(
      (path): Problem => ({
        path,
        code: "duplicate_key",
        message: "this key is written twice: only the last one counts",
        found: path,
        expected: "each key once",
      }),
    ),
    ...shape,
    ...meaning.errors.filter(({ path }) => !told.has(path)),
  ];
  const wrong = new Set(errors.map(({ path }) => path));
  const warnings = meaning.warnings.filter(({ path }) => !wrong.has(path));
  if (errors.length > 0) return refused(errors, warnings);
  return { ok: true, errors, warnings, sites: (data as { sites: SiteInput[] }).sites.map(completeSite) };
}
