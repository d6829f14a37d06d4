import { callSafely } from "../ground/callSafely.ts";
import { isAsWritten } from "./originals.ts";
import { ELEMENT, isInRun, isUnseen, NAMES_ITS } from "./places/nodes.ts";
import { attributeNames } from "./places/swapAttributes.ts";

/** What a page has changed: each with all that is under it is to be looked at. */
function changedBy(records: readonly MutationRecord[]): Set<Node> {
  const roots = new Set<Node>();
  let last: Node | undefined;
  for (const record of records) {
    const { type, target, attributeName, addedNodes, removedNodes } = record;
    if (type !== "childList") {
      const place = attributeName ? (target as Element).getAttributeNode(attributeName) : target;
      // What was written here was no change of the page's.
      if (!place || !isAsWritten(place)) roots.add(target);
      continue;
    }
    // While parsing there is a record for each nested element as well; those within the last root are covered by it.
    if (!last?.contains(target))
      // Not the indentation between two elements, nor the styles that many scripts put in one by one.
      for (const node of addedNodes)
        if (node.nodeType === ELEMENT ? !isUnseen(node) : /\S/.test(node.nodeValue as string)) {
          roots.add(node);
          last = node;
        }
    // What stood beside a part of a number, or around it.
    if (removedNodes[0])
      for (const near of [target, record.previousSibling, record.nextSibling])
        if (near && isInRun(near)) roots.add(near);
  }
  return roots;
}

/**
 * Watches trees for what a page changes. @returns what watches one more
 *
 * @param onChange told at once, for what is written in a frame's own callbacks would be painted before those of the
 *   next one; while the parser is at it once a frame, for the mark of a framework may come after what it hydrates
 */
export function createWatch(onChange: (roots: Set<Node>) => void): (tree: Node) => void {
  let waiting: MutationRecord[] = [];
  const flush = () => {
    const records = waiting;
    waiting = [];
    callSafely(() => onChange(changedBy(records)));
  };
  const observer = new MutationObserver((records) => {
    const isFirst = !waiting[0];
    waiting = [...waiting, ...records];
    if (!HAS.waitToSwap || document.readyState !== "loading") flush();
    // Frames are not produced for a hidden page: https://html.spec.whatwg.org/multipage/webappapis.html#update-the-rendering
    else if (isFirst) (document.hidden ? setTimeout : requestAnimationFrame)(flush);
  });
  return (tree) =>
    observer.observe(tree, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [...attributeNames(), ...(HAS.marks ? [NAMES_ITS] : [])],
    });
}
