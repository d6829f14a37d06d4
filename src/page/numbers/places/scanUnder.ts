import { callSafely } from "../../ground/callSafely.ts";
import { isAsWritten } from "../originals.ts";
import { lexicon } from "../text/lexicon.ts";
import { BEGIN, BORDER, END } from "../text/notation.ts";
import { meantIn } from "./meantIn.ts";
import { ELEMENT, isBordered, isInline, isInRun, isUnseen, NAMED, TEXT } from "./nodes.ts";
import { selectorOf, swapAttributes } from "./swapAttributes.ts";
import { type Part, swapRun } from "./swapRun.ts";

/**
 * Looks at a text, an element or a whole tree, with all that is under it.
 *
 * @param done blocks that have been looked at in the same go
 */
export function scanUnder(root: Node, done: Set<Node>): void {
  // Old editors are frames in which everything can be edited.
  if (HAS.trees && (root.ownerDocument || (root as Document)).designMode === "on") return;
  const top: Node = (root as Document).documentElement || root;
  let block = top;
  while (block.parentNode && isInRun(block)) block = block.parentNode;
  const blocks = [block];

  /** Swaps in each run of text that stands directly in a block, across inline elements and comments. */
  function swapBlock(block: Node): void {
    const meant = block.nodeType === ELEMENT ? meantIn(block as Element) : undefined;
    if (meant === null && !isAsWritten(top)) return;
    done.add(block);
    let run: Part[] = [];
    const end = () => {
      if (run[0]) swapRun(run, meant);
      run = [];
    };
    const gather = (node: Node) => {
      if (node.nodeType === TEXT) run.push(node);
      else if (node.nodeType !== ELEMENT || isUnseen(node)) return;
      else if (isInline(node)) {
        if (!node.firstChild) return;
        const isApart = isBordered(node);
        run.push(isApart ? BORDER : BEGIN);
        for (let inner: Node | null = node.firstChild; inner; inner = inner.nextSibling) gather(inner);
        run.push(isApart ? BORDER : END);
      } else {
        end();
        // Going down only where a number may stand, a small part of the page is touched. The body's text is the page's:
        // to copy it only in order to know that would be a waste.
        if (
          top.contains(node) &&
          ((HAS.marks && meant) || node.nodeName === "BODY" || lexicon.rough.test(node.textContent as string))
        )
          blocks.push(node);
      }
    };
    // Not by `nextSibling`, which a field of a form may hide.
    for (const node of block.childNodes) callSafely(gather, node);
    end();
  }

  const look = (element: Element) => {
    if (HAS.marks && element.matches(NAMED)) blocks.push(element);
    swapAttributes(element);
  };
  if (top.nodeType === ELEMENT) callSafely(look, top as Element);
  for (const element of (top as ParentNode as Partial<ParentNode>).querySelectorAll?.(selectorOf()) || [])
    callSafely(look, element);
  for (const each of blocks) if (!done.has(each)) callSafely(swapBlock, each);
}
