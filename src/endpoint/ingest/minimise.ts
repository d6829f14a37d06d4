import type { EventsBody, MgtEvent } from "../../vocabulary/events.ts";
import { collectedTypes, type EventType } from "../../vocabulary/modes.ts";
import type { Site } from "../../vocabulary/site.ts";
import { localDay } from "../report/localDay.ts";
import type { Arrival, StoredEvent } from "../store/Store.ts";
import { cleanUrl } from "./cleanUrl.ts";
import { correctedTime } from "./correctedTime.ts";
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
 * the known fields, URLs cut to what the site keeps.
 * @param kept the site's `keptParameters` @param received server's clock, ms
 */
export function minimise(
  body: EventsBody,
  site: Site,
  kept: readonly string[],
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
    arrival.events.push({ ...base, ...ownFields(event, kept) });
    if (event.type === "pages") arrival.days[id] = localDay(at, site.timeZone);
  }
  return { arrival, dropped };
}

function ownFields(event: MgtEvent, kept: readonly string[]): Partial<StoredEvent> {
  switch (event.type) {
    case "entry":
      return {
        landing: cleanUrl(event.landing, kept),
        referrer: cleanUrl(event.referrer ?? "", kept),
        tracking_ids: ownEntries(event.tracking_ids ?? {}),
        condition: event.condition ?? "",
        source: event.source,
        channel: event.channel,
      };
    case "pages":
      return { pages: event.pages };
    case "page":
      return { url: cleanUrl(event.url, kept), pages: event.pages };
    case "call_click":
      return { number: event.number, tracked: event.tracked ?? "", condition: event.condition ?? "" };
  }
}

/** `__proto__` is a legal key in JSON, and a trap for whoever assigns it later. */
function ownEntries(ids: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(ids).filter(([name]) => name !== "__proto__"));
}
