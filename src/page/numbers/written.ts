import { endsRun } from "./places/nodes.ts";

/** A text or attribute node that shows a tracked number. */
interface Written {
  original: string;
  text: string;
  /** Nothing followed it in its run while the page was read: the parser may have more of it. */
  isOpen: boolean;
  /** How often in a row somebody has written the old number back. */
  times: number;
  /** When it was written here last, milliseconds since the epoch. */
  at: number;
}

/** So often in a row somebody writes the old number back at once before the node is left alone. */
const MAX_FIGHTS = 50;
/** Written back within this time it is a fight. */
const FIGHT_MS = 99;

const written = new WeakMap<Node, Written>();
let touched: WeakRef<Node>[] = [];
/**
 * The latest node of each attribute: WebKit may collect it while its element lives (tried by hand: `docs/limits.md`).
 * An attribute that is taken away and set again has another one, and is still the same fight.
 */
const attributeNodes = new WeakMap<Element, Map<string, Node>>();

export const isWritten = (node: Node): boolean => written.has(node);

/** Whether a node shows just what was written here. */
export const isShown = (node: Node): boolean => written.get(node)?.text === node.nodeValue;

/** What a node attributeNodes before it was swapped; what the page has written since is its own. */
export function originalOf(node: Node): string {
  const record = written.get(node);
  return record?.text === node.nodeValue ? (record.original as string) : (node.nodeValue as string);
}

/**
 * The parser lengthens a text of which it had only the beginning: its original grows likewise. So does one that
 * the page's script lengthens, unless the rest could be what was shown of the same number elsewhere.
 */
export function grow(node: Node): void {
  const record = written.get(node);
  const value = node.nodeValue as string;
  if (!record || !value.startsWith(record.text)) return;
  const rest = value.slice(record.text.length);
  if (!record.isOpen && /\d/.test(rest)) return;
  record.original += rest;
  record.text = value;
}

/**
 * Changes a node in place: only `nodeValue` is ever written, no node is added, removed or replaced.
 *
 * @param before what it holds by itself
 * @returns 1 if it changed
 */
export function write(node: Node, before: string, after: string): number {
  const value = node.nodeValue as string;
  let record = written.get(node);
  if (before === after) written.delete(node);
  else {
    if (!record) {
      record = { original: "", text: "", isOpen: false, times: 0, at: 0 };
      const { ownerElement, name } = node as Attr;
      if (ownerElement) {
        const nodes = attributeNodes.get(ownerElement) || new Map<string, Node>();
        attributeNodes.set(ownerElement, nodes);
        record = { ...(written.get(nodes.get(name) as Node) || record) };
        nodes.set(name, node);
      }
      written.set(node, record);
      touched.push(new WeakRef(node));
    }
    if (value !== after) {
      const at = Date.now();
      // Only the old text written back is a fight; a new one is the page's own business.
      record.times = value === record.original && at - record.at < FIGHT_MS ? record.times + 1 : 0;
      record.at = at;
      if (record.times > MAX_FIGHTS) return 0;
    }
    record.original = before;
    record.text = after;
    record.isOpen = document.readyState === "loading" && endsRun(node);
  }
  if (value === after) return 0;
  node.nodeValue = after;
  return 1;
}

/** Nodes that show, or have shown, a tracked number. */
export const writtenNodes = (): Node[] =>
  touched.map((ref) => ref.deref()).filter((node) => node && isWritten(node)) as Node[];

/** Restores exactly what was written before. @returns the nodes that showed something else */
export function restoreAll(): Node[] {
  const restored = writtenNodes();
  for (const node of restored) write(node, originalOf(node), originalOf(node));
  touched = [];
  return restored;
}
