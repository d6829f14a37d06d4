import type { EventBase, Keeping } from "../EventKind.ts";
import type { TrackingIds } from "../trackingIds.ts";
import { time, trackingIds, uuid } from "../wireSchemas.ts";

/** External ids that came after an entry was recorded: the endpoint adds to it those that it lacks. */
export interface IdsEvent extends EventBase {
  type: "ids";
  /** `id` of the entry. */
  entry: string;
  /** Only the new ones. */
  tracking_ids: TrackingIds;
}

export const schema = {
  type: "object",
  required: ["id", "at", "entry", "tracking_ids"],
  properties: { id: uuid, at: time, entry: uuid, tracking_ids: trackingIds },
} as const;

export const kept = (event: IdsEvent, keeping: Keeping) => ({
  entry: event.entry.toLowerCase(),
  tracking_ids: keeping.trackingIds(event.tracking_ids),
});

export const isAddition = true;
