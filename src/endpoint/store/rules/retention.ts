import type { SiteTerms } from "../Store.ts";

const MONTH_MS = 30.44 * 86_400_000;
/** No site may keep events longer. */
const MAX_EVENT_AGE_MS = 25 * MONTH_MS;
const MAX_ACCESS_AGE_MS = 12 * MONTH_MS;

/** Events of a site that are older than this are purged; sites that are not named keep as long as any may. */
export function eventsUntil(
  site: string,
  sites: Readonly<Record<string, Pick<SiteTerms, "before">>>,
  now: number,
): number {
  return sites[site]?.before ?? now - MAX_EVENT_AGE_MS;
}

/** Accesses that are older than this are purged. */
export const accessesUntil = (now: number): number => now - MAX_ACCESS_AGE_MS;

/** Counts of earlier days, `YYYY-MM-DD`, are purged: they go with the events that they were counted beside. */
export const countsUntil = (now: number): string =>
  new Date(now - MAX_EVENT_AGE_MS).toISOString().slice(0, 10);
