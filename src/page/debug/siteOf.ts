import { pageDefaults } from "../../vocabulary/pageDefaults.ts";
import type { PageSite, SiteInput } from "../../vocabulary/site.ts";
import type { Handed } from "../api/loadOverlay.ts";
import { configureAtStart } from "../start/modeHas.ts";

/**
 * The site: what the endpoint has put into the overlay that it serves, and what the running script has of it, which
 * counts. A served script holds its conditions as code: only the first tells their rules.
 */
export function siteOf(handed: Handed[0]): PageSite {
  // Not asked directly: in the file for any site a text stands there, and the build would work the answer out.
  const [inlined = {}] = [SITE].filter((each) => typeof each === "object") as [Partial<SiteInput>?];
  const site = pageDefaults({
    ...inlined,
    ...handed,
    consent: { ...inlined.consent, ...handed.consent },
  } as SiteInput);
  configureAtStart(site);
  return site;
}
