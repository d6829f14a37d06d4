/** What no URL can hold: it marks the two ends, so that they are found like any other part. */
const END = "\ud800";

/**
 * Globs of the rule language: `*` is any run of characters, `/` included; every other character
 * is itself; the whole value must match. Linear in the value: a hostile URL cannot make it slow,
 * as a regular expression with many stars could.
 */
export function matchesPattern(pattern: string, value: string): boolean {
  const text = END + value + END;
  let at = 0;
  return (END + pattern + END).split("*").every((part) => {
    at = text.indexOf(part, at) + part.length;
    return at >= part.length;
  });
}

/** A host and its subdomains; with a leading `*.` its subdomains only. Case is ignored. */
export const matchesHost = (pattern: string, host: string): boolean =>
  matchesPattern(`*.${pattern}`.toLowerCase(), `.${host}`.toLowerCase());
