import type { NumberPlan, PageSite } from "../../vocabulary/site.ts";
import { site } from "../site.ts";
import { guessPlan } from "./guessPlan.ts";
import { project } from "./project.ts";
import { createRecogniser, type Recogniser, recognise } from "./recognise.ts";

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
  /^(a|abbr|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strong|su[bp]|time|tt|u|var|wbr)$/i;
const SKIPPED = "script,style,noscript,textarea,[data-mgt-noswap]";
/** So often in a row somebody writes the old number back at once before the node is left alone. */
const MAX_FIGHTS = 50;

const written = new WeakMap<Node, Written>();
let touched: WeakRef<Node>[] = [];
let shown: ReadonlyMap<string, string> = new Map();
let active: Recogniser[] = [];
let query = "";

const planOf = (number: string) => site.plans[number] || (HAS.guessPlans ? guessPlan(number) : undefined);

export const recogniserOf = (number: string) => createRecogniser(number, planOf(number) as NumberPlan);

/** Attributes that may hold numbers. */
export const attributesOf = ({ attributes }: PageSite): string[] => [
  "href",
  "aria-label",
  "title",
  "alt",
  ...attributes,
];

/** Changes a node in place: only `nodeValue` is ever written, no node is added, removed or replaced. */
function write(node: Node, text: string): number {
  const value = node.nodeValue as string;
  if (text === value) return 0;
  const at = performance.now();
  let record = written.get(node);
  if (!record) {
    record = { original: value, text: value, times: 0, at: 0 };
    written.set(node, record);
    touched.push(new WeakRef(node));
  }
  record.times = at - record.at < 99 ? record.times + 1 : 0;
  if (record.times > MAX_FIGHTS) return 0;
  record.at = at;
  // Only our own writing hides an original; anything else there is the page's new text.
  if (value !== record.text) record.original = value;
  node.nodeValue = record.text = text;
  return 1;
}

/** Swaps in text that the visitor reads as one, be it one node or several. @returns nodes changed */
function swapRun(run: (Text | Attr)[]): number {
  const text = run.map((node) => node.nodeValue).join("");
  const chars = text.split("");
  for (const recogniser of active)
    for (const { 0: raw, index = 0 } of recognise(text, recogniser)) {
      const tracked = shown.get(recogniser.number) as string;
      chars.splice(index, raw.length, ...project(raw, recogniser, tracked, planOf(tracked)));
    }
  let changed = 0;
  let at = 0;
  for (const node of run) {
    const from = at;
    at += (node.nodeValue as string).length;
    changed += write(node, chars.slice(from, at).join(""));
  }
  return changed;
}

/** Swaps in a block: each run of text between its blocks, across inline elements and comments. */
function swapBlock(block: Element): number {
  let changed = 0;
  let run: Text[] = [];
  const end = () => {
    if (run[0]) changed += swapRun(run);
    run = [];
  };
  const walk = (parent: Node) => {
    for (const node of parent.childNodes)
      if (node.nodeType === 3) run.push(node as Text);
      else if (INLINE.test(node.nodeName) && !(node as Element).matches(SKIPPED)) walk(node);
      else if (node.nodeType === 1) end();
  };
  if (!block.closest(SKIPPED) && !(block as HTMLElement).isContentEditable) walk(block);
  end();
  return changed;
}

const DIAL = /^((?:tel|sms|callto):\/*)([^;?,]+)/i;

/** The one of these numbers that a link dials. */
export function dialled(href: string, among: readonly Recogniser[]): Recogniser | undefined {
  const digits = (DIAL.exec(href)?.[2] || "").replace(/%20|[^+\d]/g, "").replace(/^00/, "+");
  return among.find(
    ({ number, plan: { code, trunk }, significant }) =>
      digits === number ||
      digits === trunk + significant ||
      digits === `+${code}${trunk}${significant}` ||
      // Some pages forget the plus sign.
      `+${digits}` === number,
  );
}

function swapAttribute(attribute: Attr): number {
  const { ownerElement, name, value } = attribute;
  if (ownerElement?.closest("[data-mgt-noswap]")) return 0;
  if (name !== "href") return swapRun([attribute]);
  const link = dialled(value, active);
  return link ? write(attribute, value.replace(DIAL, `$1${shown.get(link.number)}`)) : 0;
}

/** Replaces these numbers from now on, E.164 → E.164; exactly restores what was written before. */
export function assign(next: ReadonlyMap<string, string>): void {
  shown = next;
  active = [...next.keys()].map(recogniserOf);
  // The native filter: only nodes that hold the last two digits of a number ever reach this script.
  const tails = active.map(({ number }) => `contains(.,"${number.slice(-2)}")`).join(" or ");
  query = [".//text()", ...attributesOf(site).map((name) => `descendant-or-self::*/@${name}`)]
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
  if (!active[0]) return 0;
  const blocks = new Set<Element>();
  const visit = (node: Node) => {
    if (node.nodeType === 2) changed += swapAttribute(node as Attr);
    else {
      let block = node.parentElement;
      while (block && INLINE.test(block.nodeName)) block = block.parentElement;
      if (block) blocks.add(block);
    }
  };
  if (root.nodeType & 2) visit(root);
  else {
    const found = document.evaluate(query, root, null, 6);
    for (let at = 0; at < found.snapshotLength; ) visit(found.snapshotItem(at++) as Node);
  }
  for (const block of blocks) changed += swapBlock(block);
  return changed;
}
