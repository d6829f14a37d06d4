import type { Swap } from "../../vocabulary/events.ts";
import { insideHosts } from "../../vocabulary/insideHosts.ts";
import { matchesHost, matchesPattern } from "../../vocabulary/patterns.ts";
import type { Condition, PageSite, SiteImage } from "../../vocabulary/site.ts";
import { swapsOf } from "../../vocabulary/swapsOf.ts";
import { type Facts, matches } from "./matches.ts";

/** A site's rules as code: interpreted here, compiled for the scripts that the endpoint serves. */
export interface Rules {
  /** `origins`, and hosts whose round trip is not an entry. */
  isInside(host: string): boolean;
  /** Whether a query parameter is kept in URLs, and whether by its very name rather than by a glob. */
  keeps(name: string): boolean;
  keepsAsItIs(name: string): boolean;
  /** The first condition that holds. */
  winner(facts: Facts): Condition | undefined;
  /** The mapped image at an address. */
  image(src: string): SiteImage | undefined;
  /** The numbers that change in a mode without conditions. */
  always: Swap[];
  /** `"last"`: each new entry replaces the reference entry. */
  entry: PageSite["entry"];
}

export function rulesOf(site: PageSite): Rules {
  const { params, conditions, entry } = site;
  const inside = insideHosts(site);
  return {
    isInside: (host) => inside.some((own) => matchesHost(own, host)),
    keeps: (name) => params.some((pattern) => matchesPattern(pattern, name)),
    keepsAsItIs: (name) => params.includes(name),
    winner: (facts) => conditions.find(({ when }) => matches(when, facts)),
    image: (src) => site.images.find((image) => matchesPattern(image.src, src)),
    always: swapsOf(site),
    entry,
  };
}
