import { CHANNELS, type Channel } from "../channels.ts";
import type { EventBase, Keeping } from "../EventKind.ts";
import type { TrackingIds } from "../trackingIds.ts";
import { condition, pageUrl, source, time, trackingIds, url, uuid } from "../wireSchemas.ts";

/** An arrival from outside, with its own condition, source and channel. */
export interface EntryEvent extends EventBase {
  type: "entry";
  landing: string;
  /** `"direct"` when there is none. */
  referrer: string;
  tracking_ids: TrackingIds;
  condition: string;
  /** `""`, like the channel, where the script tells no channels and no condition holds. */
  source: string;
  channel: Channel | "";
}

export const schema = {
  type: "object",
  required: ["id", "at", "landing", "source", "channel"],
  properties: {
    id: uuid,
    at: time,
    landing: pageUrl,
    referrer: url,
    tracking_ids: trackingIds,
    condition,
    source,
    channel: { enum: [...CHANNELS, "internal", ""] },
  },
} as const;

export function kept(event: EntryEvent, { channelOf, cleanUrl, trackingIds }: Keeping) {
  const { landing, referrer = "", tracking_ids: ids = {} } = event;
  const channel = event.channel || channelOf(landing, referrer, ids);
  return {
    landing: cleanUrl(landing),
    referrer: cleanUrl(referrer) || "direct",
    tracking_ids: trackingIds(ids),
    condition: event.condition ?? "",
    source: event.source || channel,
    channel,
  };
}
