import type { Swap } from "../../vocabulary/events.ts";
import { callSafely } from "../ground/callSafely.ts";
import { createPatience } from "./createPatience.ts";
import { createScan } from "./createScan.ts";
import { createWatch } from "./createWatch.ts";
import { writtenNodes } from "./originals.ts";
import { createTrees, type Trees } from "./places/createTrees.ts";
import { ELEMENT } from "./places/nodes.ts";
import { createLexicon } from "./text/createLexicon.ts";
import { ownerIn } from "./text/relink.ts";

/** The numbers of a page. E.164. */
export interface Numbers {
  /** Shows these numbers from now on, wherever they are written, now and later. */
  show(swaps: readonly Swap[]): void;
  /** Scans now, all of it. @returns how many places changed */
  swap(root?: Node): number;
  /** The number to show for an owner's number, now and at each change. @returns the end of it */
  subscribe(number: string, callback: (tracked: string) => void): () => void;
  /** The site's number that a link dials, tracked or real. */
  dialledIn(href: string): Swap | undefined;
}

/** @param onSwap told after each scan that changed something */
export function createNumbers(onSwap: (changed: number) => void): Numbers {
  let swaps: readonly Swap[] = [];
  /** Every tracked number that this page has shown, the latest first. */
  let former: readonly Swap[] = [];
  let lexicon = createLexicon(swaps, former);
  /** Something has been decided: before that nobody is told of a number. */
  let isDecided = false;
  let mustWait: (() => boolean) | undefined;
  let trees: Trees | undefined;
  let watch: ((tree: Node) => void) | undefined;
  const subscriptions = new Set<() => void>();
  const { add, addElement, clear, run } = createScan(() => ({ lexicon }), onSwap);

  /** The document's other trees are a part of it. */
  function addAll(roots: Iterable<Node>): void {
    for (const root of roots) {
      add(root);
      if (HAS.trees && root === document) trees?.found().forEach(add);
    }
  }

  function swap(root: Node = document): number {
    if (!former[0]) return 0;
    addAll([root]);
    return run(true);
  }

  /** Scans now, or once the page is hydrated. */
  function scan(roots: Iterable<Node>, elements: Iterable<Element> = []): void {
    if (HAS.waitToSwap && mustWait?.()) return;
    addAll(roots);
    for (const element of elements) addElement(element);
    run();
  }

  function start(): void {
    if (HAS.waitToSwap) mustWait = createPatience(swap);
    watch = createWatch((roots, elements) => {
      scan(roots, elements);
      if (HAS.trees) trees?.find(roots);
    });
    watch(document);
  }

  return {
    show(next) {
      const isFirst = !isDecided;
      isDecided = true;
      if (!isFirst && JSON.stringify(next) === JSON.stringify(swaps)) return;
      swaps = next;
      former = [...next, ...former].filter(
        ({ tracked }, at, all) =>
          at === all.findIndex((other) => other.tracked === tracked) &&
          // What is an owner's number itself is no copy.
          !next.some(({ number }) => number === tracked),
      );
      // Owner's numbers of which none is tracked any more are restored by what was shown for them.
      lexicon = createLexicon(swaps, former);
      // Nothing to swap, nothing to watch.
      if (former[0]) {
        if (!watch) start();
        clear();
        // Also what is not on the page now, or where nobody looks.
        for (const node of writtenNodes())
          if (node.nodeType === ELEMENT) addElement(node as Element);
          else add(node);
        run(true);
        scan([document]);
        if (HAS.trees)
          trees ||= createTrees((tree) => {
            watch?.(tree);
            scan([tree]);
          });
      }
      for (const tell of subscriptions) tell();
    },
    swap,
    subscribe(number, callback) {
      let told = "";
      const tell = () => {
        const tracked = swaps.find((swap) => swap.number === number)?.tracked || number;
        if (tracked !== told) {
          told = tracked;
          callSafely(callback, tracked);
        }
      };
      subscriptions.add(tell);
      if (isDecided) tell();
      return () => void subscriptions.delete(tell);
    },
    dialledIn(href) {
      const number = ownerIn(href, lexicon);
      return swaps.find((swap) => swap.number === number);
    },
  };
}
