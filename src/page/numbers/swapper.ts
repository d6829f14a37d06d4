import type { Swap } from "../../vocabulary/events.ts";
import type { NumberPlan } from "../../vocabulary/site.ts";
import { callSafely, report } from "../callSafely.ts";
import { site } from "../site.ts";
import { guessPlan } from "./guessPlan.ts";
import { isInline, isInRun, isUnseen } from "./inline.ts";
import type { Part } from "./pieces.ts";
import { project } from "./project.ts";
import { createRecogniser, EDGE, plain, type Recogniser, recognise, withZero, ZEROS } from "./recognise.ts";
import { dialledIn as dialled, relink } from "./relink.ts";
import { swapImage } from "./swapImage.ts";
import { isWritten, originalOf, restoreAll, write } from "./written.ts";

const FORCED = "data-mgt-swap";
/** An attribute, not `isContentEditable`: that one makes the browser work out the page's styles. */
const EXCLUDED = '[data-mgt-noswap],[contenteditable]:not([contenteditable="false" i])';
const UNREAD = `noscript,textarea,${EXCLUDED}`;
/** No number has fewer digits. */
const SHORTEST = 5;

/** What is shown for owner's numbers, and the way back for all that was shown on this page. */
let active: Recogniser[] = [];
let reverse: Recogniser[] = [];
/** Whether anything of the above may stand in a text. */
let candidate: RegExp;
let candidates: RegExp;
/** Natively find the elements with an attribute that may hold a number: an owner's, or a tracked one too. */
let selector = "";
let laterSelector = "";
/**
 * What is looked at came after the page was loaded: a tracked number in it is a copy of what was shown
 * (a clone, a text put together by the page's own script), and its original is the owner's number.
 */
let isLater = false;
/** What is looked at is in an element that names its number. */
let isForced = false;
/** Elements that name their number and held another. */
let strangers = new WeakSet<Element>();
let skipped = `${UNREAD},[${FORCED}]`;

/** Attributes that may hold numbers. */
export const attributes = (): string[] => [
  "href",
  "aria-label",
  "title",
  "alt",
  "value",
  ...(HAS.images ? ["src", "srcset"] : []),
  ...(HAS.attributes ? site.attributes : []),
];

/** The plan of one of two numbers; the other's stands for it where they are alike. */
const planOf = (number: string, alike: string): NumberPlan =>
  (site.plans[number] || (HAS.guessPlans ? guessPlan(number) : site.plans[alike])) as NumberPlan;

/** Writes other numbers in a text that is cut in parts, each character in the part where it stood. */
function rewrite(parts: string[], recognisers: Recogniser[]): string[] {
  const raw = parts.join("");
  const text = plain(raw);
  const chars = raw.split("");
  for (const recogniser of recognisers)
    for (const [start, length, fits] of recognise(text, recogniser)) {
      const { number, tracked, isAny, plan } = recogniser;
      const found = raw.slice(start, start + length);
      const other = isAny ? plan : planOf(tracked, number);
      chars.splice(start, length, ...project(found, recogniser, other, fits));
    }
  return parts.map(({ length }) => chars.splice(0, length).join(""));
}

/** Swaps in text that the visitor reads as one: nodes, with nothing where an element begins or ends. */
function swapRun(run: (Node | undefined)[]): number {
  let changed = 0;
  const parts = run.map((node) => (node ? originalOf(node) : EDGE));
  // A number of which the page rewrote a part is none any more: the other part gets its original back.
  if (run.some((node) => node && isWritten(node)) || candidate.test(plain(parts.join("")))) {
    const before = isLater ? rewrite(parts, reverse) : parts;
    const after = rewrite(before, active);
    for (const [at, node] of run.entries())
      if (node) changed += write(node, before[at] as string, after[at] as string);
  }
  return changed;
}

/**
 * Swaps in each run of text that stands directly in a block, across inline elements and comments.
 *
 * @param from the first of its nodes to look at
 * @param to the first not to
 */
function swapRuns(block: Node, from: Node | null = block.firstChild, to: Node | null = null): number {
  let changed = 0;
  let run: (Text | undefined)[] = [];
  let length = 0;
  const edge = () => {
    if (run.at(-1)) run.push(undefined);
  };
  const end = () => {
    // Most text between two blocks is an indentation.
    if (length >= SHORTEST) changed += swapRun(run);
    run = [];
    length = 0;
  };
  const walk = (first: Node | null) => {
    for (let node = first; node && node !== to; node = node.nextSibling)
      if (node.nodeType === 3) {
        run.push(node as Text);
        length += (node as Text).length;
      } else if (!isInRun(node) || (isInline(node) && (node as Element).matches(skipped))) end();
      else if (isInline(node)) {
        edge();
        walk(node.firstChild);
        edge();
      }
  };
  walk(from);
  end();
  return changed;
}

