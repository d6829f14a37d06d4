import fc from "fast-check";
import type { LanguageLeaf } from "../../../../src/vocabulary/rules/language.ts";
import type { Cases } from "./Cases.ts";

export const cases: Cases<LanguageLeaf> = {
  leaves: fc.record({ language: fc.constantFrom("fr", "FR", "en", "zh") }),
  rows: [
    [{ language: "fr" }, true],
    [{ language: "FR" }, true],
    [{ language: "f" }, false],
    [{ language: "en" }, false],
  ],
  said: [[{ language: "en" }, "the language is fr-CA", "language en"]],
};
