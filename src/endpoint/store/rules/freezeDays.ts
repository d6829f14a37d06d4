import { countedEvent, type ReportedEvent } from "../../report/countedEvent.ts";
import type { DayRow } from "../../report/DayRow.ts";
import { DayTally } from "../../report/DayTally.ts";
import { addDays, localDay, startOfDay } from "../../report/localDay.ts";
import { loadReferralRefiner } from "../../report/refineReferral.ts";
import type { Records } from "./History.ts";
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
  /**
   * Makes whatever comes in for an earlier time late. Resolves to the bound in force, once nothing can come in any
   * more that another bound has let through.
   */
  close(site: string, until: number, timeZone: string): Promise<number>;
  /** What `tallyDays` finds. */
  tally(site: string, timeZone: string, from: number, until: number): Promise<Tallied>;
  /** All or nothing. @returns false when another process has moved the bound */
  keepFrozen(step: FrozenStep): Promise<boolean>;
}

/** What ended before this is frozen: the beginning of the first day that has not ended for 48 hours. */
export const freezeUntil = (now: number, timeZone: string): number =>
  startOfDay(localDay(now - FREEZE_AFTER_MS, timeZone), timeZone);

/**
 * Freezes what a site counts before a time, day by day: each is durable for itself, so that an interrupted run
 * goes on where it was.
 *
 * Where nothing happened there is nothing to freeze, and the bound stays: a site's first events may be old.
 */
export async function freezeDays(
  store: Freezer,
  site: string,
  timeZone: string,
  until: number,
): Promise<void> {
  let { frozen } = await store.bounds(site);
  let next = await store.firstEvent(site, frozen);
  if (next === undefined || next >= until) return;
  const closed = await store.close(site, until, timeZone);
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
  for await (const { start, events } of records.histories(site, from, until)) {
    const dated = events.map((event) => ({
      ...countedEvent(event, refine),
      day: isNow(event) ? localDay(event.at, timeZone) : null,
    }));
    tally.add(start, dated);
    for (const { id } of supersededCounts(events.filter(isNow))) superseded.push(id);
  }
  return { rows: tally.rows(), superseded };
}
