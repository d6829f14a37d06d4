import { mayHold } from "./assigned.ts";
import { FORCED, is, NOT_SWAPPED, UNREAD } from "./excluded.ts";
import { isInline, isUnseen } from "./inline.ts";
import { EDGE } from "./notation.ts";
import { type Reading, rewrite } from "./rewrite.ts";
import { isWritten, originalOf, write } from "./written.ts";

/** Text nodes that the visitor reads as one, with nothing where an element begins or ends. */
type Run = (Node | undefined)[];

/** No number has fewer digits. */
const SHORTEST = 5;

/** Swaps in one run, or in an attribute node. */
export function swapRun(run: Run, reading: Reading): number {
  const parts = run.map((node) => (node ? originalOf(node) : EDGE));
  // A number of which the page rewrote a part is none any more: the other part gets its original back.
  if (
    !reading.isAny &&
    !mayHold(parts.join(""), reading.isNew) &&
    !run.some((node) => node && isWritten(node))
  )
    return 0;
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
 * @param isDeep the blocks directly in it are looked at too
 * @returns, step by step, how many nodes changed
 */
export function* swapTexts(block: Node, reading: Reading, isDeep = true): Generator<number> {
  const skipped = `${reading.own ? NOT_SWAPPED : UNREAD},[${FORCED}]`;
  const runs: Run[] = [];
  const blocks: Element[] = [];
  let run: Run = [];
  let length = 0;
  const end = () => {
    // Most text between two blocks is an indentation.
    if (length >= SHORTEST) runs.push(run);
    if (length) run = [];
    length = 0;
  };
  const gather = (parent: Node, isDeep: boolean) => {
    for (let node = parent.firstChild; node; node = node.nextSibling)
      if (node.nodeType === 3) {
        run.push(node);
        length += (node as Text).length;
      } else if (node.nodeType === 1 && !isUnseen(node)) {
        const element = node as Element;
        if (isInline(element) && !is(element, skipped)) {
          run.push(undefined);
          gather(element, true);
          run.push(undefined);
        } else {
          end();
          if (isDeep) blocks.push(element);
        }
      }
  };
  gather(block, isDeep);
  end();
  for (const each of runs) yield swapRun(each, reading);
  // The body's text is the page's: to copy it only in order to know that would be a waste.
  for (const each of blocks)
    if (reading.isAny || each.localName === "body" || mayHold(each.textContent as string, reading.isNew)) {
      if (!is(each, skipped)) yield* swapTexts(each, reading);
    } else yield 0;
}
