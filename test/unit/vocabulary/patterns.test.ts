import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesHost, matchesPattern } from "../../../src/vocabulary/patterns.ts";

const ROWS: readonly [pattern: string, value: string, expected: boolean][] = [
  ["/contact", "/contact", true],
  ["/contact", "/contact/", false],
  ["/contact", "/Contact", false],
  ["/blog/*", "/blog/", true],
  ["/blog/*", "/blog/2026/11", true],
  ["/blog/*", "/blog", false],
  ["*", "", true],
  ["*", "/a/b?c", true],
  ["*.html", "/a/b.html", true],
  ["*.html", "/a/b.html5", false],
  ["/a*c*e", "/abcde", true],
  ["/a*c*e", "/ae", false],
  ["ab*ba", "aba", false],
  ["ab*ba", "abba", true],
  ["**", "x", true],
  ["", "", true],
  ["", "x", false],
  // Every other character is itself
  ["a.c", "abc", false],
  ["a?c", "abc", false],
  ["[ab]", "a", false],
  ["(x)|y", "y", false],
  ["\\d", "1", false],
];

test.each(ROWS)("%s, %s: %s", (pattern, value, expected) => {
  expect(matchesPattern(pattern, value)).toBe(expected);
});

test("is what the regular expression with .* would be", () => {
  const part = fc.string({ unit: fc.constantFrom("a", "b", "*", "/", ".", "\n", "é"), maxLength: 8 });
  let held = 0;
  fc.assert(
    fc.property(part, part, (pattern, value) => {
      const source = pattern.split("*").map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
      const expected = new RegExp(`^${source.join(".*")}$`, "s").test(value);
      if (expected) held++;
      expect(matchesPattern(pattern, value)).toBe(expected);
    }),
    { numRuns: 3000 },
  );
  expect(held, "the values meet often enough to tell").toBeGreaterThan(100);
});

test("many stars on a long value that almost fits take no time to speak of", () => {
  const start = performance.now();
  expect(matchesPattern(`${"*a".repeat(200)}b`, "a".repeat(20_000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

const HOSTS: readonly [pattern: string, host: string, expected: boolean][] = [
  ["example.com", "example.com", true],
  ["example.com", "www.example.com", true],
  ["example.com", "a.b.example.com", true],
  ["example.com", "badexample.com", false],
  ["example.com", "example.com.evil.example", false],
  ["Example.COM", "WWW.example.com", true],
  ["*.example.com", "example.com", false],
  ["*.example.com", "a.example.com", true],
  ["example.com", "", false],
];

test.each(HOSTS)("host %s, %s: %s", (pattern, host, expected) => {
  expect(matchesHost(pattern, host)).toBe(expected);
});
