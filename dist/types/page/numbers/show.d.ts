import type { Swap } from "../../vocabulary/events.js";
declare let onSwap: (changed: number) => void;
/** Scans now, all of it. @returns how many places changed */
export declare const swap: (root?: Node) => number;
/**
 * Shows these numbers from now on, wherever they are written, now and later.
 *
 * @param callback told after each scan that changed something
 */
export declare function show(swaps: readonly Swap[], callback: typeof onSwap): void;
/** The number to show for an owner's number, now and at each change. @returns the end of it */
export declare function subscribe(number: string, callback: (tracked: string) => void): () => void;
/** The site's number that a link dials, tracked or real. */
export declare function dialledIn(href: string): Swap | undefined;
export {};
