import { MODES } from "../../../vocabulary/modes.ts";
import { certainty, isCovered } from "../../../vocabulary/when/certainty.ts";
import { implies } from "../../../vocabulary/when/implies.ts";
import { isSound } from "../../../vocabulary/when/isSound.ts";
import type { When } from "../../../vocabulary/when/When.ts";
import { memberPath } from "../jsonPath.ts";
import { MAX_CARRIED_CONDITIONS } from "../siteSchema.ts";
import type { Context } from "./Context.ts";
import { knownNumber, numberIds } from "./numberIds.ts";
import { trackedPhone } from "./phone.ts";
import { type Json, record, records } from "./readLoosely.ts";
import { rule } from "./rule.ts";
import { unique } from "./unique.ts";
import { unreserved } from "./unreserved.ts";

interface Condition {
  path: string;
  value: Json;
}

export function conditions(context: Context): void {
  const { path, site, error } = context;
  const all = records(site.conditions, `${path}.conditions`);
  unique(
    all.map((entry) => ({ path: `${entry.path}.id`, value: entry.value.id })),
    "condition id",
    error,
  );
  const sound = all.filter(({ value }) => isSound(value.when));
  for (const entry of all) {
    unreserved(`${entry.path}.id`, entry.value.id, error);
    shownNumbers(entry, context);
    touch(entry, context);
    rule(`${entry.path}.when`, entry.value.when, context);
    shadowed(entry, sound, context);
  }
  limits(all, context);
}

function shownNumbers({ path, value }: Condition, context: Context): void {
  const { error, warn } = context;
  const ids = numberIds(context);
  const shown = record(value.numbers);
  for (const [id, tracked] of Object.entries(shown)) {
    const place = memberPath(`${path}.numbers`, id);
    knownNumber(place, id, ids, error);
    trackedPhone(place, tracked, context);
  }
  if (value.numbers !== undefined && Object.keys(shown).length === 0)
    warn(
      `${path}.numbers`,
      "no_effect",
      "this condition names a source but shows no number",
      "no number",
      "a tracked number",
    );
}

function touch({ path, value }: Condition, { site, warn }: Context): void {
  if (value.touch !== undefined && site.entry === "last")
    warn(
      `${path}.touch`,
      "no_effect",
      `with "entry": "last" every entry replaces the one before`,
      value.touch,
      `"entry": "first"`,
    );
}

function shadowed(entry: Condition, sound: Condition[], { warn }: Context): void {
  const earlier = sound.slice(0, Math.max(sound.indexOf(entry), 0));
  const why = hiddenBy(entry, earlier);
  if (why)
    warn(
      entry.path,
      "shadowed",
      `can never win: ${why}`,
      entry.value.id ?? null,
      "a rule that earlier conditions leave something to",
    );
}

/** Conditions whose union is looked at: nobody can tell what more of them leave. */
const MAX_JOINED = 64;

function hiddenBy({ value }: Condition, earlier: readonly Condition[]): string | undefined {
  const own = value.when as When;
  const rules = earlier.map((one) => one.value.when as When);
  const always = earlier.find((_, index) => certainty(rules[index] as When) === "always");
  if (always) return `the earlier condition "${always.value.id}" always matches`;
  const hiding = earlier.find((_, index) => implies(own, rules[index] as When));
  if (hiding) return `whenever it matches, the earlier condition "${hiding.value.id}" does too`;
  if (earlier.length < 2 || earlier.length > MAX_JOINED) return undefined;
  if (isCovered(rules)) return "of the earlier conditions one always matches";
  return implies(own, { any: rules })
    ? "whenever it matches, one of the earlier conditions does too"
    : undefined;
}

function limits(all: Condition[], { path, site, mode, error, warn }: Context): void {
  if (all.length > 0 && mode && !MODES[mode].conditions)
    warn(
      `${path}.conditions`,
      "not_in_mode",
      `mode ${mode} ignores conditions`,
      mode,
      "a mode with conditions",
    );
  if (site.carry === true && all.length > MAX_CARRIED_CONDITIONS)
    error(
      `${path}.conditions`,
      "size",
      `${all.length} conditions cannot all be carried`,
      all.length,
      `at most ${MAX_CARRIED_CONDITIONS} with "carry"`,
    );
}
