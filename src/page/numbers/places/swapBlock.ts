import { BEGIN, BORDER, END } from "../text/notation.ts";
import type { Reading } from "../text/rewrite.ts";
import { NAMED, NOT_SWAPPED, UNREAD } from "./excluded.ts";
import { ELEMENT, isBordered, isInline, isInRun, isUnseen, TEXT } from "./nodes.ts";
import { swapRun } from "./swapRun.ts";

/** Where the run of text begins that a node is a part of. @returns the block that holds it, and its first node there */
export function runAround(node: Node): [block: Node, first: Node | undefined] {
  let block = node;
  let first: Node | undefined;
  while (block.parentNode && isInRun(block)) {
    first = block;
    block = block.parentNode;
  }
  // Only that run: its siblings may be many.
  for (
    let before: Node | null | undefined = first;
    before && isInRun(before);
    before = before.previousSibling
  )
    first = before;
  return [block, first];
}

/**
 * Swaps in each run of text that stands directly in a block, across inline elements and comments.
 *
 * @param goOn told of each block in it that may hold a number: going down only there, a small part of the page is touched
 * @param onLink told of each link that has to be looked at again
 * @param from only the run that begins with this node
 * @returns how many texts changed
 */
export function swapBlock(
  block: Node,
  reading: Reading,
  goOn: (inner: Element) => void,
  onLink: (link: Element) => void,
  from?: Node,
): number {
  const skipped = `${reading.meant ? NOT_SWAPPED : UNREAD}${HAS.marks ? `,${NAMED}` : ""}`;
  let changed = 0;
  let run: (Node | string)[] = [];
  const end = () => {
    if (run[0]) changed += swapRun(run, reading, onLink);
    run = [];
  };
  const gather = (node: Node) => {
    if (node.nodeType === TEXT) run.push(node);
    else if (node.nodeType === ELEMENT && !isUnseen(node)) {
      const isWithin = isInline(node);
      if (!isWithin) end();
      // The body's text is the page's: to copy it only in order to know that would be a waste.
      if (
        isWithin ||
        reading.isAny ||
        node.nodeName === "BODY" ||
        reading.lexicon.rough.test(node.textContent as string)
      ) {
        if ((node as Element).matches(skipped)) end();
        else if (!isWithin) goOn(node as Element);
        else if (node.firstChild) {
          const isApart = isBordered(node);
          run.push(isApart ? BORDER : BEGIN);
          for (let inner: Node | null = node.firstChild; inner; inner = inner.nextSibling) gather(inner);
          run.push(isApart ? BORDER : END);
        }
      }
    }
  };
  if (from) for (let node: Node | null = from; node && isInRun(node); node = node.nextSibling) gather(node);
  // Not by `nextSibling`, which a field of a form may hide.
  else block.childNodes.forEach(gather);
  end();
  return changed;
}
