import { describe, expect, test } from "vitest";
import { STANDING_TEXTS, standingTable, YES_TEXTS } from "../../../src/explain/standingTable.ts";
import { STANDING_ROWS, YES_ROWS } from "../../../src/page/visit/standing.ts";

describe.each(["en", "fr"] as const)("in %s", (language) => {
  const lines = standingTable(language).split("\n");

  test("every row of the tables is printed, in their order", () => {
    const printed = lines.filter((line) => line.startsWith("|") && !line.includes("---")).length;
    expect(printed).toBe(STANDING_ROWS.length + YES_ROWS.length + 2);
    for (const line of lines.filter(Boolean)) expect(line.split(" | ")).toHaveLength(3);
  });

  test("no row is without words, no words are without a row", () => {
    const texts = [...Object.values(YES_TEXTS), ...Object.values(STANDING_TEXTS)];
    expect(texts).toHaveLength(STANDING_ROWS.length + YES_ROWS.length);
    for (const text of texts)
      expect(lines.some((line) => line.startsWith(`| ${text[language]} |`))).toBe(true);
    expect(lines.join("\n")).not.toMatch(/undefined|\[object/);
  });
});
