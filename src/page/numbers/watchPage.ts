import { callSafely } from "../callSafely.ts";

/** From so many changes on, one native scan of the page is cheaper than looking at each. */
const MANY = 20;

let roots = new Set<Node>();
let onChange: (roots: Iterable<Node>) => void;

const observer = new MutationObserver(collect);

function collect(records: MutationRecord[]): void {
  if (!records[0]) return;
  // Frames are not produced for a hidden page.
  if (!roots.size) (document.hidden ? setTimeout : requestAnimationFrame)(flush);
  for (const { type, target, addedNodes, attributeName } of records) {
    if (roots.size > MANY) return;
    if (attributeName) roots.add((target as Element).getAttributeNode(attributeName) || target);
    else if (type === "childList") for (const node of addedNodes) roots.add(node);
    else roots.add(target);
  }
}

function flush(): void {
  const batch = roots;
  roots = new Set();
  callSafely(onChange, batch.size > MANY ? [document] : batch);
}

/** Writes to the page: what the page itself changed before is kept, our own writing is no change of it. */
export function writing<T>(write: () => T): T {
  collect(observer.takeRecords());
  const result = write();
  observer.takeRecords();
  return result;
}

/** Tells which nodes changed, in one batch per frame, before that frame is painted. */
export function watchPage(attributeFilter: string[], callback: typeof onChange): void {
  onChange = callback;
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributeFilter });
}

export function stopWatching(): void {
  observer.disconnect();
}
