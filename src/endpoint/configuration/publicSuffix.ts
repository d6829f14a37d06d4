import { parse } from "tldts";

/** Top-level domains of one machine or one house, which are nobody's. */
const PRIVATE = new Set(["localhost", "local", "internal", "lan", "home", "intranet"]);

/**
 * Whether anybody may register under a domain, so that browsers take no cookie for it: by the Public Suffix List
 * (https://publicsuffix.org/list/) with its private part (`github.io`), as browsers read it. Of names of one label all
 * are suffixes but those of a house.
 */
export function isPublicSuffix(domain: string): boolean {
  const name = domain.replace(/^\.|\.$/g, "").toLowerCase();
  const { publicSuffix, isIcann, isPrivate, isIp } = parse(name, { allowPrivateDomains: true });
  if (isIp || publicSuffix !== name) return false;
  return name.includes(".") ? isIcann === true || isPrivate === true : !PRIVATE.has(name);
}
