import type { Problem } from "../endpoint/configuration/Problem.ts";
import { lineAndColumn, scanJson } from "../endpoint/configuration/scanJson.ts";

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
  const offsets = json === undefined ? new Map<string, number>() : scanJson(json).offsets;
  const all = [
    ...errors.map((problem) => ({ level: "error", problem, offset: offsetOf(problem.path, offsets) })),
    ...warnings.map((problem) => ({ level: "warning", problem, offset: offsetOf(problem.path, offsets) })),
  ].sort((a, b) => a.offset - b.offset);
  return all.flatMap(({ level, problem, offset }) => {
    const { line, column } = lineAndColumn(json ?? "", offset);
    const place =
      json === undefined || OF_THE_FILE.has(problem.code) ? "" : ` (line ${line}, column ${column})`;
    return [
      `${level}: ${problem.path}${place}`,
      `  ${problem.message} [${problem.code}]`,
      ...(problem.message.includes(problem.expected) ? [] : [`  expected ${problem.expected}`]),
    ];
  });
}

/** Their messages say where, or there is no place. */
const OF_THE_FILE: ReadonlySet<string> = new Set(["invalid_json", "too_deep", "encoding", "unreadable"]);

/** Where a path is in the file; a key that is missing is where its object is. */
function offsetOf(path: string, offsets: ReadonlyMap<string, number>): number {
  for (let at = path; at; at = at.replace(/(\.[^.[\]]+|\[[^[\]]*\]|\$)$/, "")) {
    const offset = offsets.get(at);
    if (offset !== undefined) return offset;
  }
  return 0;
}

export const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
