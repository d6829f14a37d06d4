import type { ReportedEvent } from "../../report/countedEvent.ts";
import { countedEvent } from "../../report/countedEvent.ts";
import type { DayRow } from "../../report/DayRow.ts";
import { advance, NO_PROGRESS, type Progress } from "../../report/progress.ts";
import type { Refine } from "../../report/refineReferral.ts";

/** What is known of one visitor, as far as reports go: late events are no part of it. */
export interface History {
  /** How far he had come when events of his were last purged. */
  start: Progress;
  /** In the order of time. */
  events: ReportedEvent[];
}

/** What the rules read of a store. Times are milliseconds since the epoch. */
export interface Records {
  bounds(site: string): Promise<Bounds>;
  /** Frozen rows of these days, inclusive. */
  frozenRows(site: string, from: string, to: string): Promise<DayRow[]>;
  /** Histories of all who have an event in between that counts, each up to `before`. */
  histories(site: string, after: number, before: number): AsyncIterable<History>;
  dropped(site: string, from: string, to: string): Promise<Record<string, number>>;
}

export interface Bounds {
  /** What comes in for a time before this is late. */
  closed: number;
  /** Rows stand for everything before this; never after `closed`. */
  frozen: number;
}

/** As it is stored: columns may be null until events of the visitor were purged. */
export const progressSoFar = (
  stored: { [Key in keyof Progress]: Progress[Key] | null } | undefined,
): Progress => ({
  seen: stored?.seen ?? NO_PROGRESS.seen,
  condition: stored?.condition ?? NO_PROGRESS.condition,
  source: stored?.source ?? NO_PROGRESS.source,
  channel: stored?.channel ?? NO_PROGRESS.channel,
  campaign: stored?.campaign ?? NO_PROGRESS.campaign,
  landing: stored?.landing ?? NO_PROGRESS.landing,
});

/**
 * How far a visitor has come after events that are about to be purged, so that the counts of later days
 * stay as they are.
 *
 * @param refine as in the report that would have counted them
 */
export function progressAfter(
  start: Readonly<Progress>,
  events: readonly ReportedEvent[],
  refine: Refine,
): Progress {
  const progress = { ...start };
  for (const event of events) advance(progress, countedEvent(event, refine));
  return progress;
}
