/** What is looked at: all of a node, the text that stands directly in it, or all but the run that it is in. */
export type Part = "all" | "own" | "inside";
export type Piece = readonly [root: Node, part: Part];
/** Cuts a huge part of the page in pieces, so that between two of them the browser can do something else. */
export declare function pieces(root: Node, isRunDone?: boolean): Generator<Piece>;
