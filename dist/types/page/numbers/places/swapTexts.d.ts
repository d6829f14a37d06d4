import { type Reading } from "../text/rewrite.js";
/** Text nodes that the visitor reads as one, with nothing where an element begins or ends. */
type Run = (Node | undefined)[];
/** Swaps in one run, or in an attribute node. */
export declare function swapRun(run: Run, reading: Reading): number;
/**
 * Swaps in each run of text that stands directly in a block, across inline elements and comments, and in
 * the blocks within it that may hold a number: going down only there, it touches a small part of the page.
 *
 * @param from only the run that begins with this node, and blocks within its inline elements
 * @returns, step by step, how many nodes changed
 */
export declare function swapTexts(top: Node, reading: Reading, from?: Node): Generator<number>;
export {};