/** How many numbers a text may hold. */
const countIn = (text: string): number =>
  candidate.test(text) ? (text.match(candidates) as string[]).length : 0;

/**
 * Swaps in all blocks of an element. Going down only where there is a number, and through the nodes only
 * of a block that holds one itself, it touches a small part of the page.
 *
 * @param count how many numbers it may hold
 */
function swapBlocks(parent: ParentNode & Node, count: number): number {
  let changed = 0;
  let inside = 0;
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling)
    try {
      // The body's text is the page's: to copy it only in order to know that would be a waste.
      const own =
        child.localName === "body" ? Number.POSITIVE_INFINITY : countIn(plain(child.textContent as string));
      if (!own) continue;
      const isPart = isInline(child);
      if (!isPart) inside += own;
      if (!child.matches(skipped) && !isUnseen(child)) changed += swapBlocks(child, isPart ? 0 : own);
    } catch (error) {
      // One strange element must not keep the others from being swapped.
      report(error);
    }
  return changed + (inside < count ? swapRuns(parent) : 0);
}

/** A field that the visitor has changed or is about to. */
const isEdited = (field: HTMLInputElement) =>
  field.matches(":not(input),:focus,[type=hidden i],[type=password i],[type=checkbox i],[type=radio i]") ||
  field.value !== field.defaultValue;

function swapAttribute(attribute: Attr): number {
  const { name } = attribute;
  const element = attribute.ownerElement as HTMLInputElement;
  // Taken away by the page, it may be put back.
  if (!element) return 0;
  const isExcluded = () => !isForced && element.closest(EXCLUDED);
  if (HAS.images && /^src/.test(name)) return isExcluded() ? 0 : swapImage(element, shownFor);
  const original = originalOf(attribute);
  if (name !== "href")
    return !candidate.test(plain(original)) || isExcluded() || (name === "value" && isEdited(element))
      ? 0
      : swapRun([attribute]);
  const before = isLater ? relink(original, reverse) : original;
  const after = relink(before, active);
  return (original === after && before === after) || isExcluded() ? 0 : write(attribute, before, after);
}

function swapAttributes(element: Element): number {
  let changed = 0;
  for (const name of attributes()) {
    const attribute = element.getAttributeNode(name);
    if (attribute) changed += swapAttribute(attribute);
  }
  return changed;
}

/** Shows its number in an element that names one, whatever it held. */
function swapForced(element: Element): number {
  const kept = [active, reverse, candidate, candidates, skipped] as const;
  const own = site.numbers.find(({ id }) => id === element.getAttribute(FORCED));
  const swap = active.find(({ number }) => number === own?.number);
  if (!swap) return 0;
  let changed = 0;
  // Where its own number stands, the others beside it mean something else.
  const heldBy = (holder: Element) => countIn(plain(holder.textContent as string));
  let held = heldBy(element);
  for (const inner of element.querySelectorAll(`[data-mgt-noswap],[${FORCED}]`)) held -= heldBy(inner);
  if (held <= 0) strangers.add(element);
  if (strangers.has(element)) {
    active = [createRecogniser({ ...swap, number: swap.tracked }, planOf(swap.tracked, swap.number), true)];
    reverse = [];
    candidate = /\d/;
    candidates = /\d/g;
  } else active = [swap];
  skipped = `[data-mgt-noswap],[${FORCED}]`;
  isForced = true;
  try {
    for (const inner of [element, ...element.querySelectorAll("*")]) {
      const excluded = inner.closest("[data-mgt-noswap]");
      if (inner.closest(`[${FORCED}]`) === element && (excluded === element || !element.contains(excluded)))
        changed += swapAttributes(inner);
    }
    changed += swapBlocks(element, Number.POSITIVE_INFINITY);
  } catch (error) {
    report(error);
  }
  isForced = false;
  [active, reverse, candidate, candidates, skipped] = kept;
  return changed;
}

