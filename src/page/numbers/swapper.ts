import type { Swap } from "../../vocabulary/events.ts";
import type { NumberPlan } from "../../vocabulary/site.ts";
import { callSafely } from "../callSafely.ts";
import { site } from "../site.ts";
import { guessPlan } from "./guessPlan.ts";
import { project } from "./project.ts";
import { createRecogniser, EDGE, type Recogniser, recognise } from "./recognise.ts";

/** A text or attribute node that we have written. */
interface Written {
  original: string;
  text: string;
  /** Rewritten at once by somebody else, how often, and when last. */
  times: number;
  at: number;
}

/** Elements that do not end a run of text. A number never spans cells, items, blocks or `<br>`. */
const INLINE =
  /^(a|abbr|b|bd[io]|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|su[bp]|time|u|var|wbr)$/i;
const SKIPPED = "script,style,noscript,textarea,[data-mgt-noswap]";
/** So often in a row somebody writes the old number back at once before the node is left alone. */
const MAX_FIGHTS = 50;

const written = new WeakMap<Node, Written>();
let touched: WeakRef<Node>[] = [];
let active: Recogniser[] = [];
let query = "";

/** Attributes that may hold numbers. */
export const attributes = (): string[] => [
  "href",
  "aria-label",
  "title",
  "alt",
  ...(HAS.attributes ? site.attributes : []),
];

const planOf = (number: string) =>
  (site.plans[number] || (HAS.guessPlans ? guessPlan(number) : undefined)) as NumberPlan;

/** Changes a node in place: only `nodeValue` is ever written, no node is added, removed or replaced. */
function write(node: Node, text: string): number {
  const value = node.nodeValue as string;
  if (text === value) return 0;
  let record = written.get(node);
  if (!record) {
    record = { original: "", text: "", times: 0, at: 0 };
    written.set(node, record);
    touched.push(new WeakRef(node));
  }
  const at = Date.now();
  // Only the old text written back is a fight; a new one is the page's own business.
  record.times = value === record.original && at - record.at < 99 ? record.times + 1 : 0;
  record.at = at;
  if (record.times > MAX_FIGHTS) return 0;
  // Only our own writing hides an original; anything else there is the page's new text.
  if (value !== record.text) record.original = value;
  node.nodeValue = record.text = text;
  return 1;
}

/** Swaps in text that the visitor reads as one: nodes, with nothing where an element begins or ends. */
function swapRun(run: (Node | undefined)[]): number {
  const text = run.map((node) => (node ? node.nodeValue : EDGE)).join("");
  const chars = text.split("");
  for (const recogniser of active)
    for (const { 0: raw, index = 0 } of recognise(text, recogniser))
      chars.splice(index, raw.length, ...project(raw, recogniser, planOf(recogniser.tracked)));
  let changed = 0;
  for (const node of run)
    if (node) changed += write(node, chars.splice(0, (node.nodeValue as string).length).join(""));
    else chars.shift();
  return changed;
}

const isSkipped = (element: HTMLElement) => !!element.closest(SKIPPED) || element.isContentEditable;

/** Swaps in a block: each run of text between its blocks, across inline elements and comments. */
function swapBlock(block: Node): number {
  let changed = 0;
  let run: (Node | undefined)[] = [];
  const end = () => {
    changed += swapRun(run);
    run = [];
  };
  const walk = (parent: Node) => {
    for (const node of parent.childNodes)
      if (node.nodeType === 3) run.push(node);
      else if (INLINE.test(node.nodeName) && !isSkipped(node as HTMLElement)) {
        run.push(undefined);
        walk(node);
        run.push(undefined);
      } else if (node.nodeType === 1) end();
  };
  // A fragment or a shadow root is a block as well.
  if (block.nodeType !== 1 || !isSkipped(block as HTMLElement)) {
    walk(block);
    end();
  }
  return changed;
}

function swapAttribute(attribute: Attr): number {
  const { ownerElement, name, value } = attribute;
  if (ownerElement?.closest("[data-mgt-noswap]") || (ownerElement as HTMLElement | null)?.isContentEditable)
    return 0;
  if (name !== "href") return swapRun([attribute]);
  const found = active.find(({ link }) => link.test(value));
  return found ? write(attribute, value.replace(found.link, `$1${found.tracked}`)) : 0;
}

/** Replaces these numbers from now on; exactly restores what was written before. */
export function assign(swaps: readonly Swap[]): void {
  active = swaps.map((swap) => createRecogniser(swap, planOf(swap.number)));
  // The native filter: only nodes that hold the last two digits of a number ever reach this script.
  const tails = swaps.map(({ number }) => `contains(.,"${number.slice(-2)}")`).join(" or ");
  query = [".//text()", ...attributes().map((name) => `descendant-or-self::*/@${name}`)]
    .map((path) => `${path}[${tails}]`)
    .join("|");
  for (const ref of touched) {
    const node = ref.deref();
    const record = node && written.get(node);
    if (record) {
      if (node.nodeValue === record.text) node.nodeValue = record.original;
      written.delete(node);
    }
  }
  touched = [];
}

/** Swaps under a node, or in a text or attribute node. @returns how many nodes changed */
export function swapUnder(root: Node): number {
  let changed = 0;
  const blocks = new Set<Node>();
  const visit = (node: Node) => {
    if (node.nodeType === 2) changed += swapAttribute(node as Attr);
    else {
      let block = node.parentNode;
      while (block?.parentNode && INLINE.test(block.nodeName)) block = block.parentNode;
      if (block) blocks.add(block);
    }
  };
  if (active[0])
    if (root.nodeType === 2 || root.nodeType === 3) visit(root);
    // XPath does not start from a fragment or a shadow root.
    else if (root.nodeType === 11) for (const child of root.childNodes) changed += swapUnder(child);
    else {
      const found = document.evaluate(query, root, null, 6);
      for (let at = 0; at < found.snapshotLength; ) visit(found.snapshotItem(at++) as Node);
    }
  // One strange element must not keep the others from being swapped.
  for (const block of blocks) changed += callSafely(swapBlock, block) || 0;
  return changed;
}

/** The number to show for an owner's number. */
export const shownFor = (number: string): string =>
  active.find((recogniser) => recogniser.number === number)?.tracked || number;

/** The site's number that a link dials, tracked or real. */
export const dialledIn = (href: string): Recogniser | undefined =>
  active.find(({ link, tracked }) => href.includes(tracked) || link.test(href));
