import { memberPath } from "./jsonPath.ts";
import { slipAt } from "./jsonSlips.ts";

export interface JsonFault {
  /** Index into the text. */
  offset: number;
  message: string;
  expected: string;
  /** The same for faults of the same kind. */
  slip: number;
  /** The text without this fault, of the same length, where that can be guessed. */
  mended?: string;
  /** That text says something else than was meant. */
  distorts?: true;
}

export interface JsonScan {
  fault?: JsonFault;
  /** Nested deeper than `MAX_DEPTH`: refused before anything recursive sees it. */
  tooDeep: boolean;
  /** Paths of keys written twice in one object: `JSON.parse` silently keeps the last. */
  duplicates: string[];
  /** JSONPath of every value → index into the text. */
  offsets: Map<string, number>;
}

export const MAX_DEPTH = 64;

const SPACE = /[ \t\r\n]*/y;
/** What stands in a string for itself: `Garage`. */
const PLAIN = String.raw`[^"\\\0-\x1f]*`;
/** `\n`, `\u00e9` */
const ESCAPE = String.raw`\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})`;
const STRING = new RegExp(`"${PLAIN}(?:${ESCAPE}${PLAIN})*"`, "y");
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * Reads JSON for what `JSON.parse` does not tell: where it breaks (V8 gives no position for some
 * errors), keys written twice, and the place of every value.
 */
export function scanJson(text: string): JsonScan {
  const scan: JsonScan = { tooDeep: false, duplicates: [], offsets: new Map() };
  let at = 0;
  const open: { bracket: string; at: number }[] = [];

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const space = () => void take(SPACE);
  const fail = (expected: string): never => {
    throw { offset: at, ...slipAt({ text, at, expected, open }), expected } satisfies JsonFault;
  };

  const object = (path: string, depth: number) => {
    at++;
    space();
    const keys = new Set<string>();
    if (text[at] !== "}") {
      for (;;) {
        const raw = take(STRING) ?? fail('a key in double quotes or "}"');
        const key = JSON.parse(raw) as string;
        const member = memberPath(path, key);
        if (keys.has(key)) scan.duplicates.push(member);
        keys.add(key);
        space();
        if (text[at] !== ":") fail('":" after the key');
        at++;
        space();
        value(member, depth);
        space();
        if (text[at] !== ",") break;
        at++;
        space();
      }
      if (text[at] !== "}") fail('"," or "}"');
    }
    at++;
  };

  const array = (path: string, depth: number) => {
    at++;
    space();
    if (text[at] !== "]") {
      for (let index = 0; ; index++) {
        value(memberPath(path, index), depth);
        space();
        if (text[at] !== ",") break;
        at++;
        space();
      }
      if (text[at] !== "]") fail('"," or "]"');
    }
    at++;
  };

  const value = (path: string, depth: number) => {
    scan.offsets.set(path, at);
    const first = text[at];
    if (first === "{" || first === "[") {
      if (depth === MAX_DEPTH) {
        scan.tooDeep = true;
        fail(`at most ${MAX_DEPTH} levels`);
      }
      open.push({ bracket: first, at });
      (first === "{" ? object : array)(path, depth + 1);
      open.pop();
    } else if (take(STRING) === undefined && take(NUMBER) === undefined && take(WORD) === undefined) {
      fail("a value");
    }
  };

  try {
    space();
    value("$", 0);
    space();
    if (at < text.length) fail("the end of the file");
  } catch (fault) {
    scan.fault = fault as JsonFault;
  }
  return scan;
}

/** Faults that are told at once: what mending leaves of a file that is no JSON at all would tell thousands. */
const MAX_FAULTS = 200;

/** Every fault that can be told: after the first, those of the text with the earlier ones mended. */
export function faultsOf(first: JsonFault): JsonFault[] {
  const faults = [first];
  let { mended } = first;
  while (mended !== undefined && faults.length < MAX_FAULTS) {
    const { fault } = scanJson(mended);
    if (!fault) break;
    faults.push(fault);
    ({ mended } = fault);
  }
  return faults;
}

/** A text of the same length with all its faults mended, as far as that can be guessed. */
export function mendedText(text: string): { text: string; isWhole: boolean } {
  const { fault, tooDeep } = scanJson(text);
  if (!fault || tooDeep) return { text, isWhole: !fault };
  const faults = faultsOf(fault);
  const mended = faults.at(-1)?.mended ?? faults.at(-2)?.mended ?? text;
  const isWhole = faults.every(({ distorts }) => !distorts) && !scanJson(mended).fault;
  return { text: mended, isWhole };
}

/** Line and column, both from 1, of an index into a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
