import { nameFault } from "../../../vocabulary/paramProblems.ts";
import { memberPath } from "../jsonPath.ts";
import type { Context, Say } from "./Context.ts";
import { list, record, records, text } from "./readLoosely.ts";

export function params({ path, site, warn }: Context): void {
  for (const [index, value] of list(site.params).entries()) {
    const place = memberPath(`${path}.params`, index);
    if (/^\*+$/.test(text(value) ?? ""))
      warn(
        place,
        "keeps_everything",
        "every parameter of every URL is kept, personal data included",
        value,
        "names of parameters",
      );
    else named(place, value, warn);
  }
  for (const [name, value] of Object.entries(record(site.valueTrack)))
    named(memberPath(`${path}.valueTrack`, name), value, warn);
  for (const entry of records(record(site.trackingIds).add, `${path}.trackingIds.add`))
    if (entry.value.from === "param") named(`${entry.path}.key`, entry.value.key, warn);
}

/** Says what no parameter is named: `?utm_source`, `utm_source=x`. */
function named(path: string, value: unknown, warn: Say): void {
  const name = text(value);
  const fault = name === undefined ? undefined : nameFault(name);
  if (!name || !fault) return;
  const bare = name
    .trim()
    .replace(/^[?&]+/, "")
    .replace(/[=&#].*$/, "");
  warn(
    path,
    "never_matches",
    `"${name}" is no name of a parameter: ${fault.message}${bare ? `, did you mean "${bare}"?` : ""}`,
    name,
    "a name",
  );
}
