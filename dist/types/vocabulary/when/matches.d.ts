import type { Facts } from "./Facts.js";
import type { When } from "./When.js";
/** Whether all that a rule demands holds. What is no rule never holds. */
export declare function matches(when: When, facts: Facts): boolean;
