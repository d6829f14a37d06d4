import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codeBlocks, headings, ROOT, readDocument } from "../../support/markdown.ts";

const names = (folder: string) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".md"));

const PAIRS = [
  ["README.md", "README.fr.md"],
  ...names("docs/en").map((name) => [`docs/en/${name}`, `docs/fr/${name}`]),
  ...readdirSync(join(ROOT, "src/managers"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [`src/managers/${name}/README.md`, `src/managers/${name}/README.fr.md`]),
] as [string, string][];

test("each document in one language is there in the other", () => {
  expect(names("docs/fr").sort()).toEqual(names("docs/en").sort());
});

describe.each(PAIRS)("%s and %s", (english, french) => {
  test("have the same headings", () => {
    const levels = (path: string) => headings(readDocument(path)).map(({ level }) => level);
    expect(levels(french)).toEqual(levels(english));
  });

  test("have the same code blocks", () => {
    const blocks = (path: string) =>
      codeBlocks(readDocument(path)).map(({ language, code }) => [language, code]);
    expect(blocks(french)).toEqual(blocks(english));
  });

  // What a double imitates, with its sources, stands in English only.
  test("have tables of the same rows", () => {
    const rows = (path: string) =>
      (readDocument(path).split(/^## (?:The|Le) double$/m)[0] ?? "")
        .split("\n")
        .filter((line) => line.startsWith("|")).length;
    expect(rows(french)).toBe(rows(english));
  });
});
