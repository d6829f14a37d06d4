import { isLost, originalOf, textOf, write, writtenIn } from "../originals.ts";
import { NODE, plain } from "../text/notation.ts";
import { ownerIn } from "../text/relink.ts";
import { createNodesOf, type Reading, restoreIn, rewriteIn, showIn } from "../text/rewrite.ts";

/** A text or an attribute; a string marks the edge of an element. */
export type Part = Node | string;

/** The link in which a text stands. */
export const linkOf = (node: Node): Element | null | undefined => node.parentElement?.closest("a");

/** Where a link leads. */
const addressOf = (link: Element | null | undefined): string =>
  link?.getAttribute("href") || link?.getAttribute("xlink:href") || "";

/** Links whose number shares its beginning with another, of which only the end is given: they are left alone. */
const leftLinks = new WeakSet<Element>();
export const isLeft = (link: Element): boolean => leftLinks.has(link);

/**
 * Swaps in one run: from what its texts held, as long as no part of a number that was written has changed, else from
 * the text as it stands. So a number is never half of one and half of another, whatever the page does.
 *
 * @param onLink told of each link that has to be looked at again: whether it is changed depends on what it shows
 * @returns how many texts changed
 */
export function swapRun(run: readonly Part[], reading: Reading, onLink?: (link: Element) => void): number {
  const { lexicon } = reading;
  const values = run.map(textOf);
  const text = values.join(NODE);
  if (!reading.isAny && !lexicon.rough.test(text) && !run.some(writtenIn)) return 0;
  const held = run.map(originalOf);
  const isAsWritten = run.map((part, at) => typeof part === "string" || held[at] !== values[at]);
  run.forEach((part, at) => {
    const { original = "", group } = writtenIn(part) || {};
    // Written in one of them: the others held the rest of its number. What stood between its digits may come back.
    if (
      isAsWritten[at] &&
      group?.some((node) => !isAsWritten[run.indexOf(node)]) &&
      (values[at] || /\d/.test(plain(original)))
    )
      held[at] = values[at] as string;
  });
  let hasTracked = false;
  let nodesOf = createNodesOf(text);
  rewriteIn(text, lexicon.tracked, (_, start, raw) => {
    hasTracked = true;
    const nodes = nodesOf(start, raw);
    // One of them is a copy, or was changed: together they are what is shown, apart they are nothing.
    if (!nodes.every((at) => isAsWritten[at])) for (const at of nodes) held[at] = values[at] as string;
    return false;
  });
  const linkAt = (at: number | undefined) => linkOf(run[at as number] as Node);
  /** It stands in a link that dials one of the site's numbers. */
  const isDialled = (at: number | undefined) => !!ownerIn(addressOf(linkAt(at)), lexicon);
  const start = held.join(NODE);
  nodesOf = createNodesOf(start);
  const before = hasTracked
    ? restoreIn(start, reading, (_, at, raw) => {
        const nodes = nodesOf(at, raw);
        return nodes.some((node) => writtenIn(run[node] as Part)) || isDialled(nodes[0]);
      })
    : start;
  const shared = new Set<Element | null | undefined>();
  nodesOf = createNodesOf(before);
  const after = showIn(
    before,
    reading,
    (_, at, raw) => isDialled(nodesOf(at, raw)[0]),
    (_, at, raw) => shared.add(linkAt(nodesOf(at, raw)[0])),
  );
  const own = before.split(NODE);
  // A page's text that holds such a mark itself is left alone.
  if (own[run.length]) return 0;
  const shown = run.some(isLost) ? own : after.split(NODE);
  const isMoved = shown.some((part, at) => !part && own[at]);
  const group = isMoved
    ? run.filter((part, at): part is Node => shown[at] !== own[at] && typeof part !== "string")
    : undefined;
  let changed = 0;
  run.forEach((part, at) => {
    if (typeof part === "string") return;
    const isChange = write(part, own[at] as string, shown[at] as string, group);
    changed += isChange;
    const link = onLink && linkOf(part);
    if (!link) return;
    const isShared = shared.has(link);
    if (isChange || isShared !== leftLinks.has(link)) onLink(link);
    if (isShared) leftLinks.add(link);
    else leftLinks.delete(link);
  });
  return changed;
}
