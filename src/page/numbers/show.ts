import type { Swap } from "../../vocabulary/events.ts";
import { callSafely } from "../callSafely.ts";
import { mustWait, whenSettled } from "./hydration.ts";
import { isInRun } from "./inline.ts";
import { type Piece, pieces } from "./pieces.ts";
import { assign, attributes, isNeeded, shownFor, swapUnder } from "./swapper.ts";
import { findTrees, foundTrees, hearTrees, ignoreTrees } from "./trees.ts";
import { stopWatching, watchPage, watchTree, writing } from "./watchPage.ts";

/** How long the page is changed in one go, milliseconds: less than what counts as a long task. */
const PATIENCE = 25;

let shown = "[]";
let isWaiting = false;
let onSwap: (changed: number) => void;
const subscriptions = new Set<() => void>();

/** Scans now, all of it. @returns how many places changed */
export function swap(root: Node = document): number {
  const places: Piece[] = [[root, "all"]];
  for (const tree of foundTrees()) places.push([tree, "all"]);
  return swapPieces(places.values());
}

/** Swaps piece by piece; where there is a limit, the rest follows once the browser has done what waits. */
function swapPieces(queue: Iterator<Piece>, isNew = false, isLimited = false): number {
  const start = performance.now();
  let changed = 0;
  writing(() => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      changed += callSafely(swapUnder, next.value[0], isNew, next.value[1]) || 0;
      if (isLimited && performance.now() - start > PATIENCE) {
        setTimeout(swapPieces, 0, queue, isNew, isLimited);
        break;
      }
    }
  });
  if (changed) onSwap(changed);
  return changed;
}

function* piecesOf(roots: Iterable<Node>): Generator<Piece> {
  const all = new Set(roots);
  // What follows another one in a run of text has been looked at with it.
  for (const root of all)
    yield* pieces(root, isInRun(root) && !!root.previousSibling && all.has(root.previousSibling));
  if (all.has(document)) for (const tree of foundTrees()) yield* pieces(tree);
}

/** Scans now, or once the page is hydrated. */
function scan(roots: Iterable<Node>, isNew?: boolean): void {
  if (HAS.waitToSwap && (isWaiting || mustWait())) {
    if (!isWaiting)
      whenSettled(() => {
        isWaiting = false;
        callSafely(swap);
      });
    isWaiting = true;
  } else swapPieces(piecesOf(roots), isNew, true);
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
  const changed = stopWatching();
  ignoreTrees();
  const restored = assign(swaps);
  // Nothing to swap, nothing to watch.
  if (isNeeded()) {
    const scanNew = (roots: Iterable<Node>) => {
      const [first] = roots;
      // Of so many changes the page's own text can no longer be told.
      scan(roots, document.readyState !== "loading" && first !== document);
    };
    watchPage(attributes(), (roots) => {
      scanNew(roots);
      for (const root of roots) if (root.nodeType === 1 || root.nodeType === 9) findTrees(root);
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
