import { MODES } from "../../../vocabulary/modes.ts";
import type { Context } from "./Context.ts";
import { phone } from "./phone.ts";
import { records } from "./readLoosely.ts";
import { unique } from "./unique.ts";
import { unreserved } from "./unreserved.ts";

export function numbers(context: Context): void {
  const { path, site, mode, error, warn } = context;
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
    phone(`${entry.path}.tracked`, entry.value.tracked, context);
    if (mode && !MODES[mode].conditions && entry.value.tracked === undefined)
      warn(
        entry.path,
        "no_tracked",
        `mode ${mode} shows "tracked" always: this number is never replaced`,
        null,
        `"tracked"`,
      );
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
