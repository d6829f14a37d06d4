import { MODES } from "../../../vocabulary/modes.ts";
import { implies } from "../../../vocabulary/when/implies.ts";
import { isSound } from "../../../vocabulary/when/isSound.ts";
import type { When } from "../../../vocabulary/when/When.ts";
import { memberPath } from "../jsonPath.ts";
import { MAX_CARRIED_CONDITIONS } from "../siteSchema.ts";
import type { Context } from "./Context.ts";
import { knownNumber, numberIds } from "./numberIds.ts";
import { phone } from "./phone.ts";
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
    phone(place, tracked, context);
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
  const hiding = sound
    .slice(0, Math.max(sound.indexOf(entry), 0))
    .find((earlier) => implies(entry.value.when as When, earlier.value.when as When));
  if (hiding)
    warn(
      entry.path,
      "shadowed",
      `can never win: whenever it matches, the earlier condition "${hiding.value.id}" does too`,
      entry.value.id ?? null,
      "a rule that earlier conditions leave something to",
    );
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
