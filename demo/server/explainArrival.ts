import { type Arrival, ArrivalError, type Explanation, explain } from "../../src/explain/explain.ts";
import type { Site } from "../../src/vocabulary/site.ts";

const FIELDS = ["url", "referrer", "page", "first_url", "first_referrer", "language"] as const;

/** `mgt explain` with its options as query parameters; a text says what is wrong with one of them. */
export function explainArrival(site: Site, query: URLSearchParams): Explanation | string {
  const arrival: Arrival = { url: "" };
  for (const field of FIELDS) {
    const value = query.get(field);
    if (value) arrival[field] = value;
  }
  const pages = query.get("pages");
  if (pages) arrival.pages = Number(pages);
  const device = query.get("device");
  if (device === "mobile" || device === "desktop") arrival.device = device;
  try {
    return explain(site, arrival);
  } catch (error) {
    if (error instanceof ArrivalError) return `${error.field}: ${error.message}`;
    throw error;
  }
}
