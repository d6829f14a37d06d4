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
  source: string;
  channel: Channel;
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
    channel: { enum: [...CHANNELS, "internal"] },
  },
} as const;

export const kept = (event: EntryEvent, { cleanUrl, trackingIds }: Keeping) => ({
  landing: cleanUrl(event.landing),
  referrer: cleanUrl(event.referrer ?? "") || "direct",
  tracking_ids: trackingIds(event.tracking_ids ?? {}),
  condition: event.condition ?? "",
  source: event.source,
  channel: event.channel,
});
