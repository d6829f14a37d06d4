import type { StoredEvent } from "../Store.ts";

export const EVENT_COLUMNS = "id, type, time AS at, consent, pages, condition, source, channel, data";

export type EventRow = Pick<StoredEvent, "id" | "type" | "at" | "consent"> &
  Record<"pages" | "condition" | "source" | "channel", unknown> & { data: string };

/** Columns that do not belong to the event's type are null, and left out. */
export function storedEvent({ data, ...columns }: EventRow): StoredEvent {
  const { id, type, at, consent, pages, condition, source, channel } = columns;
  const own = Object.entries({ pages, condition, source, channel }).filter(([, value]) => value !== null);
  return { id, type, at, ...JSON.parse(data), ...Object.fromEntries(own), consent };
}
