import { addDays, localDay } from "../report/localDay.ts";
import { type Exchange, parameter } from "./Exchange.ts";
import { HttpError } from "./HttpError.ts";
import type { ServedSite } from "./SiteRegistry.ts";

/** A report without `from` covers this many days, the last included. */
const DEFAULT_DAYS = 30;

/** The site that an admin route names. */
export function adminSite(exchange: Exchange): ServedSite {
  const served = exchange.context.registry.find(parameter(exchange, "key"));
  if (!served) throw new HttpError(404, "unknown_site", "no site has this key");
  return served;
}

/** One of the values of a query parameter, or undefined. */
export function oneOf<T extends string>(
  query: URLSearchParams,
  path: string,
  values: readonly T[],
): T | undefined {
  const given = query.get(path);
  if (given === null || given === "") return undefined;
  const value = values.find((candidate) => candidate === given);
  if (value === undefined)
    throw new HttpError(400, "enum", `${path} must be one of ${values.join(", ")}`, { path });
  return value;
}

/** Before anything that can be stored. */
export const FIRST_DAY = "1970-01-01";

/**
 * Inclusive calendar days, by default the last thirty.
 * @param first `from` where the query gives none
 */
export function dayRange(
  query: URLSearchParams,
  timeZone: string,
  first?: string,
): { from: string; to: string } {
  const to = day(query, "to") ?? localDay(Date.now(), timeZone);
  const from = day(query, "from") ?? first ?? addDays(to, 1 - DEFAULT_DAYS);
  if (from > to) throw new HttpError(400, "range", "from is after to", { path: "from" });
  return { from, to };
}

/** A day of the query, or undefined when it is not given. */
function day(query: URLSearchParams, path: string): string | undefined {
  const given = query.get(path);
  if (given === null || given === "") return undefined;
  const time = /^[12]\d{3}-\d\d-\d\d$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== given) {
    throw new HttpError(400, "format", `${path} must be a day, as YYYY-MM-DD`, { path });
  }
  return given;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A visitor id, in lower case. */
export function visitorId(given: string): string {
  if (!UUID.test(given)) throw new HttpError(400, "format", "visitor must be a UUID", { path: "visitor" });
  return given.toLowerCase();
}

/** Logs an admin act before it is answered: on standard output, and in the store. */
export async function logAccess(
  { context }: Exchange,
  what: string,
  site: string,
  whose: string,
): Promise<void> {
  const access = { time: Date.now(), who: "admin", what, site, whose };
  const { time: _, ...told } = access;
  context.log({ log: "access", ...told });
  await context.store.logAccess(access);
}

/** `&separator=;` of a CSV; a comma where the query gives none. */
export const separatorOf = (query: URLSearchParams): string | undefined =>
  oneOf(query, "separator", [",", ";", "\t"]);
