import { matchesPattern } from "../../vocabulary/patterns.ts";

/** What a browser sends as `Origin` for a page: never a path, never `null`. */
const ORIGIN = /^https?:\/\/[^\s/?#@\\]+$/i;

/** Whether an `Origin` is one of a site's: `https://host[:port]`, or `https://*.host` for its subdomains only. */
export function originCheck(patterns: readonly string[]): (origin: string) => boolean {
  const wanted = patterns.map((pattern) => pattern.toLowerCase());
  const exact = new Set(wanted);
  const globs = wanted.filter((pattern) => pattern.includes("*"));
  return (origin) => {
    if (exact.has(origin)) return !origin.includes("*");
    if (!ORIGIN.test(origin)) return false;
    const given = origin.toLowerCase();
    if (given.includes("*")) return false;
    return exact.has(given) || globs.some((pattern) => matchesPattern(pattern, given));
  };
}
