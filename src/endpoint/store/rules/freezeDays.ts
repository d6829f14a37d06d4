import { countedEvent, type ReportedEvent } from "../../report/countedEvent.ts";
import type { DayRow } from "../../report/DayRow.ts";
import { DayTally } from "../../report/DayTally.ts";
import { addDays, localDay, startOfDay } from "../../report/localDay.ts";
import { loadReferralRefiner } from "../../report/refineReferral.ts";
import type { SiteTerms } from "../Store.ts";
import type { Records } from "./History.ts";
import { resolveIds } from "./lateIds.ts";
import { supersededCounts } from "./resolveCounts.ts";

/** A day is frozen so long (ms) after its end. */
const FREEZE_AFTER_MS = 48 * 3_600_000;

/** One step of freezing. */
export interface FrozenStep {
  site: string;
  /** Bound that the step starts from, as it must still stand. */
  from: number;
  /** Bound that it ends at. */
  until: number;
  rows: DayRow[];
  /** Ids of running counts that say nothing any more. */
  superseded: string[];
}

export type Tallied = Pick<FrozenStep, "rows" | "superseded">;

/** What freezing asks of a store. */
export interface Freezer extends Pick<Records, "bounds"> {
  /** Time of the first event that counts, from a time on. */
  firstEvent(site: string, from: number): Promise<number | undefined>;
  /** Makes whatever comes in for an earlier time late. */
  close(site: string, until: number, timeZone: string): Promise<void>;
  /** Resolves once nothing can come in any more that a former bound has let through. */
  closed(): Promise<void>;
  /** What `tallyDays` finds. */
  tally(site: string, timeZone: string, from: number, until: number): Promise<Tallied>;
  /** All or nothing. @returns false when another process has moved the bound */
  keepFrozen(step: FrozenStep): Promise<boolean>;
}

/** What ended before this is frozen: the beginning of the first day that has not ended for 48 hours. */
const freezeUntil = (now: number, timeZone: string): number =>
  startOfDay(localDay(now - FREEZE_AFTER_MS, timeZone), timeZone);

/** What is to be frozen of a site: all that happened before a time. */
export interface Freezing {
  site: string;
  timeZone: string;
  until: number;
}

/**
 * Freezes what sites count, day by day: each is durable for itself, so that an interrupted run goes on where it was.
 *
 * Where nothing happened there is nothing to freeze, and the bound stays: a site's first events may be old.
 */
export async function freezeDays(store: Freezer, sites: readonly Freezing[]): Promise<void> {
  const due: Freezing[] = [];
  for (const each of sites) {
    const { frozen } = await store.bounds(each.site);
    const first = await store.firstEvent(each.site, frozen);
    if (first !== undefined && first < each.until) due.push(each);
  }
  if (due.length === 0) return;
  for (const { site, until, timeZone } of due) await store.close(site, until, timeZone);
  await store.closed();
  for (const { site, timeZone } of due) await freezeSite(store, site, timeZone);
}

async function freezeSite(store: Freezer, site: string, timeZone: string): Promise<void> {
  const { frozen: start, closed } = await store.bounds(site);
  let frozen = start;
  let next = await store.firstEvent(site, frozen);
  while (next !== undefined && next < closed) {
    const end = Math.min(closed, startOfDay(addDays(localDay(next, timeZone), 1), timeZone));
    const following = await store.firstEvent(site, end);
    const step = await store.tally(site, timeZone, Math.max(frozen, next), end);
    // Days without events are passed over at once.
    const bound = following === undefined || following >= closed ? closed : end;
    if (!(await store.keepFrozen({ ...step, site, from: frozen, until: bound }))) return;
    frozen = bound;
    next = following;
  }
}

/** Days of sites that ended 48 hours ago. */
export const dueOf = (sites: Readonly<Record<string, SiteTerms>>, now: number): Freezing[] =>
  Object.entries(sites).map(([site, { timeZone }]) => ({
    site,
    timeZone,
    until: freezeUntil(now, timeZone),
  }));

/** Counts what happened from one time to another. */
export async function tallyDays(
  records: Pick<Records, "histories">,
  site: string,
  timeZone: string,
  from: number,
  until: number,
): Promise<Tallied> {
  const refine = await loadReferralRefiner();
  const tally = new DayTally();
  const superseded: string[] = [];
  const isNow = ({ at }: ReportedEvent) => at >= from && at < until;
  for await (const { start, events: all } of records.histories(site, from, until)) {
    const { events } = resolveIds(all);
    const dated = events.map((event) => ({
      ...countedEvent(event, refine),
      day: isNow(event) ? localDay(event.at, timeZone) : null,
    }));
    tally.add(start, dated);
    for (const { id } of supersededCounts(events.filter(isNow))) superseded.push(id);
  }
  return { rows: tally.rows(), superseded };
}
