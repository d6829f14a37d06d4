import type { EventKind, MgtEvent } from "../../../vocabulary/EventKind.ts";
import { EVENT_KINDS } from "../../../vocabulary/eventKinds.ts";
import { MAX_TRACKING_IDS } from "../../../vocabulary/trackingIds.ts";
import type { StoredEvent } from "../Store.ts";

/** External ids as they are kept, by name. */
type Ids = Readonly<Record<string, unknown>>;

/** Why ids that came after their entry were not kept: it is unknown, has them already, or has enough of them. */
export const IDS_LATE = "ids_late";

/**
 * Adds ids that came late to those of their entry: absent ones only, each once.
 *
 * @returns what the entry has now, and how many were not added; one that it has as it is was only repeated
 */
export function withLateIds(known: Ids, late: Ids): { ids: Record<string, unknown>; refused: number } {
  const ids: Record<string, unknown> = { ...known };
  let refused = 0;
  for (const [name, value] of Object.entries(late)) {
    if (Object.hasOwn(ids, name)) {
      if (JSON.stringify(ids[name]) !== JSON.stringify(value)) refused++;
    } else if (Object.keys(ids).length < MAX_TRACKING_IDS) {
      ids[name] = value;
    } else refused++;
  }
  return { ids, refused };
}

type Identified = Pick<StoredEvent, "id" | "type" | "entry" | "tracking_ids">;

const isAddition = ({ type }: Identified): boolean =>
  (EVENT_KINDS[type] as EventKind<MgtEvent>).isAddition === true;

/** Events of one visitor, what came late in its place. */
export interface WithLateIds<Event> {
  /** Without additions; entries have what was added to them. */
  events: Event[];
  /** Additions whose entry is not there. */
  waiting: Event[];
  /** How many ids of an addition went to no entry. */
  refused: Map<Event, number>;
}

/**
 * Adds ids that came late to their entries. What of them is kept does not depend on what arrived first, so it is found
 * out when they are read.
 *
 * @param all events of one visitor, in the order of time
 */
export function resolveIds<Event extends Identified>(all: readonly Event[]): WithLateIds<Event> {
  const waiting: Event[] = [];
  const refused = new Map<Event, number>();
  const additions = all.filter(isAddition);
  if (additions.length === 0) return { events: [...all], waiting, refused };
  const events = all.filter((event) => !isAddition(event)).map((event) => ({ ...event }));
  const entries = new Map(events.filter(({ type }) => type === "entry").map((entry) => [entry.id, entry]));
  for (const addition of additions) {
    const entry = entries.get(addition.entry ?? "");
    const late = addition.tracking_ids ?? {};
    const found = entry && withLateIds(entry.tracking_ids ?? {}, late);
    const count = found ? found.refused : Object.keys(late).length;
    if (count > 0) refused.set(addition, count);
    if (entry && found) entry.tracking_ids = found.ids;
    else waiting.push(addition);
  }
  return { events, waiting, refused };
}
