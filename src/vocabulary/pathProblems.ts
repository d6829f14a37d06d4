import { globMeant } from "./globs.ts";
import type { LeafProblem } from "./when/LeafModule.ts";

/** A glob that every path meets: each begins with a slash. */
export const EVERY_PATH = /^\/?\*+$/;

/** What browsers never leave in a path: segments of one dot or two, a backslash. */
const REWRITTEN = /(^|\/)\.\.?(\/|$)|\\/;

/** Paths that no page has. @param at key of the leaf */
export function pathProblems(at: string, path: unknown): LeafProblem[] {
  if (typeof path !== "string") return [];
  const proposal = globMeant(path);
  const never = (message: string): LeafProblem[] => [
    {
      at,
      isError: false,
      code: "never_matches",
      message,
      found: path,
      expected: "a path, with * for any run",
    },
  ];
  if (proposal !== undefined)
    return never(
      `"${path}" is written as a regular expression: only * has a meaning here${proposal ? `, did you mean "${proposal}"?` : ""}`,
    );
  if (/\|\//.test(path))
    return never(
      `| is no "or" here, did you mean { "any": [ ${path
        .split("|")
        .map((each) => `{ "${at}": ${JSON.stringify(each)} }`)
        .join(", ")} ] }?`,
    );
  return REWRITTEN.test(path)
    ? never(`no page has the path "${path}": browsers resolve dots and backslashes`)
    : [];
}
