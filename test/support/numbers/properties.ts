/// <reference path="../../../src/page/ground/globals.d.ts" />
import * as fc from "fast-check";
import { configure } from "../../../src/page/ground/site.ts";
import { tally, writtenNodes } from "../../../src/page/numbers/originals.ts";
import { scanUnder } from "../../../src/page/numbers/places/scanUnder.ts";
import { lookFor } from "../../../src/page/numbers/text/lexicon.ts";
import type { Swap } from "../../../src/vocabulary/events.ts";
import type { PageSite } from "../../../src/vocabulary/site.ts";
import { negativesOf } from "../notations/countries.ts";
import { clearLine, foreignLine, type Line, SITE, wildLine } from "./lines.ts";
import { haveSameNodes, Page, shownOf, valuesOf } from "./Page.ts";

/** The owner's number by each tracked one that was shown. */
const former = new Map<string, string>();

/** Restores what was shown; from now on these numbers are. */
function assign(swaps: readonly Swap[]): void {
  lookFor([], former);
  const done = new Set<Node>();
  for (const node of writtenNodes()) scanUnder(node, done);
  for (const { number, tracked } of swaps) former.set(tracked, number);
  lookFor(swaps, former);
}

/** @returns how many nodes changed */
function swapUnder(root: Node): number {
  const before = tally.changes;
  scanUnder(root, new Set());
  return tally.changes - before;
}

const A: readonly Swap[] = SITE.map(({ number, tracked }) => ({ number, tracked }));
/** Other tracked numbers of the same lengths; the first owner's number has none any more. */
const B: readonly Swap[] = A.slice(1).map(({ number, tracked }) => ({
  number,
  tracked: tracked.slice(0, -1) + ((Number(tracked.at(-1)) + 3) % 10),
}));

