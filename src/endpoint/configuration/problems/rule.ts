import { certainty } from "../../../vocabulary/when/certainty.ts";
import { excludes } from "../../../vocabulary/when/implies.ts";
import { isSound } from "../../../vocabulary/when/isSound.ts";
import { leafProblems } from "../../../vocabulary/when/leafProblems.ts";
import type { When } from "../../../vocabulary/when/When.ts";
import { memberPath } from "../jsonPath.ts";
import { meant } from "../proposals/propose.ts";
import { proposeTimeZone } from "../proposals/proposePlace.ts";
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
    const pair = known === "never" ? excludedPair(when as When, compared) : undefined;
    context.warn(path, code, pair ?? message, null, expected);
  }
  parts(path, when, context);
}

/** The first two rules of a list that exclude each other, in words. */
function excludedPair(when: When, { entailed }: Comparable): string | undefined {
  if (!("all" in when) || when.all.length > MAX_PAIRED) return undefined;
  const rules = when.all.map(entailed);
  for (const [index, one] of rules.entries()) {
    const other = rules.findIndex((each, at) => at > index && excludes(one, each));
    if (other < 0) continue;
    const [first, second] = [when.all[index], when.all[other]].map((rule) => JSON.stringify(rule));
    const isOneTest = Object.keys(when.all[index] ?? {})[0] === Object.keys(when.all[other] ?? {})[0];
    return `can never hold: ${first} and ${second} exclude each other${isOneTest ? `, did you mean "any" in the place of "all"?` : ""}`;
  }
  return undefined;
}

/** Rules that are paired with each other. */
const MAX_PAIRED = 20;

function parts(path: string, when: unknown, context: Context): void {
  const found = record(when);
  const { all, any, not } = found;
  for (const [key, children] of Object.entries({ all, any }))
    for (const [index, child] of list(children).entries())
      parts(memberPath(`${path}.${key}`, index), child, context);
  if (not !== undefined) parts(`${path}.not`, not, context);
  for (const problem of leafProblems(found)) {
    const say = problem.isError ? context.error : context.warn;
    const hint = problem.code === "time_zone" ? meant(proposeTimeZone(String(problem.found))) : "";
    say(`${path}.${problem.at}`, problem.code, problem.message + hint, problem.found, problem.expected);
  }
}
