import { requireAdmin } from "./adminToken.ts";
import type { Exchange } from "./Exchange.ts";
import { HttpError } from "./HttpError.ts";
import type { LimitName } from "./RateLimits.ts";
import { readJson } from "./readBody.ts";
import type { ServedSite } from "./SiteRegistry.ts";

/** A request from a page, let in but not yet validated. */
export interface Admitted {
  body: Readonly<Record<string, unknown>>;
  served: ServedSite;
  /** `""` when an admin token stands in for it. */
  origin: string;
}

/** Rate, body, site, origin: what every route for the script asks first. */
export async function admitPage(exchange: Exchange, limit: LimitName): Promise<Admitted> {
  const { request, context } = exchange;
  context.limits.take(request, limit);
  const body = await readJson(request);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new HttpError(400, "type", "the body must be an object");
  }
  const { site } = body as { site?: unknown };
  if (site === undefined) throw new HttpError(400, "required", "site is missing", { path: "site" });
  if (typeof site !== "string")
    throw new HttpError(400, "type", "site must be of type string", { path: "site" });
  const served = context.registry.find(site);
  if (!served) throw new HttpError(404, "unknown_site", "no site has this key", { path: "site" });
  return { body: body as Admitted["body"], served, origin: admitOrigin(exchange, served) };
}

function admitOrigin(exchange: Exchange, served: ServedSite): string {
  const { origin, authorization } = exchange.request.headers;
  if (origin !== undefined && served.allows(origin)) return origin;
  if (authorization !== undefined && exchange.context.settings.adminToken !== "") {
    requireAdmin(exchange);
    return "";
  }
  throw origin === undefined
    ? new HttpError(403, "origin_missing", "the request has no Origin")
    : new HttpError(403, "origin_not_allowed", "the site does not list this Origin");
}
