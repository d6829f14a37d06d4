import { type ModeFeatures, modeFeatures } from "../../vocabulary/features.ts";
import type { PageSite } from "../../vocabulary/site.ts";
import { configure } from "../ground/site.ts";

/**
 * In the static file and the npm module, where the mode is known only at the start, the build puts
 * `MODE_HAS` in the place of the mode's `HAS` constants.
 */
export const MODE_HAS = {} as ModeFeatures;

/** Sets the site whose script this is. */
export function configureAtStart(found: PageSite): void {
  configure(found);
  Object.assign(MODE_HAS, modeFeatures(found));
}
