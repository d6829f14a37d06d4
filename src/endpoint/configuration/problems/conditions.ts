import { MODES } from "../../../vocabulary/modes.ts";
import { memberPath } from "../jsonPath.ts";
import { MAX_CARRIED_CONDITIONS } from "../siteSchema.ts";
import type { Context } from "./Context.ts";
import { comparable } from "./comparable.ts";
import { knownNumber, numberIds } from "./numberIds.ts";
import { trackedPhone } from "./phone.ts";
import { type Json, record, records } from "./readLoosely.ts";
import { rule } from "./rule.ts";
import { shadowed } from "./shadowed.ts";
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
  const compared = comparable(site);
  for (const entry of all) {
    unreserved(`${entry.path}.id`, entry.value.id, error);
    shownNumbers(entry, context);
    touch(entry, context);
    rule(`${entry.path}.when`, entry.value.when, compared, context);
  }
  shadowed(all, compared, context);
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
