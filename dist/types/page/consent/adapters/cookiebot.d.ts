import type { Adapter } from "../Adapter.js";
/**
 * Cookiebot: `statistics` unless the site names another category. A consent by implication (scrolling
 * on, or a region where nobody is asked) has another method than `explicit` and is none here.
 * https://www.cookiebot.com/en/developer/
 */
export declare const cookiebot: Adapter;
