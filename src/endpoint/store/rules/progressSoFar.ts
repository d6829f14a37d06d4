import type { Channel } from "../../../vocabulary/channels.ts";
import { advance, type CountedEvent, NO_PROGRESS, type Progress } from "../../report/progress.ts";
import type { Attribution } from "../../report/refineReferral.ts";

/** As it is stored: null until events of the visitor were purged. */
export interface StoredProgress {
  seen: number;
  condition: string | null;
  source: string | null;
  channel: Channel | null;
}

/** How far a visitor had come when events were last purged. */
export const progressSoFar = (stored: StoredProgress | undefined): Progress => ({
  seen: stored?.seen ?? NO_PROGRESS.seen,
  condition: stored?.condition ?? NO_PROGRESS.condition,
  source: stored?.source ?? NO_PROGRESS.source,
  channel: stored?.channel ?? NO_PROGRESS.channel,
});

/** An event that is past its time. */
export interface ExpiredEvent extends CountedEvent {
  referrer: string | null;
}

/**
 * How far a visitor has come after events that are about to be purged, so that the counts of later days
 * stay as they are.
 *
 * @param refine as in the report that would have counted them
 */
export function progressAfter(
  start: Progress,
  events: readonly ExpiredEvent[],
  refine: (event: CountedEvent, referrer: string | null) => Partial<Attribution>,
): Progress {
  const progress = { ...start };
  for (const { referrer, ...event } of events) advance(progress, { ...event, ...refine(event, referrer) });
  return progress;
}
