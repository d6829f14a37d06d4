import { callSafely } from "../ground/callSafely.ts";
import { attributeOf, ELEMENT, isInline, isInRun, isUnseen, TEXT } from "./places/nodes.ts";
import { grow, isShown } from "./written.ts";

/** From so many changes on, one scan of the page is cheaper than looking at each. */
const MAX_ROOTS = 200;
/** How often changes are looked at before the next frame: a page may write in several callbacks of one. */
const LOOKS_PER_FRAME = 9;

let roots = new Set<Node>();
let last: Node | undefined;
/** The parser is at the page, or was when this was looked at last. */
let isRead = true;
/** The next frame is awaited, which ends the count of looks. */
let isAwaited = false;
let looks = 0;
let options: MutationObserverInit;
let onChange: (roots: Iterable<Node>) => void;

/** Made by `stopWatching`, with which all showing begins: the module may be imported where there is no page. */
let observer: MutationObserver;

function onRecords(records: MutationRecord[]): void {
  collect(records);
  // At once, for what is written in a frame's own callbacks would be painted before those of the next one;
  // what is too much in one batch. Not while the parser is at it: a mark of hydration may still come.
  if (looks < LOOKS_PER_FRAME && document.readyState !== "loading") flush();
  looks++;
}

const nodeOf = ({ target, attributeName }: MutationRecord): Node =>
  (attributeName && attributeOf(target as Element, attributeName)) || target;

function collect(records: MutationRecord[]): void {
  const wasRead = isRead;
  isRead = document.readyState === "loading";
  if (!records[0]) return;
  if (!isAwaited) {
    isAwaited = true;
    // Frames are not produced for a hidden page: https://html.spec.whatwg.org/multipage/webappapis.html#update-the-rendering
    (document.hidden ? setTimeout : requestAnimationFrame)(() => {
      isAwaited = false;
      looks = 0;
      flush();
    });
  }
  for (const record of records) {
    const { type, target, removedNodes } = record;
    // Even past `MAX_ROOTS`: a later scan of the page cannot tell what the parser appended to a text.
    if (wasRead && type === "characterData") grow(target);
    if (roots.size > MAX_ROOTS) continue;
    if (type !== "childList") roots.add(nodeOf(record));
    // While parsing there is a record for each nested element as well; those within the last root are covered by it.
    else if (!last?.contains(target))
      // Not the indentation between two elements, nor the styles that many scripts put in one by one.
      for (const node of record.addedNodes)
        if (
          node.nodeType === TEXT
            ? /\S/.test(node.nodeValue as string)
            : node.nodeType === ELEMENT && !isUnseen(node)
        ) {
          roots.add(node);
          last = node;
        }
    if (removedNodes[0]) {
      // What stood beside a part of a number, or around it.
      if (isInline(target)) roots.add(target);
      for (const near of [record.previousSibling, record.nextSibling])
        if (near && isInRun(near)) roots.add(near);
    }
  }
}

/** What changed since the last look. */
function takeRoots(): Iterable<Node> {
  const batch = roots;
  roots = new Set();
  last = undefined;
  return batch.size > MAX_ROOTS ? [document] : batch;
}

function flush(): void {
  if (roots.size) callSafely(onChange, takeRoots());
}

/**
 * Writes to the page: what the page itself changed before is kept, our own writing is no change of it, but
 * what a custom element makes of it is: we never add a node.
 */
export function writing<T>(write: () => T): T {
  collect(observer.takeRecords());
  const result = write();
  collect(observer.takeRecords().filter((record) => record.type === "childList" || !isShown(nodeOf(record))));
  return result;
}

/** Tells which nodes changed, in one batch per frame, before that frame is painted. */
export function watchPage(attributeFilter: string[], callback: typeof onChange): void {
  onChange = callback;
  options = {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: [...attributeFilter, "data-mgt-swap"],
  };
  watchTree(document);
}

/** The same in a shadow root or the document of a frame. */
export function watchTree(tree: Node): void {
  observer.observe(tree, options);
}

/** To be called before anything else here. @returns what has changed and nobody was told of */
export function stopWatching(): Iterable<Node> {
  observer ||= new MutationObserver(onRecords);
  collect(observer.takeRecords());
  observer.disconnect();
  return takeRoots();
}
