/** Elements that are swapped in one go. */
const PIECE = 4000;

/** A part of the page, or only what stands directly in an element. */
export type Piece = readonly [root: Node, isDeep: boolean];

/** Cuts a huge part of the page in pieces, so that between two of them the browser can do something else. */
export function* pieces(root: Node): Generator<Piece> {
  const top = (root as Document).documentElement || root;
  // A fragment or a shadow root cannot count: it stays whole.
  if (top.getElementsByTagName?.("*").length > PIECE) {
    yield [top, false];
    for (const child of [...top.children]) yield* pieces(child);
  } else yield [root, true];
}
