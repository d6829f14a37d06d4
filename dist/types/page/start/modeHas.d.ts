import { type ModeFeatures } from "../../vocabulary/features.js";
import type { PageSite } from "../../vocabulary/site.js";
/**
 * In the static file and the npm module, where the mode is known only at the start, the build puts
 * `MODE_HAS` in the place of the mode's `HAS` constants.
 */
export declare const MODE_HAS: ModeFeatures;
/** Sets the site whose script this is. */
export declare function configureAtStart(found: PageSite): void;
