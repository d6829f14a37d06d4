import { type Reading } from "./rewrite.js";
/**
 * A link that dials: always E.164; parameters and what is dialled after it are kept.
 *
 * @returns the link without our number, and as it is to be
 */
export declare function relink(href: string, reading: Reading): [before: string, after: string];
/** The owner's number that a link dials, its own or in a tracked number's place. */
export declare const ownerIn: (href: string) => string | undefined;
