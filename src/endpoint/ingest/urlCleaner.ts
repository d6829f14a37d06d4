import { cleanUrl } from "../../vocabulary/cleanUrl.ts";
import { matchesPattern } from "../../vocabulary/patterns.ts";
import type { Site } from "../../vocabulary/site.ts";

/** Clean URLs remembered per site, forgotten all at once when there are more. */
const MAX_KNOWN = 1_000;

/**
 * Cuts URLs as the site's script does, once more: a modified script may not have.
 * @returns the cleaner of one site; `""` for what is no URL
 */
export function urlCleaner({ params }: Pick<Site, "params">): (url: string) => string {
  const names = new Set(params);
  const keeps = (name: string) => names.has(name) || params.some((pattern) => matchesPattern(pattern, name));
  // The same few pages come again and again. What has to be cut is never remembered.
  const known = new Set<string>();
  return (url) => {
    if (known.has(url)) return url;
    const cleaned = cleanUrl(url, keeps, (name) => names.has(name));
    if (cleaned === url) {
      if (known.size >= MAX_KNOWN) known.clear();
      known.add(url);
    }
    return cleaned;
  };
}
