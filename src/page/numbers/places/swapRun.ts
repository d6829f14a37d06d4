import { originalOf, textOf, write, writtenIn } from "../originals.ts";
import { NODE } from "../text/notation.ts";
import { ownerIn } from "../text/relink.ts";
import { nodesOf, type Reading, restoreIn, rewriteIn, showIn } from "../text/rewrite.ts";

/** A text or an attribute; a string marks the edge of an element. */
export type Part = Node | string;

/** The link in which a text stands. */
export const linkOf = (node: Node): Element | null | undefined => node.parentElement?.closest("a");

/** Where a link leads. */
const addressOf = (link: Element | null | undefined): string =>
  link?.getAttribute("href") || link?.getAttribute("xlink:href") || "";

/**
 * Swaps in one run: from what its texts held, as long as no part of a number that was written has changed, else from
 * the text as it stands. So a number is never half of one and half of another, whatever the page does.
 *
 * @returns the texts that changed
 */
export function swapRun(run: readonly Part[], reading: Reading): Node[] {
  const { lexicon } = reading;
  const values = run.map(textOf);
  const text = values.join(NODE);
  if (!reading.isAny && !lexicon.rough.test(text) && !run.some(writtenIn)) return [];
  const held = run.map(originalOf);
  const isAsWritten = run.map((part, at) => typeof part === "string" || held[at] !== values[at]);
  let hasTracked = false;
  rewriteIn(text, lexicon.tracked, (_, start, raw) => {
    hasTracked = true;
    const nodes = nodesOf(text, start, raw);
    // One of them is a copy, or was changed: together they are what is shown, apart they are nothing.
    if (!nodes.every((at) => isAsWritten[at])) for (const at of nodes) held[at] = values[at] as string;
    return false;
  });
  const start = held.join(NODE);
  const before = hasTracked
    ? restoreIn(start, lexicon, (_, at, raw) =>
        nodesOf(start, at, raw).some((node) => writtenIn(run[node] as Part)),
      )
    : start;
  const after = showIn(before, reading, (_, start, raw) => {
    const [first] = nodesOf(before, start, raw);
    return !!ownerIn(addressOf(linkOf(run[first as number] as Node)), lexicon);
  });
  const [own, shown] = [before, after].map((side) => side.split(NODE)) as [string[], string[]];
  return run.filter(
    (part, at) =>
      // A page's text that holds such a mark itself is left alone.
      !own[run.length] && typeof part !== "string" && write(part, own[at] as string, shown[at] as string),
  ) as Node[];
}
