import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkConfiguration } from "../../../../src/endpoint/configuration/checkConfiguration.ts";
import { compileScript } from "../../../../src/endpoint/script/compileScript.ts";
import { minifyScript } from "../../../../src/endpoint/script/minifyScript.ts";
import { PRIVATE_NAMES } from "../../../../src/endpoint/script/privateNames.ts";
import type { Site } from "../../../../src/vocabulary/site.ts";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** Every word of these files, comments left out. */
const wordsOf = (...files: string[]): Set<string> =>
  new Set(
    files.flatMap(
      (file) =>
        readFileSync(file, "utf8")
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
          .match(/[\w$]+/g) ?? [],
    ),
  );
const filesUnder = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

/** What the language's own objects are called by. */
const builtIns = (): Set<string> =>
  new Set(
    Object.getOwnPropertyNames(globalThis).flatMap((name) => {
      const found = (globalThis as Record<string, unknown>)[name];
      if ((typeof found !== "object" && typeof found !== "function") || !found) return [name];
      const { prototype } = found as { prototype?: object };
      return [found, prototype ?? {}].flatMap((each) => Object.getOwnPropertyNames(each));
    }),
  );

test.each([
  ["the web platform", wordsOf(join(dirname(require.resolve("@types/web/package.json")), "index.d.ts"))],
  ["the language", builtIns()],
  [
    "configuration, wire and modes",
    wordsOf(...filesUnder(join(root, "src/vocabulary"), /(?<!rulesOf)\.ts$/)),
  ],
  ["the public interface", wordsOf(join(root, "src/page/api/types.ts"))],
  ["the store", wordsOf(join(root, "src/page/terminal/session.ts"))],
  ["js-cookie", wordsOf(require.resolve("js-cookie"))],
])("no private name is one of %s", (_, words) => {
  expect(words.size).toBeGreaterThan(20);
  expect(PRIVATE_NAMES.filter((name) => words.has(name))).toEqual([]);
});

test("nor one of a consent manager's: there only our own word for an adapter's rank is met", () => {
  const words = wordsOf(...filesUnder(join(root, "src/managers"), /adapter\.ts$/));
  expect(PRIVATE_NAMES.filter((name) => words.has(name))).toEqual(["tier"]);
});

test("only they are shortened", async () => {
  const code = await minifyScript("window.told = { isStored: window.a, pages: window.b }; told.isStored++;");
  expect(code).not.toContain("isStored");
  expect(code).toContain("pages:");
});

test("not where an owner has named a number so", async () => {
  const numbers = PRIVATE_NAMES.map((id, index) => ({
    id,
    number: `+331234567${10 + index}`,
    tracked: `+331848800${10 + index}`,
  }));
  const conditions = [
    {
      id: "ads",
      source: "Ads",
      when: { param: "gclid" },
      numbers: Object.fromEntries(PRIVATE_NAMES.map((id, index) => [id, `+331848801${10 + index}`])),
    },
  ];
  const site = {
    key: "named",
    mode: "rotation",
    origins: ["https://www.garage-martin.example"],
    numbers,
    conditions,
  };
  const { sites, errors } = checkConfiguration(JSON.stringify({ sites: [site] }));
  expect(errors).toEqual([]);
  const script = String((await compileScript(sites[0] as Site)).body);
  for (const [index, id] of PRIVATE_NAMES.entries())
    expect(script).toMatch(new RegExp(`\\b${id}:"\\+331848801${10 + index}"`));
});
