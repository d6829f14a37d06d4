import type { Swap } from "./events.js";
import type { Condition, PageSite } from "./site.js";
/** The numbers that change: the condition's, else each number's own `tracked`. */
export declare function swapsOf({ numbers }: Pick<PageSite, "numbers">, condition?: Condition): Swap[];
