import { memberPath } from "../jsonPath.ts";
import { normaliseOrigin } from "../normaliseOrigin.ts";
import type { Say } from "./Context.ts";
import { trackedNumbers } from "./owners.ts";
import { type Json, list, records, text } from "./readLoosely.ts";

interface SiteAt {
  path: string;
  value: Json;
}

/** What two sites do to each other. */
export function acrossSites(sites: readonly SiteAt[], warn: Say): void {
  sharedNumbers(sites, warn);
  sharedHosts(sites, warn);
}

const ownNumbers = ({ value }: SiteAt): Set<unknown> =>
  new Set(records(value.numbers, "").map((entry) => entry.value.number));

/** Several sites may be of one business: then they have a number in common. */
const areOneBusiness = (one: SiteAt, other: SiteAt): boolean => {
  const numbers = ownNumbers(other);
  return [...ownNumbers(one)].some((number) => numbers.has(number));
};

/** One tracked number for two businesses: their calls mix. */
function sharedNumbers(sites: readonly SiteAt[], warn: Say): void {
  const first = new Map<string, { site: SiteAt; path: string }>();
  const owned = new Map(
    sites.flatMap((site) => [...ownNumbers(site)].map((number) => [number, site] as const)),
  );
  for (const site of sites)
    for (const { path, tracked } of trackedNumbers({ path: site.path, site: site.value })) {
      if (tracked === undefined) continue;
      const owner = owned.get(tracked);
      const earlier = first.get(tracked);
      if (owner && owner !== site && !areOneBusiness(owner, site))
        warn(
          path,
          "owner_number",
          `"${tracked}" is the own number of another site, ${nameOf(owner)}: calls would go there`,
          tracked,
          "a tracked number",
        );
      else if (earlier && earlier.site !== site && !areOneBusiness(earlier.site, site))
        warn(
          path,
          "shared_number",
          `"${tracked}" is shown at ${earlier.path} too, for another business: their calls cannot be told apart`,
          tracked,
          "a number of its own",
        );
      if (!earlier) first.set(tracked, { site, path });
    }
}

const nameOf = ({ path, value }: SiteAt): string => text(value.key) ?? path;

/** Two scripts on one page, or in turn on one host, discard each other's session. */
function sharedHosts(sites: readonly SiteAt[], warn: Say): void {
  const first = new Map<string, SiteAt>();
  for (const site of sites) {
    if (site.value.mode === "invisible") continue;
    for (const [index, written] of list(site.value.origins).entries()) {
      const origin = text(written) && normaliseOrigin(written as string);
      const host = origin && new URL(origin.replace("*.", "any.")).hostname;
      if (!host || /^(localhost|127\.[\d.]+|\[::1\])$/.test(host)) continue;
      const earlier = first.get(host);
      if (earlier && earlier !== site)
        warn(
          memberPath(`${site.path}.origins`, index),
          "shared_host",
          `site ${nameOf(earlier)} stands on this host too: the two discard each other's session`,
          written,
          "one site for a host",
        );
      else first.set(host, site);
    }
  }
}
