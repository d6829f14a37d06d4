import type { Channel } from "../../vocabulary/channels.ts";
import type { EventType } from "../../vocabulary/modes.ts";

/** What the counts of a report are divided by, besides the day. */
export interface Attribution {
  condition: string;
  source: string;
  channel: Channel;
  /** `utm_campaign` of the landing, else the ads' `campaignid`; `""` where there is none. */
  campaign: string;
  /** Path of the landing. */
  landing: string;
}

/** One event of a visitor, as far as pages and sources are counted. */
export interface CountedEvent {
  type: EventType;
  /** Running count, in `page` and `pages` events. */
  pages?: number | undefined;
  /** Of an entry. */
  attribution?: Attribution;
}

/** How far a visitor has come: what a purge keeps in the place of the events that it deletes. */
export interface Progress extends Attribution {
  /** Pages seen, by the latest running count and the entries since. */
  seen: number;
}

/** Before any entry is known. */
export const NO_PROGRESS: Readonly<Progress> = {
  seen: 0,
  condition: "",
  source: "internal",
  channel: "internal",
  campaign: "",
  landing: "",
};

/**
 * Takes a visitor one event further; the events come in the order of time.
 *
 * An entry is one page (the landing page) and the attribution from then on; a running count adds what it
 * has beyond the pages already seen, so that a lost page view is made good by the next one.
 *
 * @returns the pages that the event adds
 */
export function advance(progress: Progress, { type, pages, attribution }: CountedEvent): number {
  // Of what counts no pages there are none.
  const viewed = type === "entry" ? 1 : Math.max(0, (pages ?? 0) - progress.seen);
  if (type === "entry") Object.assign(progress, attribution);
  progress.seen += viewed;
  return viewed;
}
