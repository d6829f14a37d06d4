import { memberPath } from "../jsonPath.ts";
import type { Context } from "./Context.ts";
import { list, record, text } from "./readLoosely.ts";
import { timeZone } from "./timeZone.ts";

/** Says what is wrong with a rule, and with those that it is made of. */
export function rule(path: string, when: unknown, context: Context): void {
  const found = record(when);
  const { all, any, not } = found;
  for (const [key, children] of Object.entries({ all, any }))
    for (const [index, child] of list(children).entries())
      rule(memberPath(`${path}.${key}`, index), child, context);
  if (not !== undefined) rule(`${path}.not`, not, context);
  for (const [leaf, check] of Object.entries(LEAVES)) check(`${path}.${leaf}`, found[leaf], context);
}

const LEAVES: Record<string, (path: string, value: unknown, context: Context) => void> = {
  pages,
  hours,
  channel,
  param,
};

function pages(path: string, value: unknown, { error }: Context): void {
  const { min, max } = record(value);
  if (typeof min === "number" && typeof max === "number" && min > max)
    error(path, "range", `"min" ${min} is greater than "max" ${max}: it never holds`, min, `at most ${max}`);
}

function hours(path: string, value: unknown, context: Context): void {
  timeZone(`${path}.tz`, record(value).tz, context);
}

function channel(path: string, value: unknown, { warn }: Context): void {
  if ([value].flat().includes("internal"))
    warn(
      path,
      "never_matches",
      `"internal" is no entry: it holds only where nothing is known of the entry`,
      "internal",
      "a channel of entries",
    );
}

function param(path: string, value: unknown, { warn }: Context): void {
  if (text(value)?.includes("*"))
    warn(path, "never_matches", "a parameter's name is exact: * is no wildcard here", value, "a name");
}
