/** A part of the page, or only what stands directly in an element. */
export type Piece = readonly [root: Node, isDeep: boolean];
/** Cuts a huge part of the page in pieces, so that between two of them the browser can do something else. */
export declare function pieces(root: Node): Generator<Piece>;
