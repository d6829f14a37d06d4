import type { Swap } from "../../vocabulary/events.ts";
import { callSafely } from "../callSafely.ts";
import { site } from "../site.ts";
import { mustWait, whenSettled } from "./hydration.ts";
import { assign, attributesOf, dialled, recogniserOf, swapUnder } from "./swapper.ts";
import { forgetChanges, stopWatching, watchPage } from "./watchPage.ts";

let shown: ReadonlyMap<string, string> = new Map();
let isWaiting = false;
let onSwap: (changed: number) => void;
const subscriptions = new Set<[number: string, callback: (tracked: string) => void]>();

/** Scans now. @returns how many places changed */
export function swap(root: Node = document): number {
  const changed = swapUnder(root);
  forgetChanges();
  if (changed) onSwap(changed);
  return changed;
}

/** Scans now, or once the page is hydrated. */
function scan(roots: readonly Node[]): void {
  if (HAS.waitToSwap) {
    if (isWaiting) return;
    if (mustWait()) {
      isWaiting = true;
      whenSettled(() => {
        isWaiting = false;
        callSafely(swap);
      });
      return;
    }
  }
  for (const root of roots) swap(root);
}

/**
 * Shows these numbers from now on, wherever they are written, now and later.
 *
 * @param callback told after each scan that changed something
 */
export function show(swaps: readonly Swap[], callback: typeof onSwap): void {
  onSwap = callback;
  const next = new Map(swaps.map(({ number, tracked }) => [number, tracked]));
  const before = shown;
  if (`${[...next]}` === `${[...before]}`) return;
  shown = next;
  // Nothing to swap, nothing to watch.
  stopWatching();
  assign(next);
  if (next.size) {
    watchPage(attributesOf(site), scan);
    scan([document]);
  }
  for (const [number, tell] of subscriptions)
    if (next.get(number) !== before.get(number)) callSafely(tell, next.get(number) || number);
}

/** The number to show for an owner's number, now and at each change. @returns the end of it */
export function subscribe(number: string, callback: (tracked: string) => void): () => void {
  const subscription: [string, typeof callback] = [number, callback];
  subscriptions.add(subscription);
  callSafely(callback, shown.get(number) || number);
  return () => void subscriptions.delete(subscription);
}

/** The site's number that a link dials, real or tracked. */
export function dialledNumber(href: string): Swap | undefined {
  for (const { number } of site.numbers) {
    const tracked = shown.get(number) || number;
    const own = recogniserOf(number);
    if (dialled(href, [own, { ...own, number: tracked }])) return { number, tracked };
  }
  return undefined;
}
