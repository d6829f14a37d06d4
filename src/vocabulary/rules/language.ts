import { globSource } from "../compilePatterns.ts";
import { form } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { LeafProblem, Unchecked } from "../when/LeafModule.ts";

/** Primary tag of the first of `navigator.languages`. */
export type LanguageLeaf = { language: string };

export const schema = () => ({
  language: form(
    "primary language tag in lower case, such as fr",
    "^[a-z]{2,3}$",
    "Primary tag of the browser's first language, such as `fr`.",
  ),
});

export const matches = (language: string, { view }: Facts): boolean =>
  view.language.split("-")[0]?.toLowerCase() === language.toLowerCase();

export const compile = ({ language }: LanguageLeaf): string =>
  `/^${globSource(language)}(-|$)/i.test(view.language)`;

export const excludes = (leaf: LanguageLeaf, other: LanguageLeaf): boolean =>
  leaf.language.toLowerCase() !== other.language.toLowerCase();

export const isSound = ({ language }: Unchecked): boolean => typeof language === "string";

/** The language of a country, by its code: of Great Britain English. */
const spokenIn = (country: string): string | undefined => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  if (names.of(country.toUpperCase()) === undefined) return undefined;
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return language === "und" ? undefined : language;
};

export function problems({ language }: Unchecked): LeafProblem[] {
  if (typeof language !== "string" || !/^[a-z]{2,3}$/.test(language)) return [];
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const never = (message: string, expected: string): LeafProblem[] => [
    { at: "language", isError: false, code: "never_matches", message, found: language, expected },
  ];
  // Browsers send the tag of two letters where there is one.
  const [tag = language] = Intl.getCanonicalLocales(language)[0]?.split("-") ?? [];
  if (tag !== language)
    return never(
      `browsers never say "${language}", did you mean "${tag}"?`,
      "tag of two letters where there is one",
    );
  if (names.of(language) !== undefined) return [];
  const spoken = language.length === 2 ? spokenIn(language) : undefined;
  return never(
    `"${language}" is no language${spoken ? ` but a country, did you mean "${spoken}"?` : ""}`,
    "primary language tag, such as fr",
  );
}

export const describe = (_: LanguageLeaf, { view }: Facts): string =>
  view.language ? `the language is ${view.language}` : "no language was given";

export const words = {
  en: ({ language }: LanguageLeaf) => `language ${language}`,
  fr: ({ language }: LanguageLeaf) => `langue ${language}`,
};
