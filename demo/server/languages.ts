import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";

export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}

export function otherLanguage(language: Language): Language {
  return language === "fr" ? "en" : "fr";
}

/** `?lang=`, else the first of the browser's languages that the demo speaks, else French. */
export function chooseLanguage(request: IncomingMessage, url: URL): Language {
  const asked = url.searchParams.get("lang") ?? "";
  if (isLanguage(asked)) return asked;
  const accepted = (request.headers["accept-language"] ?? "").split(",");
  const tags = accepted.map((range) => range.trim().slice(0, 2).toLowerCase());
  return tags.find(isLanguage) ?? "fr";
}

/** Texts of demo/texts/{language}.json: group → name → text. */
export type Texts = Record<"site" | "shell", Record<string, string>>;

export async function readTexts(demo: string, language: Language): Promise<Texts> {
  return JSON.parse(await readFile(join(demo, "texts", `${language}.json`), "utf8")) as Texts;
}

/** The texts of one group under the names that templates use: `t.name`. */
export function templateTexts(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`t.${name}`, text]));
}
