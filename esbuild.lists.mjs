/**
 * Lists of what stands in a folder of its own or a file of its own, written by the build so that nobody keeps
 * them by hand: each is a `Record` over its union, in which a missing row does not compile.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names of the modules in a folder: its files, without those that are no thing of the kind. */
export const modulesIn = (root, folder, isOne) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -3))
    .filter(isOne)
    .sort();

/**
 * A module that gathers one export of many modules in a `Record`.
 *
 * @param {{ name: string, type: string, types: string[], of: Record<string, string>, exported: string }} list
 *   `name` of the constant, its `type`, the import lines of the types it needs, path of each row's module by the
 *   row's name, and what that module exports
 */
export function recordModule({ name, type, types, of, exported }) {
  const rows = Object.keys(of);
  const imports = [
    ...types,
    ...rows.map((row) => `import { ${exported === row ? row : `${exported} as ${row}`} } from "${of[row]}";`),
  ].sort((a, b) => (a.slice(a.indexOf(' from "')) < b.slice(b.indexOf(' from "')) ? -1 : 1));
  return [
    ...imports,
    "",
    `export const ${name}: ${type} = {`,
    ...rows.map((row) => `  ${row},`),
    "};",
    "",
  ].join("\n");
}

const NOTICE = "// Written by `npm run build`: do not edit.\n";

/** @type {{ file: string, text(root: string): string }[]} */
const LISTS = [];

/** Writes the lists. @returns {string[]} those that were not what they should be; with `check` they stay as they are */
export const writeLists = (root, check) =>
  LISTS.filter(({ file, text }) => {
    const path = join(root, file);
    const wanted = NOTICE + text(root);
    const found = readFileSync(path, { encoding: "utf8", flag: "a+" });
    if (found !== wanted && !check) writeFileSync(path, wanted);
    return found !== wanted;
  }).map(({ file }) => file);
