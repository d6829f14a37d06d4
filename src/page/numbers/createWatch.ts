import { callSafely } from "../ground/callSafely.ts";
import { writtenIn } from "./originals.ts";
import { NAMES_ITS } from "./places/excluded.ts";
import { ELEMENT, isInline, isInRun, isUnseen, TEXT } from "./places/nodes.ts";
import { attributeNames } from "./places/swapAttributes.ts";

/** From so many changes on, one scan of the page is cheaper than looking at each. */
const MAX_ROOTS = 200;

/** What a page has changed. */
type OnChange = (roots: Iterable<Node>, elements: Iterable<Element>) => void;

/** Whether it shows just what was written here: that was no change of the page's. */
const isOurs = (place: Node | null) => !!place && writtenIn(place)?.text === place.nodeValue;

/**
 * Watches trees for what a page changes. @returns what watches one more
 *
 * @param onChange told at once, for what is written in a frame's own callbacks would be painted before those of the
 *   next one; while the parser is at it once a frame
 */
export function createWatch(onChange: OnChange): (tree: Node) => void {
  let roots = new Set<Node>();
  let elements = new Set<Element>();
  let last: Node | undefined;
  let isAwaited = false;

  function collect({
    type,
    target,
    attributeName,
    addedNodes,
    removedNodes,
    previousSibling,
    nextSibling,
  }: MutationRecord): void {
    const element = target as Element;
    if (type === "characterData") {
      if (!isOurs(target)) roots.add(target);
    } else if (attributeName) {
      if (isOurs(element.getAttributeNode(attributeName))) return;
      // What a link shows is read by where it leads, and all that is in an element by the number that it names.
      if (attributeName === NAMES_ITS || element.localName === "a") roots.add(target);
      else elements.add(element);
    } else if (!last?.contains(target)) {
      // While parsing there is a record for each nested element as well; those within the last root are covered by it.
      // Not the indentation between two elements, nor the styles that many scripts put in one by one.
      for (const node of addedNodes)
        if (
          node.nodeType === TEXT
            ? /\S/.test(node.nodeValue as string)
            : node.nodeType === ELEMENT && !isUnseen(node)
        ) {
          roots.add(node);
          last = node;
        }
    }
    // What stood beside a part of a number, or around it.
    if (removedNodes[0])
      for (const near of [isInline(target) ? target : null, previousSibling, nextSibling])
        if (near && isInRun(near)) roots.add(near);
  }

  function flush(): void {
    isAwaited = false;
    last = undefined;
    const batch: [Iterable<Node>, Iterable<Element>] = [roots, elements];
    // What is left of a number is not found by its text.
    if (roots.size + elements.size > MAX_ROOTS) batch[0] = [document, ...[...roots].filter(writtenIn)];
    roots = new Set();
    elements = new Set();
    callSafely(onChange, ...batch);
  }

  const observer = new MutationObserver((records) => {
    for (const record of records) collect(record);
    if (document.readyState !== "loading") flush();
    else if (!isAwaited) {
      isAwaited = true;
      // Frames are not produced for a hidden page: https://html.spec.whatwg.org/multipage/webappapis.html#update-the-rendering
      (document.hidden ? setTimeout : requestAnimationFrame)(flush);
    }
  });
  return (tree) =>
    observer.observe(tree, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [...attributeNames(), ...(HAS.marks ? [NAMES_ITS] : [])],
    });
}
