import { arrivalChannel } from "./channels/arrivalChannel.ts";
import type { Channel } from "./channels.ts";
import type { Swap } from "./events.ts";
import { insideHosts } from "./insideHosts.ts";
import { type ParamRules, paramRules } from "./keptParams.ts";
import { matchesHost, matchesPattern } from "./patterns.ts";
import type { Condition, PageSite, SiteImage } from "./site.ts";
import { swapsOf } from "./swapsOf.ts";
import type { Facts } from "./when/Facts.ts";
import { matches } from "./when/matches.ts";

/** What of a site decides on an arrival. */
export interface Policy extends ParamRules {
  /** `origins`, and hosts whose round trip is not an entry. */
  isInside(host: string): boolean;
  /** Tells the channel; without it nothing does. */
  tellChannel?(url: URL, from: string, isInside: boolean): Channel;
  /** Where the channel is not told: the landing, with what the endpoint needs for it. */
  markLanding?(clean: string, url: URL): string;
  /** The first condition that holds. */
  winner(facts: Facts): Condition | undefined;
  /** `"last"`: each new entry replaces the reference entry. */
  entry: PageSite["entry"];
}

/** A site's rules as code: interpreted here, compiled for the scripts that the endpoint serves. */
export interface Rules extends Policy {
  /** The mapped image at an address. */
  image(src: string): SiteImage | undefined;
  /** The numbers that change in a mode without conditions. */
  always: Swap[];
}

export function rulesOf(site: PageSite): Rules {
  const { conditions, entry } = site;
  const inside = insideHosts(site);
  return {
    ...paramRules(site.params),
    isInside: (host) => inside.some((own) => matchesHost(own, host)),
    tellChannel: arrivalChannel,
    winner: (facts) => conditions.find(({ when }) => matches(when, facts)),
    entry,
    image: (src) => site.images.find((image) => matchesPattern(image.src, src)),
    always: swapsOf(site),
  };
}
