import type { Swap } from "../../vocabulary/events.ts";
import { callSafely, report } from "../ground/callSafely.ts";
import { assign, isNeeded, mayHold, ownerOf, shownFor } from "./assigned.ts";
import { mustWait } from "./hydration.ts";
import { attributes, selectorOf } from "./places/swapAttributes.ts";
import { swapUnder } from "./places/swapUnder.ts";
import { findTrees, foundTrees, hearTrees, ignoreTrees } from "./places/trees.ts";
import { ownerIn } from "./text/relink.ts";
import { stopWatching, watchPage, watchTree, writing } from "./watchPage.ts";
import { restoreAll, writtenNodes } from "./written.ts";

/** Longest that the page is changed in one go: less than the 50 ms that make a long task. https://w3c.github.io/longtasks/ */
const TASK_MS = 20;
/** Steps between two calls of `Date.now()`, each of which costs more than a step. */
const STEPS_PER_CLOCK_READ = 25;

let shownKey = "[]";
let onSwap: (changed: number) => void;
const subscriptions = new Set<() => void>();

/** Step by step, what is under these nodes; in all of the page's trees where one is the document. */
function* stepsOf(roots: Iterable<Node>, isNew = false): Generator<number> {
  const reading = { isNew, selector: selectorOf(isNew) };
  const all = new Set(roots);
  if (all.has(document)) {
    for (const tree of foundTrees()) all.add(tree);
    // What is left of a number is not found by its text.
    for (const node of writtenNodes())
      if (node.isConnected && !mayHold(node.nodeValue as string)) all.add(node);
  }
  const done = new Set<Node>();
  for (const root of all)
    try {
      yield* swapUnder(root, reading, done);
    } catch (error) {
      // One strange node must not keep the others from being swapped.
      report(error);
    }
}

/**
 * Goes through the steps, where there is a limit with pauses in which the browser can do what waits.
 *
 * @returns how many places changed
 */
function run(steps: Iterator<number>, limit = Number.POSITIVE_INFINITY): number {
  const start = Date.now();
  let changed = 0;
  let count = 0;
  writing(() => {
    for (;;) {
      const { value, done } = steps.next();
      if (done) return;
      changed += value;
      // A small change is shown whole, however busy the machine is.
      if (++count % STEPS_PER_CLOCK_READ === 0 && Date.now() - start > limit) {
        setTimeout(callSafely, 0, run, steps, limit);
        return;
      }
    }
  });
  if (changed) onSwap(changed);
  return changed;
}

/** Scans now, all of it. @returns how many places changed */
export const swap = (root: Node = document): number => (isNeeded() ? run(stepsOf([root])) : 0);

/** Scans now, or once the page is hydrated. */
function scan(roots: Iterable<Node>, isNew?: boolean): void {
  if (!HAS.waitToSwap || !mustWait(swap)) callSafely(run, stepsOf(roots, isNew), TASK_MS);
}

/**
 * Shows these numbers from now on, wherever they are written, now and later.
 *
 * @param callback told after each scan that changed something
 */
export function show(swaps: readonly Swap[], callback: typeof onSwap): void {
  onSwap = callback;
  const next = JSON.stringify(swaps);
  if (next === shownKey) return;
  shownKey = next;
  const changed = stopWatching();
  ignoreTrees();
  const restored = restoreAll();
  assign(swaps);
  // Nothing to swap, nothing to watch.
  if (isNeeded()) {
    const scanNew = (roots: Iterable<Node>) => {
      const [first] = roots;
      // Of so many changes the page's own text can no longer be told.
      scan(roots, document.readyState !== "loading" && first !== document);
    };
    watchPage(attributes(), (roots) => {
      scanNew(roots);
      findTrees(roots);
    });
    scan([document, ...restored]);
    // What the page copied in this very task.
    scanNew(changed);
    hearTrees((tree) => {
      watchTree(tree);
      scan([tree]);
    });
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

/** The site's number that a link dials, tracked or real. */
export function dialledIn(href: string): Swap | undefined {
  const number = ownerIn(href);
  return ownerOf(number) && { number: number as string, tracked: shownFor(number as string) };
}
