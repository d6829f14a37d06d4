import { cleanUrl } from "../../vocabulary/cleanUrl.ts";
import { paramRules } from "../../vocabulary/keptParams.ts";
import type { Site } from "../../vocabulary/site.ts";

/** Clean URLs remembered per site, forgotten all at once when there are more. */
const MAX_CLEAN = 1_000;

/**
 * Cuts URLs as the site's script does, once more: a modified script may not have.
 * @returns the cleaner of one site; `""` for what is no URL
 */
export function urlCleaner({ params }: Pick<Site, "params">): (url: string) => string {
  const rules = paramRules(params);
  // The same few pages come again and again. What has to be cut is never remembered.
  const clean = new Set<string>();
  return (url) => {
    if (clean.has(url)) return url;
    const cleaned = cleanUrl(rules, url);
    if (cleaned === url) {
      if (clean.size >= MAX_CLEAN) clean.clear();
      clean.add(url);
    }
    return cleaned;
  };
}
