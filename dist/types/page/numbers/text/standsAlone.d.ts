import type { Known } from "./known.js";
/** Whether a number that was found from `start` to `end` is no stretch of something longer. */
export declare function standsAlone(text: string, start: number, end: number, known: Known): boolean;
