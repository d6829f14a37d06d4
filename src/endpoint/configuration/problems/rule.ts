import { leafProblems } from "../../../vocabulary/when/leafProblems.ts";
import { memberPath } from "../jsonPath.ts";
import type { Context } from "./Context.ts";
import { list, record } from "./readLoosely.ts";

/** Says what is wrong with a rule, and with those that it is made of. */
export function rule(path: string, when: unknown, context: Context): void {
  const found = record(when);
  const { all, any, not } = found;
  for (const [key, children] of Object.entries({ all, any }))
    for (const [index, child] of list(children).entries())
      rule(memberPath(`${path}.${key}`, index), child, context);
  if (not !== undefined) rule(`${path}.not`, not, context);
  for (const problem of leafProblems(found)) {
    const say = problem.isError ? context.error : context.warn;
    say(`${path}.${problem.at}`, problem.code, problem.message, problem.found, problem.expected);
  }
}
