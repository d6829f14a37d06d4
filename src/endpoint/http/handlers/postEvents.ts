import type { EventType } from "../../../vocabulary/EventKind.ts";
import { EVENT_KINDS } from "../../../vocabulary/eventKinds.ts";
import type { EventsBody } from "../../../vocabulary/events.ts";
import { minimise } from "../../ingest/minimise.ts";
import { eventsSchema } from "../../ingest/schemas.ts";
import { validator } from "../../ingest/validator.ts";
import { admitPage } from "../admitPage.ts";
import { siteCors } from "../cors.ts";
import { countDropped } from "../countDropped.ts";
import type { Exchange } from "../Exchange.ts";
import { noContent } from "../reply.ts";
import { visitorCookie } from "../visitorCookie.ts";

const checkBody: ReturnType<typeof validator<EventsBody>> = validator(eventsSchema);
const checkEvent = Object.fromEntries(
  Object.entries(EVENT_KINDS).map(([type, { schema }]) => [type, validator(schema)]),
) as Record<EventType, ReturnType<typeof validator<object>>>;

/** `POST /v1/events`: 204 only once the events are durable. */
export async function postEvents(exchange: Exchange): Promise<void> {
  const { context, request } = exchange;
  const received = Date.now();
  const { body, served, origin } = await admitPage(exchange, "events");
  const cors = siteCors(origin, served);
  if (context.bots.isBot(request)) {
    const events = Array.isArray(body.events) ? body.events.length : 1;
    countDropped(context, served, new Map([["bot", Math.max(1, events)]]));
    return noContent(exchange, cors);
  }
  checkBody(body);
  for (const [index, event] of body.events.entries()) {
    const check: ReturnType<typeof validator<object>> = checkEvent[event.type];
    check(event, `events[${index}]`);
  }
  const { arrival, dropped } = minimise(body, served.site, served.cleanUrl, received);
  countDropped(context, served, dropped);
  if (arrival.events.length > 0) {
    await context.store.append(arrival);
    for (const { type } of arrival.events)
      context.metrics.add("mgt_events_total", { site: arrival.site, type });
  }
  if (served.site.cookie === "server" && origin !== "") {
    const since = await context.store.since(arrival.site, arrival.visitor);
    const cookie = visitorCookie(served.site, arrival.visitor, since, origin, received);
    if (cookie) return noContent(exchange, { ...cors, "Set-Cookie": cookie });
  }
  noContent(exchange, cors);
}
