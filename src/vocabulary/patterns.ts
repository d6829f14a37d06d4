/**
 * Globs of the rule language: `*` is any run of characters, `/` included; every other character
 * is itself; the whole value must match. Linear in the value: a hostile URL cannot make it slow,
 * as a regular expression with many stars could.
 */
export function matchesPattern(pattern: string, value: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return value === pattern;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}

/** A host and its subdomains; with a leading `*.` its subdomains only. Case is ignored. */
export function matchesHost(pattern: string, host: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = host.toLowerCase();
  return matchesPattern(wanted, given) || (wanted[0] !== "*" && matchesPattern(`*.${wanted}`, given));
}
