import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** What the script never uses of js-cookie, as it is written in the release that package.json pins. */
const UNUSED: readonly [RegExp, string][] = [
  // The script runs on pages only.
  [/typeof document === 'undefined'/g, "false"],
  // Copies of itself with other attributes or another converter.
  [/return Object\.create\(/, "return ("],
  [/,\s*withAttributes: function[\s\S]+?\n {4}\},\s*\{\s*attributes: [\s\S]+?\n {4}\}/, "}"],
];

/** js-cookie's source without what the script never uses, which no bundler can know; another release's as it is. */
export function trimmedCookies(source: string): string {
  const isKnown = UNUSED.every(([pattern]) => source.search(pattern) > 0);
  return isKnown ? UNUSED.reduce((text, [pattern, rest]) => text.replace(pattern, rest), source) : source;
}

export const trimCookies: Plugin = {
  name: "trim js-cookie",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]js-cookie[\\/]dist[\\/]js\.cookie\.mjs$/ }, async ({ path }) => ({
      contents: trimmedCookies(await readFile(path, "utf8")),
      loader: "js",
    }));
  },
};
