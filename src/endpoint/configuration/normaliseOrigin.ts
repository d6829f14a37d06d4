/** Stands for the wildcard while the URL parser works: a label that nobody's host starts with. */
const STAR = "mgt-any.";

/**
 * An entry of `origins` as browsers write the `Origin` header (lower case, punycode, no default
 * port), or `undefined` when it is not `https://host[:port]` or `https://*.host[:port]`.
 */
export function normaliseOrigin(origin: string): string | undefined {
  const wildcard = /^https?:\/\/\*\./i.test(origin);
  const plain = wildcard ? origin.replace("*.", STAR) : origin;
  if (!/^https?:\/\/[^\s/?#@*\\]+$/i.test(plain) || !URL.canParse(plain)) return undefined;
  const url = new URL(plain);
  return wildcard ? url.origin.replace(STAR, "*.") : url.origin;
}

/** Plain HTTP where browsers treat it as secure: the machine itself. */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin.replace("*.", STAR));
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
