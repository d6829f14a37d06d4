import type { SourceFile } from "./measures.ts";
import { childrenOf } from "./syntax.ts";

/** An expression as it is written in a source. */
export interface Literal {
  /** `src/file.ts:12 /a+/g` */
  place: string;
  pattern: string;
  flags: string;
}

/** The regular expressions that a source writes out. */
export function literalsOf({ path, text, program }: SourceFile): Literal[] {
  const found: Literal[] = [];
  const visit = (node: Parameters<typeof childrenOf>[0]) => {
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) {
      const line = text.slice(0, node.start).split("\n").length;
      found.push({ place: `${path}:${line} /${regex.pattern}/${regex.flags}`, ...regex });
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program as unknown as Parameters<typeof childrenOf>[0]);
  return found;
}

/** What expressions of all kinds stumble over. */
const COMMON = [..."aAzf09 \t\n\r.-_/@%\"\\é\u00a0+:;,=(){}[]<>*#!?&'|~^$`"];
const SYNTAX = /[\^$()?:+*|{}[\]]/;

/**
 * Texts that may make an expression go back and forth: one or two characters, again and again, behind a beginning
 * that the expression may take, and before an end that it does not.
 */
export function* hostileTo({ pattern }: Literal): Generator<(length: number) => string> {
  const bare = pattern.replace(/\\[dDwWsSbBpPu](?:\{[^}]*\})?/g, " ").replace(/\\(.)/g, "$1");
  const own = [...new Set([...bare])].filter((character) => !SYNTAX.test(character)).slice(0, 12);
  const pairs = [...own, "a", "0", " "];
  const pumps = new Set([...COMMON, ...bare, ...pairs.flatMap((a) => pairs.map((b) => a + b))]);
  const words = bare.match(/[\w:/.%"<>&;@ -]{2,}/g) ?? [];
  const beginnings = new Set(["", "a", "0", ...own.slice(0, 6), ...words.slice(0, 4)]);
  for (const beginning of beginnings)
    for (const pump of pumps)
      for (const end of ["\0", ""])
        yield (length) => beginning + pump.repeat(Math.ceil(length / pump.length)) + end;
}

/** Shorter than this (ms) nothing is measured. */
const MEASURABLE_MS = 4;
/** Four times the text takes four times as long where time is linear, sixteen where it is the square. */
const TIMES_LONGER = 9;

function milliseconds(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const began = performance.now();
  expression.exec(text);
  return performance.now() - began;
}

/** The least of a few: what else the machine does only adds to it. */
const least = (expression: RegExp, text: string): number =>
  Math.min(...[0, 1, 2].map(() => milliseconds(expression, text)));

/** How many times longer four times the text takes, where it is more than linear; else nothing. */
export function growth(expression: RegExp, textOf: (length: number) => string): number | undefined {
  // From what takes for ever at twice the length on.
  for (const length of [24, 250, 1_000, 4_000, 16_000]) {
    const text = textOf(length);
    if (milliseconds(expression, text) < MEASURABLE_MS || least(expression, text) < MEASURABLE_MS) continue;
    const ratios = [0, 1, 2].map(() => least(expression, text) / least(expression, textOf(length / 4)));
    const ratio = Math.min(...ratios);
    return ratio > TIMES_LONGER ? ratio : undefined;
  }
  return undefined;
}
