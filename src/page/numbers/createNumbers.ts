import type { Swap } from "../../vocabulary/events.ts";
import { callSafely } from "../ground/callSafely.ts";
import { createPatience } from "./createPatience.ts";
import { createWatch } from "./createWatch.ts";
import { tally, writtenNodes } from "./originals.ts";
import { createTrees, type Trees } from "./places/createTrees.ts";
import { scanUnder } from "./places/scanUnder.ts";
import { lookFor } from "./text/lexicon.ts";
import { ownerIn } from "./text/relink.ts";

/** The numbers of a page. E.164. */
export interface Numbers {
  /** Shows these numbers from now on, wherever they are written, now and later. */
  show(swaps: readonly Swap[]): void;
  /** Scans now. @returns how many places changed */
  swap(root?: Node): number;
  /** The number to show for an owner's number, now and at each change. @returns the end of it */
  subscribe(number: string, callback: (tracked: string) => void): () => void;
  /** The site's number that a link dials, tracked or real. */
  dialledIn(href: string): Swap | undefined;
}

/** @param onSwap told after each scan that changed something */
export function createNumbers(onSwap: (changed: number) => void): Numbers {
  /** Before something has been decided nobody is told of a number. */
  let swaps: readonly Swap[] | undefined;
  /** The owner's number by each tracked one that this page has shown. */
  const former = new Map<string, string>();
  let mustWait: (() => boolean) | undefined;
  let trees: Trees | undefined;
  let watch: ((tree: Node) => void) | undefined;
  const subscriptions = new Set<() => void>();
  lookFor([], former);

  function scan(roots: Iterable<Node>): number {
    const done = new Set<Node>();
    const before = tally.changes;
    for (const root of roots) callSafely(scanUnder, root, done);
    const changed = tally.changes - before;
    if (changed) onSwap(changed);
    return changed;
  }

  /** The document's other trees are a part of it. */
  const swap = (root: Node = document): number =>
    former.size ? scan([root, ...((HAS.trees && root === document && trees?.found()) || [])]) : 0;

  const isWaiting = () => HAS.waitToSwap && mustWait?.();

  function start(): void {
    if (HAS.waitToSwap) mustWait = createPatience(swap);
    watch = createWatch((roots) => {
      if (!isWaiting()) scan(roots);
      if (HAS.trees) trees?.find(roots);
    });
    watch(document);
  }

  return {
    show(next) {
      if (JSON.stringify(next) === JSON.stringify(swaps)) return;
      swaps = next;
      for (const { number, tracked } of next) former.set(tracked, number);
      // What is an owner's number itself is no copy.
      for (const { number } of next) former.delete(number);
      // Owner's numbers of which none is tracked any more are restored by what was shown for them.
      lookFor(next, former);
      // Nothing to swap, nothing to watch.
      if (former.size) {
        if (!watch) start();
        // Also what is not on the page now, or where nobody looks.
        scan(writtenNodes());
        if (!isWaiting()) swap();
        if (HAS.trees)
          trees ||= createTrees((tree) => {
            watch?.(tree);
            if (!isWaiting()) scan([tree]);
          });
      }
      for (const tell of subscriptions) tell();
    },
    swap,
    subscribe(number, callback) {
      let told = "";
      const tell = () => {
        const tracked = swaps?.find((swap) => swap.number === number)?.tracked || number;
        if (tracked !== told) {
          told = tracked;
          callSafely(callback, tracked);
        }
      };
      subscriptions.add(tell);
      if (swaps) tell();
      return () => void subscriptions.delete(tell);
    },
    dialledIn(href) {
      const number = ownerIn(href);
      return swaps?.find((swap) => swap.number === number);
    },
  };
}
