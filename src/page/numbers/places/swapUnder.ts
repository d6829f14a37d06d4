import { callSafely } from "../../ground/callSafely.ts";
import { site } from "../../ground/site.ts";
import { findAll, ownerOf } from "../assigned.ts";
import { plain } from "../text/notation.ts";
import type { Reading } from "../text/rewrite.ts";
import { originalOf } from "../written.ts";
import { FORCED, NOT_SWAPPED, UNREAD } from "./excluded.ts";
import {
  ATTRIBUTE,
  attributeOf,
  closest,
  DOCUMENT,
  ELEMENT,
  is,
  isInRun,
  isUnseen,
  SHOW_TEXT,
  typeOf,
} from "./nodes.ts";
import { swapAttribute, swapAttributes } from "./swapAttributes.ts";
import { swapTexts } from "./swapTexts.ts";

/** Shows its number in an element that names one, whatever it held; at once, whatever may be assigned next. */
function swapForced(element: Element, given: Reading): number {
  const id = element.getAttribute(FORCED);
  const own = ownerOf(site.numbers.find((number) => number.id === id)?.number);
  if (!own) return 0;
  const isItsOwn = (inner: Element) => closest(inner, `${NOT_SWAPPED},[${FORCED}]`) === element;
  // Where its own number stands, the others beside it mean something else.
  const texts = document.createTreeWalker(element, SHOW_TEXT);
  let text = "";
  while (texts.nextNode())
    if (isItsOwn(texts.currentNode.parentElement as Element)) text += originalOf(texts.currentNode);
  const isAny = !findAll(plain(text), true, ({ owner }) => owner === own.owner)[0];
  const reading = { ...given, own, isAny };
  let changed = 0;
  for (const inner of [element, ...element.querySelectorAll("*")])
    if (isItsOwn(inner)) changed += callSafely(swapAttributes, inner, reading) || 0;
  for (const step of swapTexts(element, reading)) changed += step;
  return changed;
}

/** Swaps texts under a node, and in the run of text that it is a part of. */
function* swapTextsAt(top: Node, reading: Reading, done: Set<Node>): Generator<number> {
  let block = top;
  let from: Node | undefined;
  while (block.parentNode && isInRun(block) && typeOf(block) < DOCUMENT) {
    from = block;
    block = block.parentNode;
  }
  const element = typeOf(top) === ELEMENT ? (top as Element) : top.parentElement;
  if (element && ((element !== top && isUnseen(element)) || closest(element, UNREAD))) return;
  // Only that run: its siblings may be many.
  for (let node: Node | null | undefined = from; node && isInRun(node); node = node.previousSibling) {
    if (done.has(node)) return;
    done.add(node);
    from = node;
  }
  yield* swapTexts(block, reading, from);
}

/**
 * Swaps under a node, or in a text or attribute node.
 *
 * @param done nodes of runs of text, and names of numbers, that have been looked at in the same go
 * @returns, step by step, how many nodes changed
 */
export function* swapUnder(root: Node, reading: Reading, done: Set<Node>): Generator<number> {
  // Old editors are frames in which everything can be edited.
  if ((root.ownerDocument || (root as Document)).designMode === "on") return;
  const step = <T>(swap: (node: T, reading: Reading) => number, node: T) =>
    callSafely(swap, node, reading) || 0;
  const force = (element: Element) => {
    // Once, however much changed in it.
    const name = attributeOf(element, FORCED) as Attr;
    if (done.has(name)) return 0;
    done.add(name);
    return step(swapForced, element);
  };
  const top = (root as Document).documentElement || root;
  const isElement = typeOf(top) === ELEMENT;
  const element = isElement ? (top as Element) : (root as Attr).ownerElement || root.parentElement;
  const forced = element && closest(element, `[${FORCED}]`);
  if (forced) yield force(forced);
  else if (typeOf(root) === ATTRIBUTE) yield step(swapAttribute, root as Attr);
  else {
    // First what is read: the browser may paint before the rest is done.
    yield* swapTextsAt(top, reading, done);
    if (isElement) yield step(swapAttributes, top as Element);
  }
  if ("querySelectorAll" in top)
    for (const inner of (top as Element).querySelectorAll(reading.selector))
      if (is(inner, `[${FORCED}]`)) yield force(inner);
      else if (!closest(inner, `[${FORCED}]`)) yield step(swapAttributes, inner);
}
