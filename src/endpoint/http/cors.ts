import type { OutgoingHttpHeaders } from "node:http";
import type { ServedSite, SiteRegistry } from "./SiteRegistry.ts";

/** Of an answer to a page that was let in. */
export function siteCors(origin: string, { site }: ServedSite): OutgoingHttpHeaders {
  if (origin === "") return {};
  const headers: OutgoingHttpHeaders = { "Access-Control-Allow-Origin": origin, Vary: "Origin" };
  if (site.cookie === "server") headers["Access-Control-Allow-Credentials"] = "true";
  return headers;
}

/**
 * Of errors and preflights, where the site may be unknown. A script that may not read the status
 * of a refusal takes it for a network error and tries again; a request with credentials may read
 * it only under its exact origin.
 */
export function openCors(origin: string | undefined, registry: SiteRegistry): OutgoingHttpHeaders {
  if (origin !== undefined && registry.sendsCredentials(origin)) {
    return {
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Credentials": "true",
      Vary: "Origin",
    };
  }
  return { "Access-Control-Allow-Origin": "*" };
}
