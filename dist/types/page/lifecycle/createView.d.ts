import type { View } from "../entry/decide.js";
/** Describes a page view. The language and the device are looked at only if a condition asks. */
export declare function createView(arrival: boolean, url: string): View;
