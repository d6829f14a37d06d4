import type { IncomingMessage } from "node:http";
import type { EndpointContext } from "./Exchange.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_ORIGIN_LENGTH = 200;

/** Names an origin that a site does not list, once an hour: it may be a domain that its owner forgot. */
export function toldRefusedOrigin(
  { reminders, log }: EndpointContext,
  site: string,
  origin: string | undefined,
): void {
  const named = origin?.slice(0, MAX_ORIGIN_LENGTH) ?? "";
  if (reminders.isDue(`origin ${site} ${named}`, HOUR_MS))
    log({ log: "notice", code: "origin_not_allowed", site, origin: named });
}

/** Tells of a kind of robot, once a day: what they send is answered 204 and dropped. */
export function toldRobot({ reminders, bots, log }: EndpointContext, request: IncomingMessage): void {
  const kind = bots.kindOf(request);
  if (reminders.isDue(`robot ${kind}`, DAY_MS)) log({ log: "notice", code: "robot", kind });
}
