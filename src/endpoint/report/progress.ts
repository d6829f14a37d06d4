import type { Channel } from "../../vocabulary/channels.ts";
import type { EventType } from "../../vocabulary/modes.ts";
import type { Attribution } from "./refineReferral.ts";

/** One event of a visitor, as far as pages and sources are counted. */
export interface CountedEvent {
  type: EventType;
  /** Running count, in `page` and `pages` events. */
  pages: number | null;
  condition: string | null;
  source: string | null;
  channel: Channel | null;
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
};

/**
 * Takes a visitor one event further; the events come in the order of time.
 *
 * An entry is one page (the landing page) and the attribution from then on; a running count adds what it
 * has beyond the pages already seen, so that a lost page view is made good by the next one.
 *
 * @returns the pages that the event adds
 */
export function advance(progress: Progress, event: CountedEvent): number {
  let viewed = 0;
  if (event.type === "entry") {
    viewed = 1;
    progress.condition = event.condition ?? "";
    progress.source = event.source ?? "";
    progress.channel = event.channel ?? NO_PROGRESS.channel;
  } else {
    // Of what counts no pages there are none.
    viewed = Math.max(0, (event.pages ?? 0) - progress.seen);
  }
  progress.seen += viewed;
  return viewed;
}
