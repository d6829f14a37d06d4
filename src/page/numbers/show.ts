import type { Swap } from "../../vocabulary/events.ts";
import { callSafely } from "../callSafely.ts";
import { mustWait, whenSettled } from "./hydration.ts";
import { assign, attributes, shownFor, swapUnder } from "./swapper.ts";
import { stopWatching, watchPage, writing } from "./watchPage.ts";

let shown = "[]";
let isWaiting = false;
let onSwap: (changed: number) => void;
const subscriptions = new Set<() => void>();

/** Scans now. @returns how many places changed */
export function swap(root: Node = document): number {
  const changed = writing(() => swapUnder(root));
  if (changed) onSwap(changed);
  return changed;
}

/** Scans now, or once the page is hydrated. */
function scan(roots: Iterable<Node>): void {
  if (HAS.waitToSwap && (isWaiting || mustWait())) {
    if (!isWaiting)
      whenSettled(() => {
        isWaiting = false;
        callSafely(swap);
      });
    isWaiting = true;
  } else for (const root of roots) swap(root);
}

/**
 * Shows these numbers from now on, wherever they are written, now and later.
 *
 * @param callback told after each scan that changed something
 */
export function show(swaps: readonly Swap[], callback: typeof onSwap): void {
  onSwap = callback;
  const next = JSON.stringify(swaps);
  if (next === shown) return;
  shown = next;
  stopWatching();
  assign(swaps);
  // Nothing to swap, nothing to watch.
  if (swaps[0]) {
    watchPage(attributes(), scan);
    scan([document]);
  }
  for (const tell of subscriptions) tell();
}

/** The number to show for an owner's number, now and at each change. @returns the end of it */
export function subscribe(number: string, callback: (tracked: string) => void): () => void {
  let told = "";
  const tell = () => {
    const tracked = shownFor(number);
    if (tracked !== told) {
      told = tracked;
      callSafely(callback, tracked);
    }
  };
  subscriptions.add(tell);
  tell();
  return () => void subscriptions.delete(tell);
}
