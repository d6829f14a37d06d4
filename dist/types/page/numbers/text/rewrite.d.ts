import { type Known } from "./known.js";
/** How a part of the page is read. */
export interface Reading {
    /**
     * It came after the page was loaded: a tracked number in it is a copy of what was shown (a clone, a text
     * put together by the page's own script), and its original is the owner's number.
     */
    isNew: boolean;
    /** Finds the elements whose attributes are read. */
    selector: string;
    /** It is in an element that names its number: no other one is meant. */
    own?: Known | undefined;
    /** … and that does not hold it: any number is meant. */
    isAny?: boolean;
}
/** Whether a number is meant by what is read. */
export declare const isMeant: ({ owner }: Known, { own }: Reading) => boolean;
/**
 * Other numbers in a text that is cut in parts, each character in the part where it stood.
 *
 * @returns the parts without our numbers, and as they are to be shown
 */
export declare function rewrite(parts: readonly string[], reading: Reading): [before: string[], after: string[]];
