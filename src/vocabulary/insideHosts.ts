import type { PageSite } from "./site.ts";

/** Hosts whose referral is no entry, besides the page's own: those of `origins`, and `referrerIgnore`. */
export function insideHosts({
  origins,
  referrerIgnore,
}: Pick<PageSite, "origins" | "referrerIgnore">): string[] {
  return [...origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")), ...referrerIgnore];
}
