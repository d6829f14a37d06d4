import { domainToASCII } from "node:url";
import type { Condition, Site, SiteInput, When } from "../../vocabulary/site.ts";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import { normaliseOrigin } from "./normaliseOrigin.ts";

/** Fills in every default of a checked site, and writes its values as browsers do. */
export function completeSite(input: SiteInput): Site {
  const site = withoutNulls(input);
  const { plans: _plans, ...page } = siteDefaults(site);
  const timeZone = site.timeZone ?? "Europe/Paris";
  return {
    name: page.key,
    carry: false,
    retentionDays: page.visitorDays,
    visitorsPerDay: 0,
    ...page,
    timeZone,
    origins: page.origins.map((origin) => normaliseOrigin(origin) ?? origin),
    endpoint: page.endpoint.replace(/\/+$/, ""),
    cookieDomain: page.cookieDomain.replace(/^\./, "").toLowerCase(),
    referrerIgnore: page.referrerIgnore.map(asciiHost),
    conditions: page.conditions.map((condition: Condition) => ({
      ...condition,
      when: asBrowsersWrite(condition.when, timeZone),
    })),
  };
}

/** A null is an absent key. */
function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item)])) as T;
}

/** Hosts in punycode and paths percent-encoded, as `location` gives them; hours in the site's zone. */
function asBrowsersWrite(when: When, timeZone: string): When {
  const deeper = (child: When) => asBrowsersWrite(child, timeZone);
  if ("all" in when) return { all: when.all.map(deeper) };
  if ("any" in when) return { any: when.any.map(deeper) };
  if ("not" in when) return { not: deeper(when.not) };
  if ("referrer" in when) return { referrer: asciiHost(when.referrer) };
  if ("landing" in when) return { landing: encodedPath(when.landing) };
  if ("page" in when) return { page: encodedPath(when.page) };
  if ("hours" in when) return { hours: { tz: timeZone, ...when.hours } };
  return when;
}

/** Label by label, since a label with `*` is no host. */
const asciiHost = (host: string) =>
  host
    .toLowerCase()
    .split(".")
    .map((label) => (/[^ -~]/.test(label) ? domainToASCII(label) || label : label))
    .join(".");

const encodedPath = (path: string) =>
  path.toWellFormed().replace(/[^!-~]+|["<>`{}]/g, (part) => encodeURIComponent(part));
