import { parseUrl } from "../../../vocabulary/parseUrl.ts";
import type { RequestFacts } from "../Report.ts";

const ROUTE = /\/v1\/(?:events|numbers|consents|forget|export)$/;

/** What this page has asked of the endpoint, as the browser took it down: it tells no body. */
export const requestFacts = (endpoint: string): RequestFacts[] =>
  ((performance.getEntriesByType?.("resource") || []) as PerformanceResourceTiming[])
    .filter(({ name }) => endpoint && name.startsWith(endpoint) && ROUTE.test(parseUrl(name)?.pathname || ""))
    .map(({ name, startTime, duration, responseStatus, initiatorType }) => ({
      route: name.slice(endpoint.length),
      at: Math.round(startTime),
      took: Math.round(duration),
      status: responseStatus || 0,
      isBeacon: initiatorType === "beacon",
    }));
