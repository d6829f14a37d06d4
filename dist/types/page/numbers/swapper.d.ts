import type { PageSite } from "../../vocabulary/site.js";
import { type Recogniser } from "./recognise.js";
export declare const recogniserOf: (number: string) => Recogniser;
/** Attributes that may hold numbers. */
export declare const attributesOf: ({ attributes }: PageSite) => string[];
/** The one of these numbers that a link dials. */
export declare function dialled(href: string, among: readonly Recogniser[]): Recogniser | undefined;
/** Replaces these numbers from now on, E.164 → E.164; exactly restores what was written before. */
export declare function assign(next: ReadonlyMap<string, string>): void;
/** Swaps under a node, or in a text or attribute node. @returns how many nodes changed */
export declare function swapUnder(root: Node): number;
