import { plain } from "./text/notation.ts";

/** What a text or an attribute held before its number was swapped. */
interface Original {
  original: string;
  /** What was written in its place. As long as it stands there, the original counts. */
  text: string;
  /** All of a number that was written in one of them, since its digits did not fit: they count together, or not at all. */
  group?: readonly Node[] | undefined;
  /** How often in a row somebody else has written there at once. */
  times: number;
  /** When it was written here last, milliseconds since the epoch. */
  at: number;
}

/** So often in a row somebody writes another text at once before the place is left alone. */
const MAX_FIGHTS = 50;
/** Written again within this time it is a fight. */
const FIGHT_MS = 99;

/**
 * By the text or the element, then by the attribute's name: an attribute that is taken away and set again is another
 * node, which WebKit may also collect while its element lives (tried by hand: `docs/limits.md`).
 */
const originals = new WeakMap<Node, Record<string, Original>>();
const written = new Set<WeakRef<Node>>();

/** Of a text, or an attribute. */
const keyOf = (place: Node): [holder: Node, name: string] => [
  (place as Attr).ownerElement || place,
  place.nodeName,
];

/** What a place holds now; a string is itself. */
export const textOf = (place: Node | string): string =>
  typeof place === "string" ? place : (place.nodeValue as string);

/** What was written in a place, by whomever it was changed since; of a string nothing. */
export function writtenIn(place: Node | string): Original | undefined {
  const [holder, name] = keyOf(place as Node);
  return originals.get(holder)?.[name];
}

/**
 * What a place held before it was swapped, and what was appended to it; what else the page has written since is its
 * own.
 */
export function originalOf(place: Node | string): string {
  const value = textOf(place);
  const { original, text } = writtenIn(place) || {};
  if (text === undefined || !value.startsWith(text)) return value;
  const rest = value.slice(text.length);
  // With digits in it, or behind nothing, it could be a part of what was shown.
  return rest && (!text || /\d/.test(plain(rest))) ? value : original + rest;
}

/** Somebody else writes there again and again: it is left to him. */
export function isLost(place: Node | string): boolean {
  const { times = 0, at = 0 } = writtenIn(place) || {};
  return times >= MAX_FIGHTS && Date.now() - at < FIGHT_MS;
}

/**
 * Changes a place: only `nodeValue` is ever written, no node is added, removed or replaced.
 *
 * @param before what it holds by itself
 * @returns 1 if it changed
 */
export function write(place: Node, before: string, after: string, group?: readonly Node[]): number {
  const value = place.nodeValue as string;
  const [holder, name] = keyOf(place);
  let known = writtenIn(place);
  if (before === after) {
    // Of a place that was left to somebody else it is remembered for a while.
    if (known && isLost(place)) Object.assign(known, { original: before, text: before });
    else if (known) delete originals.get(holder)?.[name];
  } else {
    if (!known) {
      const all = originals.get(holder) || {};
      if (!originals.has(holder)) {
        originals.set(holder, all);
        written.add(new WeakRef(holder));
      }
      known = all[name] = { original: "", text: "", times: 0, at: 0 };
    }
    if (value !== after) {
      const at = Date.now();
      known.times = at - known.at < FIGHT_MS ? known.times + 1 : 0;
      known.at = at;
      if (known.times > MAX_FIGHTS) return 0;
    }
    known.original = before;
    known.group = group;
    known.text = after;
  }
  if (value === after) return 0;
  place.nodeValue = after;
  return 1;
}

/** Texts and elements in which something was written, wherever they are now. */
export function writtenNodes(): Node[] {
  const nodes: Node[] = [];
  for (const ref of written) {
    const node = ref.deref();
    if (node) nodes.push(node);
    else written.delete(ref);
  }
  return nodes;
}
