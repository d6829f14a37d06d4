import { matchesPattern } from "../../vocabulary/patterns.ts";
import type { Site, When } from "../../vocabulary/site.ts";

/** Query parameters that a site keeps in the URLs that are stored: `params`, and those that a condition names. */
export function keptParameters(site: Pick<Site, "params" | "conditions">): string[] {
  return [...new Set([...site.params, ...site.conditions.flatMap(({ when }) => namedParameters(when))])];
}

function namedParameters(when: When): string[] {
  if ("all" in when) return when.all.flatMap(namedParameters);
  if ("any" in when) return when.any.flatMap(namedParameters);
  if ("not" in when) return namedParameters(when.not);
  return "param" in when ? [when.param] : [];
}

/**
 * Drops the fragment and every query parameter that is not kept, once more: a modified script
 * may have left them. What stays is not rewritten.
 */
export function cleanUrl(url: string, kept: readonly string[]): string {
  const bare = url.split("#", 1)[0] ?? "";
  const question = bare.indexOf("?");
  if (question < 0) return bare;
  const pairs = bare
    .slice(question + 1)
    .split("&")
    .filter((pair) => {
      const name = decode(pair.split("=", 1)[0] ?? "");
      return kept.some((pattern) => matchesPattern(pattern, name));
    });
  return bare.slice(0, question) + (pairs.length > 0 ? `?${pairs.join("&")}` : "");
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}
