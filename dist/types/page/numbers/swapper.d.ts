import type { Swap } from "../../vocabulary/events.js";
import { type Recogniser } from "./recognise.js";
/** Attributes that may hold numbers. */
export declare const attributes: () => string[];
/** Replaces these numbers from now on; exactly restores what was written before. */
export declare function assign(swaps: readonly Swap[]): void;
/** Swaps under a node, or in a text or attribute node. @returns how many nodes changed */
export declare function swapUnder(root: Node): number;
/** The number to show for an owner's number. */
export declare const shownFor: (number: string) => string;
/** The site's number that a link dials, tracked or real. */
export declare const dialledIn: (href: string) => Recogniser | undefined;
