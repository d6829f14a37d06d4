import { globSource } from "../compilePatterns.ts";
import { form } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";

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

export const describe = (_: LanguageLeaf, { view }: Facts): string =>
  view.language ? `the language is ${view.language}` : "no language was given";

export const words = {
  en: ({ language }: LanguageLeaf) => `language ${language}`,
  fr: ({ language }: LanguageLeaf) => `langue ${language}`,
};
