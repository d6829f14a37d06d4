import type { Site, SiteInput } from "../../vocabulary/site.ts";
import { completeSite } from "./completeSite.ts";
import type { Problem } from "./Problem.ts";
import { list, record } from "./problems/readLoosely.ts";
import { faultsOf, type JsonFault, lineAndColumn, MAX_DEPTH, mendedText, scanJson } from "./scanJson.ts";
import { type MeantKey, schemaProblems } from "./schemaProblems.ts";
import { type Findings, siteProblems } from "./siteProblems.ts";
import { withMeantKeys } from "./withMeantKeys.ts";

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
      return file ? `${file}:${line}:${column} (line ${line})` : `line ${line}, column ${column}`;
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
    const broken = faults
      .filter((one, at) => faults.findIndex(({ slip }) => slip === one.slip) === at)
      .map(
        (one): Problem => ({
          path: "$",
          code: "invalid_json",
          message: `not JSON at ${place(one)}: ${one.message}${alsoOn(lines(one.slip))}`,
          found: json.slice(one.offset, one.offset + 20) || null,
          expected: one.expected,
        }),
      );
    const mended = mendedText(json);
    const data: unknown = mended.isWhole ? JSON.parse(mended.text) : undefined;
    // Of what is no configuration at all no more is to be said.
    if (list(record(data).sites).length === 0) return refused(broken);
    const { errors, warnings } = findings(data, scanJson(mended.text).duplicates);
    return refused([...broken, ...errors], warnings);
  }
  const data: unknown = JSON.parse(json);
  const { errors, warnings } = findings(data, duplicates);
  if (errors.length > 0) return refused(errors, warnings);
  return { ok: true, errors, warnings, sites: (data as { sites: SiteInput[] }).sites.map(completeSite) };
}

/** Keys that were meant to be others are read as these, and those in them too: so often, at most. */
const MAX_READINGS = 5;

/** What is wrong with the data of a file. */
function findings(data: unknown, duplicates: readonly string[]): { errors: Problem[]; warnings: Problem[] } {
  const renamed: Problem[] = [];
  let reading = { data, originalPath: (path: string) => path };
  for (let count = 0; ; count++) {
    const meant: MeantKey[] = [];
    const shape = schemaProblems(reading.data, (key) => meant.push(key));
    const paths = new Set(meant.map(({ path }) => path));
    const placed = <P extends { path: string }>(found: P): P => ({
      ...found,
      path: reading.originalPath(found.path),
    });
    if (meant.length === 0 || count === MAX_READINGS)
      return judged([...renamed, ...shape.map(placed)], siteProblems(reading.data), placed, duplicates);
    renamed.push(...shape.filter(({ path }) => paths.has(path)).map(placed));
    const next = withMeantKeys(reading.data, meant);
    const { originalPath } = reading;
    reading = { data: next.data, originalPath: (path) => originalPath(next.originalPath(path)) };
  }
}

function judged(
  shape: readonly Problem[],
  meaning: Findings,
  placed: (problem: Problem) => Problem,
  duplicates: readonly string[],
): { errors: Problem[]; warnings: Problem[] } {
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
    ...meaning.errors.map(placed).filter(({ path }) => !told.has(path)),
  ];
  const wrong = new Set(errors.map(({ path }) => path));
  return { errors, warnings: meaning.warnings.map(placed).filter(({ path }) => !wrong.has(path)) };
}
