import { requireAdmin } from "./adminToken.ts";
import { siteCors } from "./cors.ts";
import { countDropped } from "./countDropped.ts";
import type { Exchange } from "./Exchange.ts";
import { HttpError } from "./HttpError.ts";
import type { LimitName } from "./RateLimits.ts";
import { readJson } from "./readJson.ts";
import { noContent } from "./reply.ts";
import type { ServedSite } from "./SiteRegistry.ts";
import { toldRefusedOrigin, toldRobot } from "./told.ts";

/** A request from a page, let in but not yet validated. */
export interface Admitted {
  body: Readonly<Record<string, unknown>>;
  served: ServedSite;
  /** `""` when an admin token stands in for it. */
  origin: string;
  /** When what is left of its work began (`performance.now`), with what it took so far taken off (ms). */
  began: number;
}

const admitted = new WeakMap<object, Admitted>();

/** What `admitPage` has let in; its body is of the type of the route's schema. */
export function admittedTo<Body>({ request }: Exchange): Admitted & { body: Body } {
  const found = admitted.get(request);
  if (!found) throw new Error("a route for pages that lets everybody in");
  return found as Admitted & { body: Body };
}

/** Bytes, body, site, origin, robots: what every route for the script asks before the body's schema is. */
export async function admitPage(exchange: Exchange, limit: LimitName): Promise<void> {
  const { request, context } = exchange;
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  await context.limits.spend(request.raw, limit, "bytes", bytes.length);
  const reading = performance.now();
  const body = readJson(bytes);
  const took = performance.now() - reading;
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new HttpError(400, "type", "the body must be an object");
  }
  const { site, events } = body as { site?: unknown; events?: unknown };
  const count = Array.isArray(events) ? Math.max(1, events.length) : 1;
  await context.limits.spend(request.raw, limit, "events", count);
  if (site === undefined) throw new HttpError(400, "required", "site is missing", { path: "site" });
  if (typeof site !== "string")
    throw new HttpError(400, "type", "site must be of type string", { path: "site" });
  const served = context.registry.find(site);
  if (!served) throw new HttpError(404, "unknown_site", "no site has this key", { path: "site" });
  const origin = await admitOrigin(exchange, served);
  // The operator's own program, at a right of a person, is no robot.
  const isOperators = origin === "" && (limit === "forget" || limit === "export");
  if (!isOperators && context.bots.isBot(request.raw)) {
    toldRobot(context, request.raw);
    countDropped(context, served, new Map([["bot", count]]));
    noContent(exchange, siteCors(origin, served));
    return;
  }
  request.body = body;
  admitted.set(request, {
    body: body as Admitted["body"],
    served,
    origin,
    began: performance.now() - took,
  });
}

async function admitOrigin(exchange: Exchange, served: ServedSite): Promise<string> {
  const { context, request } = exchange;
  const { origin, authorization } = request.headers;
  if (origin !== undefined && served.allows(origin)) return origin;
  if (authorization !== undefined && context.settings.adminToken !== "") {
    await requireAdmin(exchange);
    return "";
  }
  countDropped(context, served, new Map([["origin", 1]]));
  toldRefusedOrigin(context, served.site.key, origin);
  throw origin === undefined
    ? new HttpError(403, "origin_missing", "the request has no Origin")
    : new HttpError(403, "origin_not_allowed", "the site does not list this Origin");
}
