import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Came after Chrome and Edge 109, Firefox 115 or Safari 16.4; there, one of these is a page without our numbers. */
const NEWER = [
  /\bURL\.(canParse|parse)\b/,
  /\.(toSorted|toReversed|toSpliced|with)\(/,
  /\b(Object|Map)\.groupBy\b/,
  /\bPromise\.(withResolvers|try)\b/,
  /\bArray\.fromAsync\b/,
  /\bAbortSignal\.any\b/,
  /\.(isWellFormed|toWellFormed)\(/,
  /\bnew Set\([^)]*\)\.(union|intersection|difference|symmetricDifference|isSubsetOf)\b/,
  /\bIterator\.from\b/,
  /\bRegExp\.escape\b/,
  /\(\?<?[ims]*-[ims]+:/,
  /\bscheduler\./,
];

describe.each(["mgt.js", "mgt.mjs"])("dist/%s", (name) => {
  const script = readFileSync(new URL(`../../../../dist/${name}`, import.meta.url), "utf8");

  test.each(NEWER)("has nothing newer than the oldest browsers: %s", (pattern) => {
    expect(script).not.toMatch(pattern);
  });
});
