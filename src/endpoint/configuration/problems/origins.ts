import { MODES } from "../../../vocabulary/modes.ts";
import { memberPath } from "../jsonPath.ts";
import { isLoopback, normaliseOrigin } from "../normaliseOrigin.ts";
import { isPublicSuffix } from "../publicSuffix.ts";
import type { Context } from "./Context.ts";
import { list, text } from "./readLoosely.ts";
import { unique } from "./unique.ts";

const baseOf = (origin: string): string => origin.replace(/^\w+:\/\/\*\.|:\d+$/g, "");

export function origins({ path, site, mode, error, warn }: Context): void {
  const all = list(site.origins).map((value, index) => ({
    path: memberPath(`${path}.origins`, index),
    value: text(value),
  }));
  for (const entry of all) {
    if (entry.value === undefined) continue;
    const origin = normaliseOrigin(entry.value);
    if (origin === undefined)
      error(
        entry.path,
        "origin",
        `"${entry.value}" is no origin`,
        entry.value,
        "https://host[:port] or https://*.host, without a path",
      );
    else if (origin.includes("//*.") && isPublicSuffix(baseOf(origin)))
      warn(
        entry.path,
        "too_wide",
        `"${entry.value}" lets every site under ${baseOf(origin)} load the script and post`,
        entry.value,
        "the origins of the site's own pages",
      );
    else if (origin.startsWith("http:") && !isLoopback(origin))
      warn(
        entry.path,
        "insecure",
        `"${entry.value}" is not encrypted: the visitor id travels in the clear`,
        entry.value,
        "https",
      );
  }
  unique(
    all.map((entry) => ({ path: entry.path, value: entry.value && normaliseOrigin(entry.value) })),
    "origin",
    error,
  );
  if (
    all.length === 0 &&
    (site.origins === undefined || Array.isArray(site.origins)) &&
    mode &&
    MODES[mode].collects.length > 0
  )
    warn(
      `${path}.origins`,
      "no_origins",
      "no page is named: the endpoint refuses what the pages send",
      site.origins === undefined ? null : "no origin",
      "the origins of the site's pages",
    );
}
