import { siteTerms } from "../endpoint/keepHouse.ts";
import { ClockNotTrusted } from "../endpoint/store/Store.ts";
import type { Io } from "./Io.ts";
import { parseOptions } from "./parseOptions.ts";
import { count } from "./problemLines.ts";
import { readSites, siteNamed } from "./readSites.ts";
import { withStoreInUse } from "./storeInUse.ts";

export const PURGE_HELP = `mgt purge [config] [--site KEY] [--json]

Deletes events that are older than each site's retentionDays, now; mgt serve does it once a day by itself. Days that
lose events are frozen first: no report changes. Sites that are not in the configuration keep 25 months.

  config       the file; default: MGT_CONFIG, else mgt.config.json here, else the demo's
  --site KEY   only this site
  --json       { "at", "purged": [ { "site", "events", "visitors" } ] }; at: ISO time; only sites that lost something

Environment: MGT_DATA (data/), or DATABASE_URL

Exit: 0 done, 1 the configuration has errors, or the clock cannot be trusted, 2 wrong usage or no store`;

/** `mgt purge`: 0 done, 1 not done. */
export async function purge(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(argv, { site: { type: "string" } }, 1);
  if (values.help) {
    io.out(PURGE_HELP);
    return 0;
  }
  const sites = readSites(positionals[0], io, values.json);
  if (!sites) return 1;
  const only = values.site === undefined ? undefined : siteNamed(sites, values.site).key;
  const now = Date.now();
  try {
    const purged = await withStoreInUse(io, (store) => store.purge(siteTerms(sites, now), now, only));
    if (values.json) io.out(JSON.stringify({ at: new Date(now).toISOString(), purged }, null, 2));
    else if (purged.length === 0) io.out("nothing is past its time");
    for (const { site, events, visitors } of values.json ? [] : purged)
      io.out(`${site}: ${count(events, "event")}, ${count(visitors, "visitor")}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ClockNotTrusted)) throw error;
    io.err(`mgt purge: ${error.message}`);
    return 1;
  }
}
