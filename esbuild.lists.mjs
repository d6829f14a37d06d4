/**
 * Lists of what stands in a folder of its own or a file of its own, written by the build so that nobody keeps
 * them by hand: each is a `Record` over its union, in which a missing row does not compile.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { signsModule } from "./esbuild.signs.mjs";
import { SIGNS_TABLE } from "./src/page/entry/signs.table.ts";

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
 *   row's name, and what that module exports; `*`: all that it exports, as one object
 */
export function recordModule({ name, type, types, of, exported }) {
  const rows = Object.keys(of);
  const named = (row) => (exported === row ? row : `${exported} as ${row}`);
  const imports = [
    ...types,
    ...rows.map(
      (row) => `import ${exported === "*" ? `* as ${row}` : `{ ${named(row)} }`} from "${of[row]}";`,
    ),
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

/** `call_click` as `CallClick`. */
const pascal = (name) => name.replace(/(?:^|_)(\w)/g, (_, first) => first.toUpperCase());

/**
 * Names in the order in which a written list has them already, new ones last: what owners and servers read
 * (schema, messages) lists them in this order.
 */
function inTheirPlaces(root, file, names) {
  const path = join(root, file);
  const written = existsSync(path) ? readFileSync(path, "utf8") : "";
  const places = [...written.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name);
  const place = (name) => (places.includes(name) ? places.indexOf(name) : places.length);
  return [...names].sort((a, b) => place(a) - place(b));
}

/**
 * The types of the modules of a folder, by name: the union and the names come from this one.
 *
 * @param {{ kind: string, folder: string, doc: string }} list `kind` of what the folder holds, in Pascal case
 */
function typesModule({ kind, types, folder, doc, of }) {
  const typeOf = (name) => `${pascal(name)}${kind}`;
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
const leaves = (root) =>
  inTheirPlaces(
    root,
    LEAF_TYPES,
    modulesIn(root, RULES, () => true),
  );
const pathsOf = (names, folder) => Object.fromEntries(names.map((name) => [name, `${folder}/${name}.ts`]));

const EVENTS = "src/vocabulary/events";
const EVENT_TYPES = "src/vocabulary/eventTypes.ts";
const events = (root) =>
  inTheirPlaces(
    root,
    EVENT_TYPES,
    modulesIn(root, EVENTS, () => true),
  );

/** @type {{ file: string, text(root: string): string }[]} */
const LISTS = [
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
    text: (root) =>
      recordModule({
        name: "MATCHERS",
        type: "Matchers",
        types: [`import type { Matchers } from "./LeafModule.ts";`],
        of: pathsOf(leaves(root), "../rules"),
        exported: "matches",
      }),
  },
  {
    file: "src/vocabulary/when/leaves.ts",
    text: (root) =>
      recordModule({
        name: "LEAVES",
        type: "Leaves",
        types: [`import type { Leaves } from "./LeafModule.ts";`],
        of: pathsOf(leaves(root), "../rules"),
        exported: "*",
      }),
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
  { file: "src/page/entry/signs.ts", text: () => signsModule(SIGNS_TABLE) },
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
