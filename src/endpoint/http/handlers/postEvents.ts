import type { EventType } from "../../../vocabulary/EventKind.ts";
import { EVENT_KINDS } from "../../../vocabulary/eventKinds.ts";
import type { EventsBody } from "../../../vocabulary/events.ts";
import { countReason, type Dropped, minimise } from "../../ingest/minimise.ts";
import { validator } from "../../ingest/validator.ts";
import type { Arrival } from "../../store/Store.ts";
import { admittedTo } from "../admitPage.ts";
import { siteCors } from "../cors.ts";
import { countDropped } from "../countDropped.ts";
import type { EndpointContext, Exchange } from "../Exchange.ts";
import { noContent } from "../reply.ts";
import { visitorCookie } from "../visitorCookie.ts";

const checkEvent = Object.fromEntries(
  Object.entries(EVENT_KINDS).map(([type, { schema }]) => [type, validator(schema)]),
) as Record<EventType, ReturnType<typeof validator<object>>>;

/** `POST /v1/events`: 204 only once the events are durable. */
export async function postEvents(exchange: Exchange): Promise<unknown> {
  const { context, request } = exchange;
  const received = Date.now();
  const { body, served, origin, began } = admittedTo<EventsBody>(exchange);
  const cors = siteCors(origin, served);
  for (const [index, event] of body.events.entries()) {
    const check: ReturnType<typeof validator<object>> = checkEvent[event.type];
    check(event, `events[${index}]`);
  }
  const { arrival, dropped } = minimise(body, served.site, served.cleanUrl, received);
  served.sources.correct(arrival.events, dropped);
  await context.limits.spend(request.raw, "events", "cpu", (performance.now() - began) * 1_000);
  await keepWithinLimits(context, arrival, dropped, received);
  countDropped(context, served, dropped);
  if (arrival.events.length > 0) {
    await context.store.append(arrival);
    context.metrics.heard(arrival.site, received);
    for (const { type } of arrival.events)
      context.metrics.add("mgt_events_total", { site: arrival.site, type });
  }
  if (served.site.cookie === "server" && origin !== "") {
    const since = await context.store.since(arrival.site, arrival.visitor);
    const cookie = visitorCookie(served.site, arrival.visitor, since, origin, received);
    if (cookie) return noContent(exchange, { ...cors, "Set-Cookie": cookie });
  }
  return noContent(exchange, cors);
}

/** Drops what is beyond the limits of a visitor: the last events of the body. */
async function keepWithinLimits(
  { visitors }: EndpointContext,
  { site, visitor, events }: Arrival,
  dropped: Dropped,
  received: number,
): Promise<void> {
  const admitted = await visitors.admit(site, visitor, events.length, received);
  countReason(dropped, "too_many", events.length - admitted);
  events.length = admitted;
}
