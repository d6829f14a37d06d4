import { matchesPattern } from "../../vocabulary/patterns.ts";
import type { CustomTrackingId } from "../../vocabulary/site.ts";

/** Names that the script collects without being asked to; `_ga_*`: one per GA4 stream. */
export const DEFAULT_TRACKING_IDS: readonly string[] = [
  "gclid",
  "gbraid",
  "wbraid",
  "fbclid",
  "msclkid",
  "valueTracks",
  "_ga",
  "_ga_*",
  "_pk_id",
];

/** Those of an entry's ids that the script of a site collects: the default list and the site's own. */
export function keptTrackingIds(
  ids: Record<string, unknown>,
  own: readonly Pick<CustomTrackingId, "name">[],
): Record<string, unknown> {
  const kept = Object.entries(ids).filter(
    ([name]) =>
      own.some((id) => id.name === name) ||
      DEFAULT_TRACKING_IDS.some((pattern) => matchesPattern(pattern, name)),
  );
  return Object.fromEntries(kept);
}
