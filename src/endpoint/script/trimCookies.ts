import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** What the script never uses of js-cookie, as it is written in the release that package.json pins. */
const UNUSED: readonly [RegExp, string][] = [
  // The script runs on pages only.
  [/typeof document === 'undefined' \|\| \(arguments.length && !name\)/g, "false"],
  [/typeof document === 'undefined'/g, "false"],
  // Every browser that runs the script has its own; here attributes and converter are always the default ones.
  [/\bassign\(\{\}, defaultAttributes/g, "Object.assign({ path: '/' }"],
  [/\bconverter\./g, "defaultConverter."],
  // A cookie goes by a date that is past, and dates are given as such.
  [/,\s*remove: function[\s\S]+?\n {6}\},\s*withAttributes/, ",\n withAttributes"],
  [/if \(typeof attributes\.expires === 'number'\) \{[\s\S]+?\n {4}\}/, ""],
  // Our one name, and what decoding undoes anyway.
  [/name = encodeURIComponent\(name\)[\s\S]+?;/, ""],
  [/(return encodeURIComponent\(value\))\.replace\([\s\S]+?\n {4}\)/, "$1"],
  // It may as well read on.
  [/if \(name === found\) \{\s+break\s+\}/, ""],
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
