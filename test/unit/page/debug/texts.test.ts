import { expect, test } from "vitest";
import { languageOf, sayIn, type TextName } from "../../../../src/page/debug/draw/texts.ts";

test.each([
  ["fr", "en-US", "fr"],
  ["fr-CA", "", "fr"],
  ["en", "fr-FR", "en"],
  ["", "fr-FR", "fr"],
  ["", "de-DE", "en"],
  ["de", "fr-FR", "en"],
])("a page in %j, a browser in %j: %s", (page, browser, language) => {
  expect(languageOf(page, browser)).toBe(language);
});

test.each<[TextName, Record<string, string | number>]>([
  ["shownAs", { number: "+33123456789", shown: "+33184880000" }],
  ["knows", { key: "magnetis", names: "ga" }],
  ["failed", { leaf: "gclid" }],
  ["by", { by: "gclid" }],
  ["after", { at: "1.0", took: 12 }],
  ["left", { n: 3 }],
  ["reason.excluded", { detail: "<textarea>" }],
])("%s says the same facts in both languages", (name, parts) => {
  for (const language of ["en", "fr"] as const)
    for (const part of Object.values(parts)) expect(sayIn(language)(name, parts)).toContain(`${part}`);
});
