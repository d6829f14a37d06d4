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
  sharedCookies(sites, warn);
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

/** `*.example.com` stands for every host below it. */
const covers = (host: string, other: string): boolean =>
  host === other || (host.startsWith("*.") && other.endsWith(host.slice(1)));

/** Two scripts on one page, or in turn on one host, discard each other's session. */
function sharedHosts(sites: readonly SiteAt[], warn: Say): void {
  const seen: { host: string; site: SiteAt }[] = [];
  for (const site of sites) {
    if (site.value.mode === "invisible") continue;
    for (const [index, written] of list(site.value.origins).entries()) {
      const origin = text(written) && normaliseOrigin(written as string);
      const host = origin ? origin.replace(/^\w+:\/\/|:\d+$/g, "") : "";
      if (!host || /^(localhost|127\.[\d.]+|\[::1\])$/.test(host)) continue;
      const earlier = seen.find((each) => covers(each.host, host) || covers(host, each.host));
      if (earlier && earlier.site !== site)
        warn(
          memberPath(`${site.path}.origins`, index),
          "shared_host",
          `${host} bears two keys, "${nameOf(earlier.site)}" and "${nameOf(site)}": the two discard each other's session, and a no to one ends both`,
          written,
          "one site for a host",
        );
      else seen.push({ host, site });
    }
  }
}

/** Hosts of their own, but one cookie: a visitor of the one is the other's too. */
function sharedCookies(sites: readonly SiteAt[], warn: Say): void {
  const first = new Map<string, SiteAt>();
  for (const site of sites) {
    const domain = text(site.value.cookieDomain)?.toLowerCase().replace(/^\./, "");
    if (!domain || site.value.mode === "invisible") continue;
    const earlier = first.get(domain);
    if (!earlier) first.set(domain, site);
    else
      warn(
        `${site.path}.cookieDomain`,
        "shared_host",
        `the cookie of ${domain} bears two keys, "${nameOf(earlier)}" and "${nameOf(site)}": both give a visitor one id, and a no to one takes it from the other`,
        site.value.cookieDomain,
        "one key for all hosts of the domain, or no cookieDomain",
      );
  }
}
