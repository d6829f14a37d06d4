import type { Channel } from "./channels.ts";
import type { EventTypes } from "./eventTypes.ts";
import type { TrackingIds } from "./trackingIds.ts";

/** The kinds of event, and what tells them apart. */
export type EventType = keyof EventTypes;
export type MgtEvent = EventTypes[EventType];

export interface EventBase {
  /** UUID v4 made on the page: sending twice stores once. */
  id: string;
  /** Client's clock, milliseconds since the epoch. */
  at: number;
}

/** How a site has what it keeps cut. */
export interface Keeping {
  /** A URL as the site's script cuts it; `""` for what is no URL. */
  cleanUrl(url: string): string;
  /** The channel of an entry whose script told none. */
  channelOf(landing: string, referrer: string, ids: TrackingIds): Channel;
  /** Those of an entry's ids that the site's script collects. */
  trackingIds<T>(ids: Readonly<Record<string, T>>): Record<string, T>;
}

/** What the file of a kind exports (`events/`). */
export interface EventKind<E extends EventBase> {
  /** JSON Schema of one event, `type` apart; a field that is not in it is dropped. */
  schema: { type: "object"; required: readonly string[]; properties: Readonly<Record<string, object>> };
  /** What of a valid event may be kept, besides `id`, `type` and `at`; where it is missing, nothing. */
  kept(event: E, keeping: Keeping): Partial<Omit<E, "id" | "type" | "at">>;
  /** Of those between two entries only the highest says anything. */
  isRunningCount?: boolean;
  /** It adds to an entry, and stands by itself only until that has come. */
  isAddition?: boolean;
}

/** List of the kinds: without one of them it does not compile. */
export type EventKinds = { readonly [Type in EventType]: EventKind<EventTypes[Type]> };