function selectorOf(recognisers: Recogniser[]): string {
  // Digits of other scripts only where they are to be expected: each selector costs each page.
  const scripts = /^(ar|ckb|fa|ja|ko|ps|ur|zh)/i.test(document.documentElement.lang) ? ZEROS : [48];
  const tails = recognisers.flatMap(({ number }) => scripts.map((zero) => withZero(number.slice(-2), zero)));
  return [...new Set(tails)]
    .flatMap((tail) =>
      attributes().map((name) =>
        name === "href"
          ? // A page's other links are many.
            `[href*="${tail}"]:not([href^="/"],[href^=http])`
          : `${name === "value" ? "input" : ""}[${CSS.escape(name)}*="${tail}"]`,
      ),
    )
    .concat(`[${FORCED}]`, HAS.images ? "img,source" : [])
    .join();
}

/**
 * Replaces these numbers from now on; exactly restores what was written before.
 *
 * @returns what was restored
 */
export function assign(swaps: readonly Swap[]): Node[] {
  const restored = restoreAll();
  active = swaps.map((swap) => createRecogniser(swap, planOf(swap.number, swap.tracked)));
  strangers = new WeakSet();
  const back = swaps.map(({ number, tracked }) =>
    createRecogniser({ number: tracked, tracked: number }, planOf(tracked, number)),
  );
  // The newest first; what is an owner's number itself is no copy.
  reverse = [...back, ...reverse].filter(
    ({ number }, at, all) =>
      at === all.findIndex((other) => other.number === number) &&
      !active.some((other) => other.number === number),
  );
  const both = [...active, ...reverse];
  candidate = new RegExp(both.map(({ rough }) => rough.source).join("|"));
  // At its third use a pattern is machine code: the first long text is not the one to learn on.
  candidates = new RegExp(candidate, "g");
  for (const { number } of active) countIn(`${number.repeat(3)} ${number.slice(3)}`);
  selector = selectorOf(active);
  laterSelector = selectorOf(both);
  return restored;
}

/** Whether a tracked number is shown, or was on this page and may come back in a copy. */
export const isNeeded = (): boolean => !!reverse[0];

/**
 * Swaps under a node, or in a text or attribute node.
 *
 * @param isNew it came after the page was loaded
 * @returns how many nodes changed
 */
export function swapUnder(root: Node, isNew = false, part: Part = "all"): number {
  if (!active[0] && !isNew) return 0;
  // Old editors are frames in which everything can be edited.
  if ((root.ownerDocument || (root as Document)).designMode === "on") return 0;
  isLater = isNew;
  const owner = (root as Attr).ownerElement || (root.nodeType === 3 && root.parentElement) || root;
  const forced = (owner as Partial<Element>).closest?.(`[${FORCED}]`);
  if (forced) return swapForced(forced);
  if (root.nodeType === 2) return swapAttribute(root as Attr);
  // A document has no text of its own.
  const top = (root as Document).documentElement || (root as Element);
  let changed = 0;
  if (top.nodeType === 1) changed += swapAttributes(top);
  const isDeep = part !== "own";
  if (isDeep && top.querySelectorAll)
    for (const element of top.querySelectorAll(isNew ? laterSelector : selector))
      if (element.matches(`[${FORCED}]`)) changed += swapForced(element);
      else if (!element.closest(`[${FORCED}]`)) changed += swapAttributes(element);
  let block: Node = top;
  let from: Node = top;
  while (block.parentNode && (block.nodeType === 3 || isInline(block))) {
    from = block;
    block = block.parentNode;
  }
  if ((owner as Partial<Element>).closest?.(UNREAD) || isUnseen(block)) return changed;
  if (isDeep && top.firstElementChild)
    changed += callSafely(swapBlocks, top, block === top ? Number.POSITIVE_INFINITY : 0) || 0;
  if (block !== top) {
    if (part === "inside") return changed;
    // Only the run of text that it is a part of: its siblings may be many.
    let to: Node | null = from;
    while (to && isInRun(to)) to = to.nextSibling;
    while (from.previousSibling && isInRun(from.previousSibling)) from = from.previousSibling;
    changed += callSafely(swapRuns, block, from, to) || 0;
  } else if (!isDeep || !top.firstElementChild) changed += callSafely(swapRuns, block) || 0;
  return changed;
}

/** The number to show for an owner's number. */
export const shownFor = (number: string): string =>
  active.find((recogniser) => recogniser.number === number)?.tracked || number;

/** The site's number that a link dials, tracked or real. */
export function dialledIn(href: string): Swap | undefined {
  const found = dialled(href, [...active, ...reverse]);
  return active.find(({ number }) => number === found?.number || number === found?.tracked);
}
