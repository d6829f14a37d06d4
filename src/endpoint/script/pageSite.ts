import { featuresOf } from "../../vocabulary/features.ts";
import type { PageSite, Site } from "../../vocabulary/site.ts";
import { numberPlans } from "../configuration/numberPlans.ts";

/** What of a site's configuration its script carries: nothing that it does not read. */
export function pageSite(site: Site): PageSite {
  const all = numberPlans(site);
  const { name, carry, images, retentionDays, timeZone, visitorsPerDay, ...rest } = site;
  const full: PageSite = { ...rest, plans: all };
  const features = featuresOf(full);
  const owned = new Set(site.numbers.map(({ number }) => number));
  return {
    ...full,
    conditions: features.conditions ? site.conditions : [],
    // A tracked number of the same country and length is written digit by digit: it needs no plan.
    plans: features.foreignNumbers
      ? all
      : Object.fromEntries(Object.entries(all).filter(([number]) => owned.has(number))),
  };
}

/** Keys that the script reads only where it has the code for them. */
export function trimmed(site: PageSite): Partial<PageSite> {
  const has = featuresOf(site);
  const unread = new Set<string>([
    ...(has.conditions ? [] : ["conditions", "origins", "referrerIgnore", "params", "consent"]),
    ...(has.storage ? [] : ["visitorDays", "cookieDomain"]),
    ...(has.events ? [] : ["valueTrack", "trackingIds"]),
    ...(has.customIds ? [] : ["trackingIds"]),
    ...(has.serverCookie ? [] : ["cookie"]),
    ...(has.lastTouch ? [] : ["entry"]),
    ...(has.waitToSwap ? [] : ["swapAt"]),
    ...(has.probabilistic ? [] : ["probabilistic"]),
    "callClicks",
    "sessionMinutes",
    "region",
  ]);
  return Object.fromEntries(Object.entries(site).filter(([key]) => !unread.has(key)));
}
