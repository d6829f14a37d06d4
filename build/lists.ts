/**
 * Lists of what stands in a folder of its own or a file of its own, written by the build so that nobody keeps
 * them by hand: each is a `Record` over its union, in which a missing row does not compile.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SIGNS_TABLE } from "../src/vocabulary/channels/signs.table.ts";
import { campaignModule, signsModule } from "./signs.ts";

/** Names of the modules in a folder: its files, without those that are no thing of the kind. */
export const modulesIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -3))
    .sort();

/** As the linter orders imports: capitals do not come first. */
const pathIn = (line: string) => line.slice(line.indexOf(' from "')).toLowerCase();

interface RecordList {
  /** Of the constant. */
  name: string;
  type: string;
  /** Import lines of the types that it needs. */
  types: readonly string[];
  /** Path of each row's module by the row's name. */
  of: Readonly<Record<string, string>>;
  /** What that module exports, if not a constant of the row's name; `*`: all of it, as one object. */
  exported?: string;
}

/** A module that gathers one export of many modules in a `Record`. */
export function recordModule({ name, type, types, of, exported }: RecordList): string {
  const rows = Object.keys(of);
  const named = (row: string) => ((exported ?? row) === row ? row : `${exported} as ${row}`);
  const imports = [
    ...types,
    ...rows.map(
      (row) => `import ${exported === "*" ? `* as ${row}` : `{ ${named(row)} }`} from "${of[row]}";`,
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
const managersIn = (root: string): string[] => {
  const names = namesOfManagers(root);
  for (const entry of readdirSync(join(root, "src/managers"), { withFileTypes: true }))
    if (entry.isDirectory() && !names.includes(entry.name))
      throw new Error(`src/managers/${entry.name} has no line in src/vocabulary/managers.ts`);
  return names;
};

const namesOfManagers = (root: string): string[] => {
  const [, names = ""] =
    /MANAGER_NAMES = \[(.*?)\]/s.exec(readFileSync(join(root, "src/vocabulary/managers.ts"), "utf8")) ?? [];
  return [...names.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
};

/** Path of the module that each manager has in its folder. */
const managerModules = (names: readonly string[], to: string, module: string) =>
  Object.fromEntries(names.map((name) => [name, `${to}${name}/${module}.ts`]));

/** `call_click` as `CallClick`. */
const pascal = (name: string) => name.replace(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase());

/**
 * Names in the order in which a written list has them already, new ones last: what owners and servers read
 * (schema, messages) lists them in this order.
 */
function inTheirPlaces(root: string, file: string, names: readonly string[]): string[] {
  const path = join(root, file);
  const written = existsSync(path) ? readFileSync(path, "utf8") : "";
  const places = [...written.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name);
  const place = (name: string) => (places.includes(name) ? places.indexOf(name) : places.length);
  return [...names].sort((a, b) => place(a) - place(b));
}

interface TypeList {
  /** Of what the folder holds, in Pascal case. */
  kind: string;
  /** Name of the interface. */
  types: string;
  folder: string;
  doc: string;
  /** Path of each module by its name. */
  of: Readonly<Record<string, string>>;
}

/** The types of the modules of a folder, by name: the union and the names come from this one. */
function typesModule({ kind, types, folder, doc, of }: TypeList): string {
  const typeOf = (name: string) => `${pascal(name)}${kind}`;
  const rows = Object.keys(of);
  return [
    ...Object.entries(of)
      .map(([name, path]) => `import type { ${typeOf(name)} } from "${path}";`)
      .sort(),
    "",
    `/** ${doc} one file each in \`${folder}\`. */`,
    `export interface ${types} {`,
    ...rows.map((name) => `  ${name}: ${typeOf(name)};`),
    "}",
    "",
  ].join("\n");
}

const RULES = "src/vocabulary/rules";
const LEAF_TYPES = "src/vocabulary/when/leafTypes.ts";
const leaves = (root: string) => inTheirPlaces(root, LEAF_TYPES, modulesIn(root, RULES));
const pathsOf = (names: readonly string[], folder: string) =>
  Object.fromEntries(names.map((name) => [name, `${folder}/${name}.ts`]));

/** What every leaf exports under one name, by leaf. */
const leafRecord = (root: string, name: string, type: string, exported: string) =>
  recordModule({
    name,
    type,
    types: [`import type { ${type} } from "./LeafModule.ts";`],
    of: pathsOf(leaves(root), "../rules"),
    exported,
  });

const EVENTS = "src/vocabulary/events";
const EVENT_TYPES = "src/vocabulary/eventTypes.ts";
const events = (root: string) => inTheirPlaces(root, EVENT_TYPES, modulesIn(root, EVENTS));

const LISTS: readonly { file: string; text(root: string): string }[] = [
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
  {
    file: LEAF_TYPES,
    text: (root) =>
      typesModule({
        kind: "Leaf",
        types: "LeafTypes",
        folder: RULES,
        doc: "The leaves of the rule language by name,",
        of: pathsOf(leaves(root), "../rules"),
      }),
  },
  {
    file: "src/vocabulary/when/matchers.ts",
    text: (root) => leafRecord(root, "MATCHERS", "Matchers", "matches"),
  },
  {
    file: "src/vocabulary/when/leaves.ts",
    text: (root) => leafRecord(root, "LEAVES", "Leaves", "*"),
  },
  {
    file: EVENT_TYPES,
    text: (root) =>
      typesModule({
        kind: "Event",
        types: "EventTypes",
        folder: EVENTS,
        doc: "The kinds of event by name,",
        of: pathsOf(events(root), "./events"),
      }),
  },
  {
    file: "src/vocabulary/eventKinds.ts",
    text: (root) =>
      recordModule({
        name: "EVENT_KINDS",
        type: "EventKinds",
        types: [`import type { EventKinds } from "./EventKind.ts";`],
        of: pathsOf(events(root), "./events"),
        exported: "*",
      }),
  },
  { file: "src/vocabulary/channels/signs.ts", text: () => signsModule(SIGNS_TABLE) },
  { file: "src/vocabulary/channels/campaign.ts", text: () => campaignModule(SIGNS_TABLE) },
];

/** Writes the lists. @returns {string[]} those that were not what they should be; with `check` they stay as they are */
export const writeLists = (root: string, check?: boolean): string[] =>
  LISTS.filter(({ file, text }) => {
    const path = join(root, file);
    const wanted = NOTICE + text(root);
    const found = readFileSync(path, { encoding: "utf8", flag: "a+" });
    if (found !== wanted && !check) writeFileSync(path, wanted);
    return found !== wanted;
  }).map(({ file }) => file);
