import type { Condition, Site, SiteInput } from "../../vocabulary/site.ts";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import { completeWhen } from "../../vocabulary/when/completeWhen.ts";
import { asciiHost } from "./asciiHost.ts";
import { normaliseOrigin } from "./normaliseOrigin.ts";

/** Fills in every default of a checked site, and writes its values as browsers do. */
export function completeSite(input: SiteInput): Site {
  const site = withoutNulls(input);
  const { plans: _plans, ...page } = siteDefaults(site);
  const timeZone = site.timeZone ?? "Europe/Paris";
  return {
    name: page.key,
    retentionDays: page.visitorDays,
    visitorsPerDay: 0,
    ...page,
    timeZone,
    origins: page.origins.map((origin) => normaliseOrigin(origin) ?? origin),
    endpoint: page.endpoint.replace(/(?<!\/)\/+$/, ""),
    cookieDomain: asciiHost(page.cookieDomain.replace(/^\./, "")),
    referrerIgnore: page.referrerIgnore.map(asciiHost),
    conditions: page.conditions.map((condition: Condition) => ({
      ...condition,
      when: completeWhen(condition.when, { timeZone, asciiHost }),
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
