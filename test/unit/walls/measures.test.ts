import { describe, expect, test } from "vitest";
import { functionsOf, linesOf, moduleVariables, sourceOf, sourcesOf } from "./measures.ts";

const MAX_COMPLEXITY = 20;
const MAX_LINES = 300;
/** Of all modules of the page together. Those of the managers have none. */
const MAX_MODULE_VARIABLES = 25;

/** Functions that are more complex, each with the reason. */
const COMPLEX: Record<string, string> = {};

/** Files that are longer, each with the reason. */
const LONG: Record<string, string> = {};

const SOURCES = sourcesOf("src");
const PAGE = SOURCES.filter(({ path }) => path.startsWith("src/page/"));

describe("the house", () => {
  test("keeps its state in factories: few `let` and `var` of modules (a `const` Map or WeakMap is not counted)", () => {
    const variablesOf = (sources: typeof SOURCES) =>
      sources.flatMap((source) => moduleVariables(source).map((name) => `${source.path}: ${name}`));
    const variables = variablesOf(PAGE);
    expect(variables.length, variables.join("\n")).toBeLessThanOrEqual(MAX_MODULE_VARIABLES);
    expect(
      variablesOf(SOURCES.filter(({ path }) => /^src\/managers\/(?!.*(?:\/demo\/|\.test\.))/.test(path))),
    ).toEqual([]);
  });

  test("has no function that nobody can hold in his head", () => {
    const complex = SOURCES.flatMap((source) =>
      functionsOf(source)
        .filter(({ complexity }) => complexity > MAX_COMPLEXITY)
        .map(({ name, complexity }): [string, number] => [`${source.path}: ${name}`, complexity]),
    );
    expect(complex.filter(([name]) => !(name in COMPLEX))).toEqual([]);
    const names = complex.map(([name]) => name);
    expect(
      Object.keys(COMPLEX).filter((name) => !names.includes(name)),
      "no exception that is none any more",
    ).toEqual([]);
  });

  test("has no file that nobody reads to its end", () => {
    const long = SOURCES.filter((source) => linesOf(source) > MAX_LINES).map(
      (source) => [source.path, linesOf(source)] as const,
    );
    expect(long.filter(([path]) => !(path in LONG))).toEqual([]);
    const paths = long.map(([path]) => path);
    expect(
      Object.keys(LONG).filter((path) => !paths.includes(path)),
      "no exception that is none any more",
    ).toEqual([]);
  });

  test("acts on a standing in small steps", () => {
    const heart = PAGE.filter(({ path }) => path.startsWith("src/page/visit/"));
    expect(heart.length).toBeGreaterThan(1);
    for (const source of heart)
      for (const { name, complexity } of functionsOf(source))
        expect(complexity, `${source.path}: ${name}`).toBeLessThanOrEqual(10);
  });
});

describe("the measures", () => {
  test("variables: only those of the module, exported or not", () => {
    const text = "let a = 1; export let b, c = 2; var d; const e = 3; function f() { let g = 4; }";
    expect(moduleVariables(sourceOf("x.ts", text))).toEqual(["a", "b", "c", "d"]);
  });

  test("complexity: every way through a function, not those through the functions in it", () => {
    const text = `
      export function outer(a?: { b: number }, c = 1) {
        if (a && c) for (const d of [1]) console.log(a?.b ?? d);
        const inner = () => (c ? 1 : 2);
        try { inner(); } catch { c ||= 3; }
        switch (c) { case 1: return; default: while (c) c--; }
      }`;
    expect(functionsOf(sourceOf("x.ts", text)).map(({ name, complexity }) => [name, complexity])).toEqual([
      ["outer", 11],
      ["inner", 2],
    ]);
  });
});
