import { ELEMENT, isBordered, isInline, TEXT } from "../../numbers/places/nodes.ts";
import { BEGIN, BORDER, END } from "../../numbers/text/notation.ts";

/** A text, or the edge of an element. */
export type Part = Node | string;

/** What neither the script reads nor a visitor sees, but for structured data, which search engines show. */
const SILENT = "style,template,script:not([type*='ld+json']),mgt-debug,[data-mgt-debug]";

/**
 * Every run of text under a node, those too that the script leaves out: as `scanUnder` reads them, and what is
 * excluded is a run of its own.
 *
 * @param mayHold whether a number may stand in a text: only there it is gone down
 */
export function runsOf(root: Node, mayHold: (text: string) => boolean): Part[][] {
  const runs: Part[][] = [];
  let run: Part[] = [];
  const end = () => {
    if (run.some((part) => typeof part !== "string")) runs.push(run);
    run = [];
  };
  const gather = (node: Node): void => {
    if (node.nodeType === TEXT) run.push(node);
    else if (node.nodeType === ELEMENT && !(node as Element).matches(SILENT)) {
      const isWithin = isInline(node);
      if (!isWithin) end();
      if (isWithin || mayHold(node.textContent as string)) {
        const edges = isBordered(node) ? [BORDER, BORDER] : [BEGIN, END];
        if (isWithin) run.push(edges[0] as string);
        node.childNodes.forEach(gather);
        if (isWithin) run.push(edges[1] as string);
      }
      if (!isWithin) end();
    }
  };
  root.childNodes.forEach(gather);
  end();
  return runs;
}
