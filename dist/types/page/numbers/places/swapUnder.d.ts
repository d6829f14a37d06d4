import type { Reading } from "../text/rewrite.js";
/**
 * Swaps under a node, or in a text or attribute node.
 *
 * @param done nodes of runs of text, and names of numbers, that have been looked at in the same go
 * @returns, step by step, how many nodes changed
 */
export declare function swapUnder(root: Node, reading: Reading, done: Set<Node>): Generator<number>;