function same(found: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: ${left}, expected ${right}`);
}

/** A property of pages: each run builds one, and leaves nothing behind. */
function ofPages<T>(lines: fc.Arbitrary<Line>, extra: fc.Arbitrary<T>, hold: (page: Page, extra: T) => void) {
  return fc.property(fc.array(lines, { minLength: 1, maxLength: 5 }), extra, (lines, extra) => {
    const page = new Page(lines);
    try {
      hold(page, extra);
    } finally {
      assign([]);
      page.root.remove();
    }
  });
}

const nothing = fc.constant(undefined);
const anyLine = fc.oneof(clearLine, wildLine);

/** What the page itself does between a swap and the next assignment. */
interface Edit {
  /** Which text node, as a share of them. */
  at: number;
  act: "write" | "writeNumber" | "remove" | "add" | "move";
}
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    act: fc.constantFrom("write", "writeNumber", "remove", "add", "move"),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Texts that no number is in, and that make none with what stands beside them. */
const ITS_TEXT = " – edited – ";
const ITS_NUMBER = ` – ${SITE[0]?.number} – `;

function edit(page: Page, { at, act }: Edit): Text | undefined {
  const nodes = page.textNodes();
  const node = nodes[Math.floor(at * nodes.length)];
  if (!node) return undefined;
  if (act === "write") node.data = ITS_TEXT;
  else if (act === "writeNumber") node.data = ITS_NUMBER;
  else if (act === "remove") node.remove();
  else if (act === "add") node.after(ITS_TEXT);
  else page.root.prepend(node);
  return node;
}

const PROPERTIES = {
  "every number of a clear text changes, in place": ofPages(clearLine, nothing, (page) => {
    const before = page.held();
    assign(A);
    const changed = swapUnder(page.root);
    const after = page.held();
    same(
      page.texts(),
      page.blocks.map(({ line }) => Array(1 + line.attributes.length).fill(shownOf(line.parts))),
      "what is shown",
    );
    same(haveSameNodes(before, after), true, "the same nodes in the same places");
    const written = after.filter(({ value }, at) => value !== before[at]?.value).length;
    same(changed, written, "places changed, as returned");
  }),

  "swapping twice is swapping once": ofPages(anyLine, nothing, (page) => {
    assign(A);
    swapUnder(page.root);
    const once = valuesOf(page.held());
    same(swapUnder(page.root), 0, "places changed the second time");
    same(valuesOf(page.held()), once, "what is shown");
  }),

  "restoring brings every original back": ofPages(anyLine, nothing, (page) => {
    const before = page.held();
    assign(A);
    swapUnder(page.root);
    assign([]);
    const after = page.held();
    same(valuesOf(after), valuesOf(before), "originals");
    same(haveSameNodes(before, after), true, "the same nodes in the same places");
  }),

  "only digits of a number change": ofPages(anyLine, nothing, (page) => {
    assign(A);
    swapUnder(page.root);
    page.texts().forEach((texts, at) => {
      const parts = page.blocks[at]?.line.parts ?? [];
      for (const text of texts) {
        let start = 0;
        for (const { written, shown } of parts) {
          const now = text.slice(start, start + written.length);
          start += written.length;
          if (shown === undefined) same(now, written, "text beside numbers");
          else if (now !== written) same(now, shown, "a number");
        }
        same(text.length, start, "length of the text");
      }
    });
  }),

  "the page's own edits survive, originals elsewhere come back": ofPages(anyLine, edits, (page, edits) => {
    const originals = new Map(page.held().map(({ node, value }) => [node, value]));
    assign(A);
    swapUnder(page.root);
    for (const each of edits) {
      const node = edit(page, each);
      if (node && each.act.startsWith("write")) originals.set(node, node.data);
    }
    // What it added is its own.
    for (const { node, value } of page.held()) if (!originals.has(node)) originals.set(node, value);
    const before = page.held();
    assign([]);
    const after = page.held();
    same(haveSameNodes(before, after), true, "the same nodes in the same places");
    same(
      valuesOf(after),
      after.map(({ node }) => originals.get(node) ?? null),
      "originals and edits",
    );
  }),

  "edits are swapped too, and restored as the page wrote them": ofPages(anyLine, edits, (page, edits) => {
    const originals = new Map(page.held().map(({ node, value }) => [node, value]));
    assign(A);
    swapUnder(page.root);
    for (const each of edits) {
      const node = edit(page, each);
      if (node && each.act.startsWith("write")) originals.set(node, node.data);
      for (const { node, value } of page.held()) if (!originals.has(node)) originals.set(node, value);
      swapUnder(page.root);
    }
    same(swapUnder(page.root), 0, "places changed the second time");
    assign([]);
    const after = page.held();
    same(
      valuesOf(after),
      after.map(({ node }) => originals.get(node) ?? null),
      "originals and edits",
    );
  }),

  "a new assignment shows what it would have shown first": ofPages(anyLine, nothing, (page) => {
    assign(B);
    swapUnder(page.root);
    const alone = valuesOf(page.held());
    assign([]);
    assign(A);
    swapUnder(page.root);
    assign(B);
    swapUnder(page.root);
    same(valuesOf(page.held()), alone, "the second assignment");
    assign(A);
    swapUnder(page.root);
    assign([]);
    assign(B);
    swapUnder(page.root);
    same(valuesOf(page.held()), alone, "the second assignment, after none");
  }),

  "a text without a number is never written": ofPages(
    foreignLine(SITE.flatMap(negativesOf)),
    nothing,
    (page) => {
      const observer = new MutationObserver(() => undefined);
      observer.observe(page.root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        characterDataOldValue: true,
        attributeOldValue: true,
      });
      assign(A);
      same(swapUnder(page.root), 0, "places changed");
      assign(B);
      same(swapUnder(page.root), 0, "places changed by another assignment");
      assign([]);
      const records = observer.takeRecords();
      observer.disconnect();
      same(
        records.map(({ oldValue }) => oldValue),
        [],
        "mutations",
      );
    },
  ),
};

export type PropertyName = keyof typeof PROPERTIES;
export const runner = {
  /** @returns a report of what does not hold, or `""` */
  run(site: PageSite, name: PropertyName, seed: number, numRuns: number): string {
    configure(site);
    const errors: unknown[][] = [];
    const { error } = console;
    console.error = (...args) => errors.push(args);
    try {
      const details = fc.check<unknown>(PROPERTIES[name] as fc.IProperty<unknown>, { seed, numRuns });
      if (errors.length > 0) return `console: ${errors.slice(0, 3).join("; ")}`;
      if (!details.failed) return "";
      return `${fc.defaultReportMessage(details)}\n${details.errorInstance}`;
    } finally {
      console.error = error;
    }
  },
  names: Object.keys(PROPERTIES) as PropertyName[],
};
export type Runner = typeof runner;

Object.assign(window, { runner });
