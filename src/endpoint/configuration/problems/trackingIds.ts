import { isDefaultId } from "../../../vocabulary/trackingIds.ts";
import { meant } from "../proposals/propose.ts";
import type { Context } from "./Context.ts";
import { record, records, text } from "./readLoosely.ts";
import { unique } from "./unique.ts";
import { unreserved } from "./unreserved.ts";

export function trackingIds({ path, site, error, warn }: Context): void {
  const all = records(record(site.trackingIds).add, `${path}.trackingIds.add`);
  unique(
    all.map((entry) => ({ path: `${entry.path}.name`, value: entry.value.name })),
    "tracking id",
    error,
  );
  for (const entry of all) {
    const name = text(entry.value.name);
    unreserved(`${entry.path}.name`, name, error);
    const key = text(entry.value.key) ?? "";
    const path = key.replace(/\([^()]*\)|\[[^[\]]*\]/g, "");
    if (entry.value.from === "window" && path !== key)
      warn(
        `${entry.path}.key`,
        "never_matches",
        `"${key}" is no path: names with dots between them, nothing is called${meant(path)}`,
        key,
        "a path such as window.app.user.id",
      );
    if (name && isDefaultId(name))
      warn(`${entry.path}.name`, "duplicate", `"${name}" is collected by default`, name, "another name");
  }
}
