import type { Swap } from "./events.js";
import type { Condition, PageSite } from "./site.js";
/** The numbers that change: the condition's, else each number's own `tracked`. */
export declare function swapsOf({ numbers }: Pick<PageSite, "numbers">, condition?: Condition): Swap[];
/** Every number that may be shown in the place of one of the site's, whichever condition is in force, or none. */
export declare const trackedNumbers: (site: Pick<PageSite, "numbers">, conditions: readonly Condition[]) => Swap[];
