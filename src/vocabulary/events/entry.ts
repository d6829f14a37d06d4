import { CHANNELS, type Channel } from "../channels.ts";
import type { EventBase, Keeping } from "../EventKind.ts";
import type { TrackingIds } from "../trackingIds.ts";
import { MAX_ID_LENGTH } from "../trackingIds.ts";
import { condition, MAX_NAME_LENGTH, pageUrl, source, text, time, url, uuid } from "../wireSchemas.ts";

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

const MAX_TRACKING_IDS = 50;
const names = { minLength: 1, maxLength: MAX_NAME_LENGTH };
const value = text(MAX_ID_LENGTH);

export const schema = {
  type: "object",
  required: ["id", "at", "landing", "source", "channel"],
  properties: {
    id: uuid,
    at: time,
    landing: pageUrl,
    referrer: url,
    tracking_ids: {
      type: "object",
      maxProperties: MAX_TRACKING_IDS,
      propertyNames: names,
      additionalProperties: {
        type: ["string", "object"],
        maxLength: MAX_ID_LENGTH,
        maxProperties: MAX_TRACKING_IDS,
        propertyNames: names,
        additionalProperties: value,
      },
    },
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
