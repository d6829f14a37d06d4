import type { ModeName } from "../../src/vocabulary/modes.ts";
import type { Site } from "../../src/vocabulary/site.ts";

/** Whether a site is one of the demo's own: the demo shows, and reads back, no other. */
export function isDemoSite(site: Site): boolean {
  return site.key === "mod-demo" || site.key.startsWith("mod-demo-");
}

/** The demo's site in this mode, if the configuration in force has one. */
export function demoSite(sites: readonly Site[], mode: ModeName): Site | undefined {
  return sites.find((site) => isDemoSite(site) && site.mode === mode);
}
