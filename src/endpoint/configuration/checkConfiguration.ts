import type { Site, SiteInput } from "../../vocabulary/site.ts";
import { completeSite } from "./completeSite.ts";
import type { Problem } from "./Problem.ts";
import { faultsOf, type JsonFault, lineAndColumn, MAX_DEPTH, scanJson } from "./scanJson.ts";
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

/** The other lines on which the same is wrong, as the end of a sentence. */
function alsoOn([first, ...rest]: readonly number[]): string {
  const others = [...new Set(rest)].filter((line) => line !== first);
  if (others.length === 0) return "";
  const told = others.slice(0, 8).join(", ");
  return ` (also on line${others.length === 1 ? "" : "s"} ${told}${others.length > 8 ? " …" : ""})`;
}

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
    const place = ({ offset }: JsonFault) => {
      const { line, column } = lineAndColumn(json, offset);
      return file ? `${file}:${line}:${column}` : `line ${line}, column ${column}`;
    };
    if (tooDeep)
      return refused([
        {
          path: "$",
          code: "too_deep",
          message: `${place(fault)}: more than ${MAX_DEPTH} levels`,
          found: null,
          expected: fault.expected,
        },
      ]);
    const faults = faultsOf(fault);
    const lines = (slip: number) =>
      faults.filter((one) => one.slip === slip).map(({ offset }) => lineAndColumn(json, offset).line);
    // One slip, one message: whoever writes one comment writes ten.
    return refused(
      faults
        .filter((one, at) => faults.findIndex(({ slip }) => slip === one.slip) === at)
        .map((one) => ({
          path: "$",
          code: "invalid_json",
          message: `not JSON at ${place(one)}: ${one.message}${alsoOn(lines(one.slip))}`,
          found: json.slice(one.offset, one.offset + 20) || null,
          expected: one.expected,
        })),
    );
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
