import { describe, expect, test } from "vitest";
import { sourceOf, sourcesOf } from "./measures.ts";
import { growth, hostileTo, type Literal, literalsOf } from "./regexes.ts";

const isTestOnly = /\.test\.ts$|[Ff]ixture/;

const LITERALS = sourcesOf("src")
  .filter(({ path }) => !isTestOnly.test(path))
  .flatMap(literalsOf);

function faultOf(literal: Literal): string | undefined {
  const expression = new RegExp(literal.pattern, literal.flags);
  for (const textOf of hostileTo(literal)) {
    const ratio = growth(expression, textOf);
    if (ratio) return `${JSON.stringify(textOf(8))}, four times as long: ${ratio.toFixed(0)} times the time`;
  }
  return undefined;
}

describe("no text takes a regular expression more than a time in proportion to its length", () => {
  const byFile = Map.groupBy(LITERALS, ({ place }) => place.split(":")[0] ?? "");
  test.each([...byFile])("%s", { timeout: 300_000 }, (_, literals) => {
    const faults = literals.flatMap((literal) => {
      const fault = faultOf(literal);
      return fault ? [`${literal.place} on ${fault}`] : [];
    });
    expect(faults).toEqual([]);
  });
});

test.each([
  String.raw`/^text\/plain\s*(?:;\s*charset=utf-8\s*)?;?\s*$/`,
  String.raw`/\s+$/`,
  String.raw`/(\d+\.\d+)$/`,
  "/^(a+)+$/",
  String.raw`/\(.*\|.*\)/`,
])("%s is caught", { timeout: 60_000 }, (written) => {
  const [literal] = literalsOf(sourceOf("x.ts", `const x = ${written};`));
  expect(literal && faultOf(literal)).toBeDefined();
});
