import { MODES } from "../../../vocabulary/modes.ts";
import type { Context } from "./Context.ts";
import { phone, trackedPhone } from "./phone.ts";
import { type Json, record, records, text } from "./readLoosely.ts";
import { unique } from "./unique.ts";
import { unreserved } from "./unreserved.ts";

export function numbers(context: Context): void {
  const { path, site, error, warn } = context;
  const all = records(site.numbers, `${path}.numbers`);
  unique(
    all.map((entry) => ({ path: `${entry.path}.id`, value: entry.value.id })),
    "number id",
    error,
  );
  unique(
    all.map((entry) => ({ path: `${entry.path}.number`, value: entry.value.number })),
    "number",
    error,
  );
  for (const entry of all) {
    unreserved(`${entry.path}.id`, entry.value.id, error);
    phone(`${entry.path}.number`, entry.value.number, context);
    trackedPhone(`${entry.path}.tracked`, entry.value.tracked, context);
    replaced(entry, context);
  }
  if (all.length === 0 && (site.numbers === undefined || Array.isArray(site.numbers)))
    warn(
      `${path}.numbers`,
      "no_numbers",
      "no number is replaced",
      site.numbers === undefined ? null : "no number",
      "at least one number",
    );
}

/** A number that is shown as it is, whatever happens. */
function replaced({ path, value }: { path: string; value: Json }, { site, mode, warn }: Context): void {
  const own = text(value.number);
  if (!mode || value.tracked !== undefined) return;
  if (!MODES[mode].conditions) {
    warn(
      path,
      "no_tracked",
      `mode ${mode} shows "tracked" always: this number is never replaced`,
      null,
      `"tracked"`,
    );
    return;
  }
  const shown = records(site.conditions, "").map((condition) => record(condition.value.numbers));
  const id = text(value.id);
  const isReplaced = id === undefined || shown.some((numbers) => Object.hasOwn(numbers, id));
  // One of the owner's lines may stand in the place of another.
  const isShown = own !== undefined && shown.some((numbers) => Object.values(numbers).includes(own));
  if (!isReplaced && !isShown)
    warn(
      path,
      "no_tracked",
      `number "${id}" is never replaced: it has no "tracked", and no condition shows one for it`,
      null,
      `"tracked", or a condition's "numbers"`,
    );
}
