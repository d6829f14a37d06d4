import type { EventKind, MgtEvent } from "../../../vocabulary/EventKind.ts";
import { EVENT_KINDS } from "../../../vocabulary/eventKinds.ts";
import type { StoredEvent } from "../Store.ts";

type Counted = Pick<StoredEvent, "type" | "pages">;

const isRunningCount = ({ type }: Counted): boolean =>
  (EVENT_KINDS[type] as EventKind<MgtEvent>).isRunningCount === true;

/**
 * Of the running counts between two entries only the highest says anything. Which one that is does not depend
 * on what arrived first, so it is found out when they are read.
 *
 * @param events of one visitor, in the order of time
 * @returns counts that another of their stretch makes superfluous
 */
export function supersededCounts<Event extends Counted>(events: Iterable<Event>): Set<Event> {
  const superseded = new Set<Event>();
  let highest: Event | undefined;
  for (const event of events) {
    if (event.type === "entry") highest = undefined;
    if (!isRunningCount(event)) continue;
    if (highest && (event.pages ?? 0) <= (highest.pages ?? 0)) {
      superseded.add(event);
      continue;
    }
    if (highest) superseded.add(highest);
    highest = event;
  }
  return superseded;
}

/** @param events of one visitor, in the order of time */
export function resolveCounts<Event extends Counted>(events: readonly Event[]): Event[] {
  const superseded = supersededCounts(events);
  return events.filter((event) => !superseded.has(event));
}
