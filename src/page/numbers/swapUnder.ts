import { site } from "../site.ts";
import { findAll, ownerOf } from "./assigned.ts";
import { closest, FORCED, NOT_SWAPPED, UNREAD } from "./excluded.ts";
import { isInline, isUnseen } from "./inline.ts";
import { plain } from "./notation.ts";
import type { Reading } from "./rewrite.ts";
import { swapAttribute, swapAttributes } from "./swapAttributes.ts";
import { swapTexts } from "./swapTexts.ts";
import { originalOf } from "./written.ts";

/** Shows its number in an element that names one, whatever it held. */
function* swapForced(element: Element, given: Reading): Generator<number> {
  const id = element.getAttribute(FORCED);
  const own = ownerOf(site.numbers.find((number) => number.id === id)?.number);
  if (!own) return;
  const isItsOwn = (inner: Element) => closest(inner, `${NOT_SWAPPED},[${FORCED}]`) === element;
  // Where its own number stands, the others beside it mean something else.
  const texts = document.createTreeWalker(element, 4);
  let text = "";
  while (texts.nextNode())
    if (isItsOwn(texts.currentNode.parentElement as Element)) text += originalOf(texts.currentNode);
  const isAny = !findAll(plain(text), true, ({ owner }) => owner === own.owner)[0];
  const reading = { ...given, own, isAny };
  for (const inner of [element, ...element.querySelectorAll("*")])
    if (isItsOwn(inner)) yield swapAttributes(inner, reading);
  yield* swapTexts(element, reading);
}

/**
 * Swaps under a node, or in a text or attribute node.
 *
 * @param done blocks whose own text has been looked at in the same go
 * @returns, step by step, how many nodes changed
 */
export function* swapUnder(root: Node, reading: Reading, done: Set<Node>): Generator<number> {
  // Old editors are frames in which everything can be edited.
  if ((root.ownerDocument || (root as Document)).designMode === "on") return;
  const owner = (root as Attr).ownerElement || root.parentElement;
  const top = (root as Document).documentElement || root;
  const element = top.nodeType === 1 ? (top as Element) : owner;
  const forced = element && closest(element, `[${FORCED}]`);
  if (forced) yield* swapForced(forced, reading);
  else if (root.nodeType === 2) yield swapAttribute(root as Attr, reading);
  else {
    if (element === top) yield swapAttributes(element, reading);
    if ("querySelectorAll" in top)
      for (const inner of (top as Element).querySelectorAll(reading.selector))
        if (inner.hasAttribute(FORCED)) yield* swapForced(inner, reading);
        else if (!closest(inner, `[${FORCED}]`)) yield swapAttributes(inner, reading);
    let block: Node = top;
    while (block.parentNode && (block.nodeType === 3 || isInline(block))) block = block.parentNode;
    if (isUnseen(block) || (element && closest(element, UNREAD))) return;
    if (block === top) yield* swapTexts(block, reading);
    else if (!done.has(block)) {
      done.add(block);
      yield* swapTexts(block, reading, false);
    }
  }
}
