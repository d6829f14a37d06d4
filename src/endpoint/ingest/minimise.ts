import type { EventKind, EventType, Keeping, MgtEvent } from "../../vocabulary/EventKind.ts";
import { EVENT_KINDS } from "../../vocabulary/eventKinds.ts";
import type { EventsBody } from "../../vocabulary/events.ts";
import { collectedTypes } from "../../vocabulary/modes.ts";
import type { Site } from "../../vocabulary/site.ts";
import { keptTrackingIds } from "../../vocabulary/trackingIds.ts";
import { localDay } from "../report/localDay.ts";
import type { Arrival } from "../store/Store.ts";
import { correctedTime } from "./correctedTime.ts";
import { entryChannel } from "./entryChannel.ts";
import { eventsSchema } from "./schemas.ts";

/** Reason → how many. */
export type Dropped = Map<DropReason, number>;

/**
 * `mode`: an event or field that the site's mode does not collect; `field`: one that no mode knows; `origin`: a
 * request of a page that the site does not list; `too_many`: beyond the limits of a visitor; `condition`,
 * `source`: one that the site's configuration does not name.
 */
export type DropReason = "bot" | "mode" | "field" | "origin" | "too_many" | "condition" | "source";

export function countReason(dropped: Dropped, reason: DropReason, count = 1): void {
  if (count > 0) dropped.set(reason, (dropped.get(reason) ?? 0) + count);
}

/** How many keys of an object a table of keys does not have. */
export function unknownKeys(value: object, allowed: object): number {
  let unknown = 0;
  for (const key of Object.keys(value)) if (!Object.hasOwn(allowed, key)) unknown++;
  return unknown;
}

/** The fields of each type of event; another is dropped. */
const FIELDS = Object.fromEntries(
  Object.entries(EVENT_KINDS).map(([type, { schema }]) => [type, { type: true, ...schema.properties }]),
) as Record<EventType, object>;

/**
 * What may be kept of a valid body: only the types that the site's mode collects, of these only
 * the known fields and tracking ids, URLs cut as the script cuts them.
 * @param cleanUrl the site's `urlCleaner` @param received server's clock, ms
 */
export function minimise(
  body: EventsBody,
  site: Site,
  cleanUrl: (url: string) => string,
  received: number,
): { arrival: Arrival; dropped: Dropped } {
  const collected = collectedTypes(site);
  const keeping: Keeping = {
    cleanUrl,
    channelOf: (landing, referrer, ids) => entryChannel(site, landing, referrer, ids),
    trackingIds: (ids) => keptTrackingIds(ids, site.trackingIds.add),
  };
  const dropped: Dropped = new Map();
  countReason(dropped, "field", unknownKeys(body, eventsSchema.properties));
  const day = localDay(received, site.timeZone);
  const arrival: Arrival = { site: site.key, visitor: body.visitor.toLowerCase(), day, events: [] };
  for (const event of body.events) {
    if (!collected.includes(event.type)) {
      countReason(dropped, "mode");
      continue;
    }
    const { kept } = EVENT_KINDS[event.type] as EventKind<MgtEvent>;
    const fields: object = kept(event, keeping);
    countReason(dropped, "field", unknownKeys(event, FIELDS[event.type]) + unkeptKeys(event, fields));
    const at = correctedTime(event.at, body.sent, received, site.visitorDays);
    const id = event.id.toLowerCase();
    arrival.events.push({ id, type: event.type, at, consent: body.consent ?? "", ...fields });
  }
  return { arrival, dropped };
}

/** How many keys of the objects in an event were not kept. */
function unkeptKeys(event: object, fields: object): number {
  let unkept = 0;
  for (const [name, kept] of Object.entries(fields))
    if (typeof kept === "object") unkept += unknownKeys((event as Record<string, object>)[name] ?? {}, kept);
  return unkept;
}
