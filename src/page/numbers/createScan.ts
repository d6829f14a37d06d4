import { callSafely } from "../ground/callSafely.ts";
import { originalOf, write, writtenIn } from "./originals.ts";
import { NAMED, NOT_SWAPPED, UNREAD } from "./places/excluded.ts";
import { namedReading } from "./places/namedReading.ts";
import { ELEMENT, isUnseen } from "./places/nodes.ts";
import { attributeNames, selectorOf, swapAttributes } from "./places/swapAttributes.ts";
import { runAround, swapBlock } from "./places/swapBlock.ts";
import type { Reading } from "./text/rewrite.ts";

/** Longest that the page is changed in one go: less than the 50 ms that make a long task. https://w3c.github.io/longtasks/ */
const TASK_MS = 20;
/** Steps between two calls of `Date.now()`, each of which costs more than a step. */
const STEPS_PER_CLOCK_READ = 25;

export interface Scan {
  /** A text, an element or a whole tree is to be looked at, with all that is under it. */
  add(root: Node): void;
  /** Only the attributes of an element are. */
  addElement(element: Element): void;
  /** Forgets what was added and not yet looked at. */
  clear(): void;
  /**
   * Looks at what was added.
   *
   * @param isWhole all of it, on return; else with pauses in which the browser can do what waits
   * @returns how many places changed
   */
  run(isWhole?: boolean): number;
}

/**
 * Goes through what of the page may hold a number, block by block.
 *
 * @param readingOf what is looked for, now
 * @param onChange told how many places changed
 */
export function createScan(readingOf: () => Reading, onChange: (changed: number) => void): Scan {
  /** The last comes first. Each tells how many places it changed. */
  const todo: (() => unknown)[] = [];
  /** Runs, and elements that name their number, that have been looked at in the same go. */
  const done = new Set<Node>();

  const names = attributeNames();

  const addElement = (element: Element, reading = readingOf()) =>
    todo.push(() => swapAttributes(element, reading, names));

  const addBlock = (block: Node, reading: Reading, from?: Node) =>
    todo.push(() => {
      const inner: Node[] = [];
      const onLink = (link: Element) => addElement(link, reading);
      const changed = swapBlock(block, reading, (each) => inner.unshift(each), onLink, from);
      for (const each of inner) addBlock(each, reading);
      return changed;
    });

  const add = (root: Node) => todo.push(() => open(root));

  /** An element that names its number, once in one go. */
  function addNamed(element: Element): void {
    if (done.has(element)) return;
    done.add(element);
    const reading = namedReading(element, readingOf());
    for (const inner of [element, ...element.querySelectorAll("*")])
      if (inner.closest(`${NOT_SWAPPED},${NAMED}`) === element) addElement(inner, reading);
    addBlock(element, reading);
  }

  /** The run of text that a node is a part of, and what is under it. */
  function addTexts(top: Node): void {
    const [block, from] = runAround(top);
    if (!from || !done.has(from)) addBlock(block, readingOf(), from);
    if (from) done.add(from);
  }

  function open(root: Node): number {
    // Old editors are frames in which everything can be edited.
    if ((root.ownerDocument || (root as Document)).designMode === "on") return 0;
    const top = (root as Document).documentElement || root;
    const isElement = top.nodeType === ELEMENT;
    const element = isElement ? (top as Element) : top.parentElement;
    const named = HAS.marks && element?.closest(NAMED);
    if ("querySelectorAll" in top)
      for (const inner of (top as Element).querySelectorAll(selectorOf(readingOf().lexicon)))
        if (HAS.marks && inner.closest(NAMED)) add(inner);
        else addElement(inner);
    if (named) addNamed(named);
    else if (!element || !((!isElement && isUnseen(element)) || element.closest(UNREAD))) {
      if (isElement) addElement(top as Element);
      addTexts(top);
    }
    // Excluded since: what was written there is given back.
    else if (writtenIn(top)) return write(top, originalOf(top), originalOf(top));
    return 0;
  }

  function run(isWhole?: boolean): number {
    const start = Date.now();
    let changed = 0;
    for (let count = 1; ; count++) {
      const next = todo.pop();
      if (!next) {
        done.clear();
        break;
      }
      changed += (callSafely(next) as number) || 0;
      // A small change is shown whole, however busy the machine is.
      if (!isWhole && count % STEPS_PER_CLOCK_READ === 0 && Date.now() - start > TASK_MS) {
        setTimeout(callSafely, 0, run);
        break;
      }
    }
    if (changed) onChange(changed);
    return changed;
  }

  return {
    add,
    addElement,
    clear() {
      todo.length = 0;
      done.clear();
    },
    run,
  };
}
