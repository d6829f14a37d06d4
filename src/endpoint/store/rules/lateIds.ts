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

/**
 * Adds ids that came late to their entries. What of them is kept does not depend on what arrived first, so it is found
 * out when they are read.
 *
 * @param events of one visitor, in the order of time
 * @returns the events, without those whose ids went to an entry; and how many ids each of the others, or of these, could
 *   not add
 */
export function resolveIds<Event extends Identified>(
  events: readonly Event[],
): { events: Event[]; refused: Map<Event, number> } {
  const refused = new Map<Event, number>();
  if (!events.some(({ type }) => type === "ids")) return { events: [...events], refused };
  const entries = new Map<string, Event>();
  for (const event of events) if (event.type === "entry") entries.set(event.id, { ...event });
  const rest = new Set<Event>();
  for (const event of events.filter(({ type }) => type === "ids")) {
    const entry = entries.get(event.entry ?? "");
    const late = event.tracking_ids ?? {};
    const found = entry && withLateIds(entry.tracking_ids ?? {}, late);
    const count = found ? found.refused : Object.keys(late).length;
    if (count > 0) refused.set(event, count);
    if (entry && found) entry.tracking_ids = found.ids;
    else rest.add(event);
  }
  const isKept = (event: Event) => event.type !== "ids" || rest.has(event);
  return { events: events.filter(isKept).map((event) => entries.get(event.id) ?? event), refused };
}
