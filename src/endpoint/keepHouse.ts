import type { Site } from "../vocabulary/site.ts";
import type { SiteTerms, Store } from "./store/Store.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What the store needs to know of the sites to keep house. */
export function siteTerms(
  sites: readonly Pick<Site, "key" | "timeZone" | "retentionDays">[],
  now: number,
): Record<string, SiteTerms> {
  return Object.fromEntries(
    sites.map(({ key, timeZone, retentionDays }) => [
      key,
      { timeZone, before: now - retentionDays * DAY_MS },
    ]),
  );
}

/**
 * Freezes days that are over, now and every hour; deletes what is older than each site's `retentionDays`, once a
 * day.
 *
 * @param failed told of what did not end, a clock that is not trusted among it; the next hour makes it good
 * @returns stops it
 */
export function keepHouse(
  store: Pick<Store, "freeze" | "purge">,
  sites: () => readonly Site[],
  failed: (error: unknown) => void,
): () => void {
  let purgedAt = Number.NEGATIVE_INFINITY;
  const keep = async () => {
    const now = Date.now();
    const terms = siteTerms(sites(), now);
    await store.freeze(terms, now);
    if (performance.now() - purgedAt < DAY_MS) return;
    await store.purge(terms, now);
    purgedAt = performance.now();
  };
  let isStopped = false;
  const hourly = () =>
    void keep().catch((error) => {
      // What a closing store has cut short goes on at the next start.
      if (!isStopped) failed(error);
    });
  hourly();
  const timer = setInterval(hourly, HOUR_MS).unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
