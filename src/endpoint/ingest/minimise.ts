import type { EventsBody, MgtEvent } from "../../vocabulary/events.ts";
import { collectedTypes, type EventType } from "../../vocabulary/modes.ts";
import type { Site } from "../../vocabulary/site.ts";
import { localDay } from "../report/localDay.ts";
import type { Arrival, StoredEvent } from "../store/Store.ts";
import { correctedTime } from "./correctedTime.ts";
import { keptTrackingIds } from "./keptTrackingIds.ts";
import { EVENT_SCHEMAS, eventsSchema } from "./schemas.ts";

/** Reason → how many. */
export type Dropped = Map<DropReason, number>;

/** `mode`: an event or field that the site's mode does not collect; `field`: one that no mode knows. */
export type DropReason = "bot" | "mode" | "field";

export function countReason(dropped: Dropped, reason: DropReason, count = 1): void {
  if (count > 0) dropped.set(reason, (dropped.get(reason) ?? 0) + count);
}

/** How many keys of an object a table of keys does not have. */
export function unknownKeys(value: object, known: object): number {
  let unknown = 0;
  for (const key of Object.keys(value)) if (!Object.hasOwn(known, key)) unknown++;
  return unknown;
}

const EVENT_FIELDS = Object.fromEntries(
  Object.entries(EVENT_SCHEMAS).map(([type, { properties }]) => [type, { type: true, ...properties }]),
) as Record<EventType, object>;

/**
 * What may be kept of a valid body: only the types that the site's mode collects, of these only
 * the known fields and tracking ids, URLs cut as the script cuts them.
 * @param clean the site's `urlCleaner` @param received server's clock, ms
 */
export function minimise(
  body: EventsBody,
  site: Site,
  clean: (url: string) => string,
  received: number,
): { arrival: Arrival; dropped: Dropped } {
  const collected = collectedTypes(site);
  const dropped: Dropped = new Map();
  countReason(dropped, "field", unknownKeys(body, eventsSchema.properties));
  const arrival: Arrival = { site: site.key, visitor: body.visitor.toLowerCase(), events: [], days: {} };
  for (const event of body.events) {
    if (!collected.includes(event.type)) {
      countReason(dropped, "mode");
      continue;
    }
    countReason(dropped, "field", unknownKeys(event, EVENT_FIELDS[event.type]));
    const at = correctedTime(event.at, body.sent, received, site.visitorDays);
    const id = event.id.toLowerCase();
    const base = { id, type: event.type, at, consent: body.consent ?? "" };
    const fields = ownFields(event, site, clean);
    if (event.type === "entry")
      countReason(dropped, "field", unknownKeys(event.tracking_ids ?? {}, fields.tracking_ids ?? {}));
    arrival.events.push({ ...base, ...fields });
    if (event.type === "pages") arrival.days[id] = localDay(at, site.timeZone);
  }
  return { arrival, dropped };
}

function ownFields(event: MgtEvent, site: Site, clean: (url: string) => string): Partial<StoredEvent> {
  switch (event.type) {
    case "entry":
      return {
        landing: clean(event.landing),
        referrer: clean(event.referrer ?? "") || "direct",
        tracking_ids: keptTrackingIds(event.tracking_ids ?? {}, site.trackingIds.add),
        condition: event.condition ?? "",
        source: event.source,
        channel: event.channel,
      };
    case "pages":
      return { pages: event.pages };
    case "page":
      return { url: clean(event.url), pages: event.pages };
    case "call_click":
      return { number: event.number, tracked: event.tracked ?? "", condition: event.condition ?? "" };
  }
}
