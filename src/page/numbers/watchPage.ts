import { callSafely } from "../callSafely.ts";

/** From so many changes on, one native scan of the page is cheaper than looking at each. */
const MANY = 20;

let changes: MutationRecord[] = [];
let onChange: (roots: readonly Node[]) => void;

const observer = new MutationObserver((records) => {
  // Frames are not produced for a hidden page.
  if (!changes[0]) (document.hidden ? setTimeout : requestAnimationFrame)(flush);
  changes = changes.concat(records);
});

function flush(): void {
  const records = changes.concat(observer.takeRecords());
  changes = [];
  const roots =
    records.length > MANY
      ? [document]
      : records.flatMap(({ type, target, addedNodes, attributeName }) =>
          type === "childList"
            ? [...addedNodes]
            : attributeName
              ? (target as Element).getAttributeNode(attributeName) || []
              : target,
        );
  callSafely(
    onChange,
    roots.length > MANY ? [document] : roots.filter((node) => node.isConnected || node.nodeType === 2),
  );
  forgetChanges();
}

/** Our own writing is no change of the page. */
export function forgetChanges(): void {
  observer.takeRecords();
}

/** Tells which nodes changed, in one batch per frame, before that frame is painted. */
export function watchPage(attributes: string[], callback: typeof onChange): void {
  onChange = callback;
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: attributes,
  });
}

export function stopWatching(): void {
  observer.disconnect();
}
