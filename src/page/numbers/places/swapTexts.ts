import { callSafely } from "../../ground/callSafely.ts";
import { mayHold } from "../assigned.ts";
import { EDGE } from "../text/notation.ts";
import { type Reading, rewrite } from "../text/rewrite.ts";
import { isWritten, originalOf, write } from "../written.ts";
import { FORCED, NOT_SWAPPED, UNREAD } from "./excluded.ts";
import { ELEMENT, firstIn, is, isInline, isInRun, isUnseen, nextOf, TEXT, textOf, typeOf } from "./nodes.ts";

/** Text nodes that the visitor reads as one, with nothing where an element begins or ends. */
type Run = (Node | undefined)[];

/** No number has fewer digits. */
const MIN_DIGITS = 5;

/** Swaps in one run, or in an attribute node. */
export function swapRun(run: Run, reading: Reading): number {
  const parts = run.map((node) => (node ? originalOf(node) : EDGE));
  // A number of which the page rewrote a part is none any more: the other part gets its original back.
  if (!reading.isAny && !mayHold(parts.join("")) && !run.some((node) => node && isWritten(node))) return 0;
  const [before, after] = rewrite(parts, reading);
  let changed = 0;
  for (const [at, node] of run.entries())
    if (node) changed += write(node, before[at] as string, after[at] as string);
  return changed;
}

/**
 * Swaps in each run of text that stands directly in a block, across inline elements and comments, and in
 * the blocks within it that may hold a number: going down only there, it touches a small part of the page.
 *
 * @param from only the run that begins with this node, and blocks within its inline elements
 * @returns, step by step, how many nodes changed
 */
export function* swapTexts(top: Node, reading: Reading, from?: Node): Generator<number> {
  const skipped = `${reading.own ? NOT_SWAPPED : UNREAD},[${FORCED}]`;
  const blocks = [top];
  const isLeft = (block: Node) =>
    (!reading.isAny &&
      // The body's text is the page's: to copy it only in order to know that would be a waste.
      (block as Element).localName !== "body" &&
      !mayHold(textOf(block) as string)) ||
    is(block as Element, skipped);
  const swapBlock = (block: Node) => {
    const inner: Node[] = [];
    let changed = 0;
    let run: Run = [];
    let length = 0;
    const end = () => {
      // Most text between two blocks is an indentation.
      if (length >= MIN_DIGITS) changed += swapRun(run, reading);
      if (length) run = [];
      length = 0;
    };
    const gather = (first: Node | null, isWhole: boolean) => {
      for (let node = first; node && (isWhole || isInRun(node)); node = nextOf(node)) {
        const type = typeOf(node);
        if (type === TEXT) {
          run.push(node);
          // What is left of a number that was shown is given back, however short.
          length += isWritten(node) ? MIN_DIGITS : (node as Text).length;
        } else if (type === ELEMENT && !isUnseen(node)) {
          if (!isInline(node)) {
            end();
            inner.push(node);
          } else if (is(node as Element, skipped)) end();
          else {
            run.push(undefined);
            gather(firstIn(node), true);
            run.push(undefined);
          }
        }
      }
    };
    if (from && block === top) gather(from, false);
    else gather(firstIn(block), true);
    end();
    // A stack of our own, reversed so that blocks come in the page's order: pages may be nested thousands deep.
    while (inner[0]) blocks.push(inner.pop() as Node);
    return changed;
  };
  for (let block = blocks.pop(); block; block = blocks.pop())
    yield block !== top && isLeft(block) ? 0 : callSafely(swapBlock, block) || 0;
}
