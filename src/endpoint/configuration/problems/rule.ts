import { certainty } from "../../../vocabulary/when/certainty.ts";
import { isSound } from "../../../vocabulary/when/isSound.ts";
import { leafProblems } from "../../../vocabulary/when/leafProblems.ts";
import type { When } from "../../../vocabulary/when/When.ts";
import { memberPath } from "../jsonPath.ts";
import type { Context } from "./Context.ts";
import type { Comparable } from "./comparable.ts";
import { list, record } from "./readLoosely.ts";

const CERTAIN = {
  always: {
    code: "always_matches",
    message: `always holds: no later condition can win; what everybody sees is a number's own "tracked"`,
    expected: "a rule that some arrivals do not meet",
  },
  never: {
    code: "never_matches",
    message: "can never hold: what it asks for excludes itself",
    expected: "a rule that some arrivals meet",
  },
} as const;

/** Says what is wrong with a rule, and with those that it is made of. */
export function rule(path: string, when: unknown, compared: Comparable, context: Context): void {
  const known = isSound(when) ? certainty(compared.entailed(when as When)) : undefined;
  // What is wrong with a leaf says why.
  if (known && leafProblems(record(when)).length === 0) {
    const { code, message, expected } = CERTAIN[known];
    context.warn(path, code, message, null, expected);
  }
  parts(path, when, context);
}

function parts(path: string, when: unknown, context: Context): void {
  const found = record(when);
  const { all, any, not } = found;
  for (const [key, children] of Object.entries({ all, any }))
    for (const [index, child] of list(children).entries())
      parts(memberPath(`${path}.${key}`, index), child, context);
  if (not !== undefined) parts(`${path}.not`, not, context);
  for (const problem of leafProblems(found)) {
    const say = problem.isError ? context.error : context.warn;
    say(`${path}.${problem.at}`, problem.code, problem.message, problem.found, problem.expected);
  }
}
