import { isInline } from "./inline.ts";

/** Elements that are swapped in one go. */
const PIECE = 4000;

/** What is looked at: all of a node, the text that stands directly in it, or all but the run that it is in. */
export type Part = "all" | "own" | "inside";
export type Piece = readonly [root: Node, part: Part];

/** Cuts a huge part of the page in pieces, so that between two of them the browser can do something else. */
export function* pieces(root: Node, isRunDone = false): Generator<Piece> {
  const top = (root as Document).documentElement || root;
  // A fragment or a shadow root cannot count: it stays whole.
  if (top.getElementsByTagName?.("*").length > PIECE) {
    yield [top, "own"];
    for (const child of [...top.children]) yield* pieces(child, isInline(child));
  } else yield [root, isRunDone ? "inside" : "all"];
}
