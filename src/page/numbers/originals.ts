/** What a text or an attribute held before its number was swapped. */
interface Original {
  original: string;
  /** What was written in its place. As long as it stands there, the original counts. */
  writtenText: string;
  /** All of a number that was written in one of them, since its digits did not fit: they count together, or not at all. */
  together?: readonly Node[] | undefined;
  /** How often in a row somebody else has written there at once. */
  fights: number;
  /** When it was written here last, milliseconds since the epoch. */
  fightAt: number;
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
/** Texts and elements in which something was written, wherever they are now. */
const written = new Set<WeakRef<Node>>();

/** How many places have been changed in all. */
export const tally = { changes: 0 };

const holderOf = (place: Node): Node => (place as Attr).ownerElement || place;

/** What was written in a place, by whomever it was changed since; of a string nothing. */
export const writtenIn = (place: Node | string): Original | undefined =>
  originals.get(holderOf(place as Node))?.[(place as Node).nodeName];

/** Whether it shows just what was written here. */
export const isAsWritten = (place: Node | string): boolean =>
  !!writtenIn(place) && writtenIn(place)?.writtenText === (place as Node).nodeValue;

/** What a place held before it was swapped; what the page has written since is its own. */
export const originalOf = (place: Node): string =>
  (isAsWritten(place) ? writtenIn(place)?.original : place.nodeValue) as string;

/** Somebody else writes there again and again: it is left to him, for good. */
export const isLost = (place: Node | string): boolean => (writtenIn(place)?.fights || 0) >= MAX_FIGHTS;

/**
 * Changes a place: only `nodeValue` is ever written, no node is added, removed or replaced.
 *
 * @param original what it holds by itself
 */
export function write(place: Node, original: string, text: string, together?: readonly Node[]): void {
  let known = writtenIn(place);
  if (!known) {
    if (original === text) return;
    const holder = holderOf(place);
    const all = originals.get(holder) || {};
    originals.set(holder, all);
    written.add(new WeakRef(holder));
    known = all[place.nodeName] = { original, writtenText: text, fights: 0, fightAt: 0 };
  }
  Object.assign(known, { original, writtenText: text, together });
  if (place.nodeValue === text) return;
  const at = Date.now();
  known.fights = at - known.fightAt < FIGHT_MS ? known.fights + 1 : 0;
  known.fightAt = at;
  if (known.fights > MAX_FIGHTS) return;
  place.nodeValue = text;
  tally.changes++;
}

/** Texts and elements in which something was written, wherever they are now. */
export const writtenNodes = (): Node[] =>
  [...written].flatMap((ref) => {
    const node = ref.deref();
    if (!node) written.delete(ref);
    return node || [];
  });
