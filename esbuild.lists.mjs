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

/** As the linter orders imports: capitals do not come first. */
const pathIn = (line) => line.slice(line.indexOf(' from "')).toLowerCase();

/**
 * A module that gathers one export of many modules in a `Record`.
 *
 * @param {{ name: string, type: string, types: string[], of: Record<string, string>, exported?: string }} list
 *   `name` of the constant, its `type`, the import lines of the types it needs, path of each row's module by the
 *   row's name, and what that module exports, if not a constant of the row's name
 */
export function recordModule({ name, type, types, of, exported }) {
  const rows = Object.keys(of);
  const imports = [
    ...types,
    ...rows.map(
      (row) => `import { ${(exported ?? row) === row ? row : `${exported} as ${row}`} } from "${of[row]}";`,
    ),
  ].sort((a, b) => (pathIn(a) < pathIn(b) ? -1 : 1));
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

/** The consent managers, in the order in which they are heard: the one list of them that is kept by hand. */
const managersIn = (root) => {
  const [, names] = /MANAGER_NAMES = \[(.*?)\]/s.exec(
    readFileSync(join(root, "src/vocabulary/managers.ts"), "utf8"),
  );
  return [...names.matchAll(/"(\w+)"/g)].map(([, name]) => name);
};

/** Path of the module that each manager has in its folder. */
const managerModules = (names, to, module) =>
  Object.fromEntries(names.map((name) => [name, `${to}${name}/${module}.ts`]));

/** @type {{ file: string, text(root: string): string }[]} */
const LISTS = [
  {
    file: "src/managers/facts.ts",
    text: (root) =>
      recordModule({
        name: "FACTS",
        type: "Readonly<Record<ManagerName, ManagerFacts>>",
        types: [
          'import type { ManagerName } from "../vocabulary/managers.ts";',
          'import type { ManagerFacts } from "./ManagerFacts.ts";',
        ],
        of: managerModules(managersIn(root), "./", "facts"),
        exported: "facts",
      }),
  },
  {
    file: "src/managers/adapters.ts",
    text: (root) =>
      recordModule({
        name: "ADAPTERS",
        type: "Readonly<Record<AdapterName, () => Adapter>>",
        types: ['import type { Adapter, AdapterName } from "./Adapter.ts";'],
        of: managerModules(
          managersIn(root).filter((name) => name !== "manual"),
          "./",
          "adapter",
        ),
      }),
  },
  {
    file: "test/support/managers/fixtures.ts",
    text: (root) =>
      recordModule({
        name: "FIXTURES",
        type: "Readonly<Record<ManagerName, ManagerFixture>>",
        types: [
          'import type { ManagerFixture } from "../../../src/managers/ManagerFixture.ts";',
          'import type { ManagerName } from "../../../src/vocabulary/managers.ts";',
        ],
        of: managerModules(managersIn(root), "../../../src/managers/", "fixture"),
      }),
  },
];

/** Writes the lists. @returns {string[]} those that were not what they should be; with `check` they stay as they are */
export const writeLists = (root, check) =>
  LISTS.filter(({ file, text }) => {
    const path = join(root, file);
    const wanted = NOTICE + text(root);
    const found = readFileSync(path, { encoding: "utf8", flag: "a+" });
    if (found !== wanted && !check) writeFileSync(path, wanted);
    return found !== wanted;
  }).map(({ file }) => file);
