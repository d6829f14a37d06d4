import type { Swap } from "../../vocabulary/events.js";
import type { Part } from "./pieces.js";
/** Attributes that may hold numbers. */
export declare const attributes: () => string[];
/**
 * Replaces these numbers from now on; exactly restores what was written before.
 *
 * @returns what was restored
 */
export declare function assign(swaps: readonly Swap[]): Node[];
/** Whether a tracked number is shown, or was on this page and may come back in a copy. */
export declare const isNeeded: () => boolean;
/**
 * Swaps under a node, or in a text or attribute node.
 *
 * @param isNew it came after the page was loaded
 * @returns how many nodes changed
 */
export declare function swapUnder(root: Node, isNew?: boolean, part?: Part): number;
/** The number to show for an owner's number. */
export declare const shownFor: (number: string) => string;
/** The site's number that a link dials, tracked or real. */
export declare function dialledIn(href: string): Swap | undefined;
