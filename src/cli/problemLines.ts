import { parentPath } from "../endpoint/configuration/jsonPath.ts";
import type { Problem } from "../endpoint/configuration/Problem.ts";
import { lineAndColumn, mendedText, scanJson } from "../endpoint/configuration/scanJson.ts";

/**
 * Problems as lines for a person, in the order of the file, each with its line and column.
 *
 * @param text the file; without it the place is left out
 */
export function problemLines(
  { errors, warnings }: { errors: readonly Problem[]; warnings: readonly Problem[] },
  text?: string,
): string[] {
  const json = text?.replace(/^\uFEFF/, "");
  const offsets = json === undefined ? new Map<string, number>() : scanJson(mendedText(json).text).offsets;
  const all = [
    ...errors.map((problem) => ({ level: "error", problem, offset: offsetOf(problem.path, offsets) })),
    ...warnings.map((problem) => ({ level: "warning", problem, offset: offsetOf(problem.path, offsets) })),
  ].sort((a, b) => a.offset - b.offset);
  const repeats = new Map<string, number[]>();
  for (const { level, problem, offset } of all) {
    const id = `${level} ${problem.code} ${problem.message}`;
    repeats.set(id, [...(repeats.get(id) ?? []), lineAndColumn(json ?? "", offset).line]);
  }
  return all.flatMap(({ level, problem, offset }) => {
    const { line, column } = lineAndColumn(json ?? "", offset);
    const id = `${level} ${problem.code} ${problem.message}`;
    const lines = repeats.get(id) ?? [];
    if (lines.length > MAX_REPEATS && line !== lines[0]) return [];
    const more =
      lines.length > MAX_REPEATS
        ? ` (and ${lines.length - 1} times more, on ${linesIn(lines.slice(1))})`
        : "";
    const place =
      json === undefined || OF_THE_FILE.has(problem.code) ? "" : ` (line ${line}, column ${column})`;
    return [
      `${level}: ${problem.path}${place}`,
      `  ${problem.message}${more} [${problem.code}]`,
      ...(saysEnough(problem) ? [] : [`  expected ${problem.expected}`]),
    ];
  });
}

/** The same words so often are told once, with their lines. */
const MAX_REPEATS = 3;
const MAX_LINES = 8;

const linesIn = (lines: readonly number[]): string =>
  `lines ${lines.slice(0, MAX_LINES).join(", ")}${lines.length > MAX_LINES ? " …" : ""}`;

/** What JSON itself expects, or all keys that there are, helps nobody who has been told what is wrong. */
const saysEnough = ({ code, message, expected }: Problem): boolean =>
  message.includes(expected) ||
  code === "invalid_json" ||
  (code === "unknown_key" && /did you mean|it belongs|takes no comments/.test(message));

/** Their messages say where, or there is no place. */
const OF_THE_FILE: ReadonlySet<string> = new Set(["invalid_json", "too_deep", "encoding", "unreadable"]);

/** Where a path is in the file; a key that is missing is where its object is. */
function offsetOf(path: string, offsets: ReadonlyMap<string, number>): number {
  for (let at = path; at; at = parentPath(at)) {
    const offset = offsets.get(at);
    if (offset !== undefined) return offset;
  }
  return 0;
}

export const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
