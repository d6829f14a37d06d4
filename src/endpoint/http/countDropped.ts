import type { Dropped } from "../ingest/minimise.ts";
import { localDay } from "../report/localDay.ts";
import type { EndpointContext } from "./Exchange.ts";
import type { ServedSite } from "./SiteRegistry.ts";

/** Tells the report and the metrics what was not kept, and why. */
export function countDropped(
  { store, metrics }: EndpointContext,
  { site }: ServedSite,
  dropped: Dropped,
): void {
  if (dropped.size === 0) return;
  const day = localDay(Date.now(), site.timeZone);
  for (const [reason, count] of dropped) {
    store.countDropped(site.key, day, reason, count);
    metrics.add("mgt_dropped_total", { site: site.key, reason }, count);
  }
}
