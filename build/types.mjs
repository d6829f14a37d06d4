import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const COMMENTS = /\/\*[\s\S]*?\*\//g;
const BLOCK = /^(export )?(declare )?(interface|class|namespace) /;
const KINDS = "interface|type|const|function|class";
/** `export declare const start: …` */
const DECLARED = new RegExp(String.raw`^(?:export )?(?:declare )?(?:${KINDS}) (\w+)`);
const NAMES = /^(import|export) (?:type )?\{(.*)\}(?: from "(.+)")?;$/s;
const ALL = /^export (?:type )?\* from "(.+)";$/;

const count = (text, brackets) => text.split(brackets).length;

/** Statements of a declaration file as the compiler writes it: each with its comments, and without. */
function* statementsIn(text) {
  let statement = "";
  for (const line of text.split("\n")) {
    statement += `${line}\n`;
    const code = statement.replace(COMMENTS, "").trim();
    const isClosed = !code.includes("/*") && count(code, /[{[(]/) === count(code, /[}\])]/);
    if (isClosed && (code.endsWith(";") || (BLOCK.test(code) && code.endsWith("}")))) {
      yield { statement: statement.trim(), code };
      statement = "";
    }
  }
}

/** A declaration file: what it declares, where else its names come from, what it exports. */
function readModule(file) {
  /** @type {string[]} modules of which it exports everything */
  const all = [];
  const module = { file, declared: new Map(), imported: new Map(), exported: new Set(), all };
  const path = (from) => resolve(file, "..", from.replace(/\.ts$/, ".d.ts"));
  for (const { statement, code } of statementsIn(readFileSync(file, "utf8"))) {
    const [, verb, names, from] = NAMES.exec(code) ?? [];
    const [, everything] = ALL.exec(code) ?? [];
    const [, declared] = DECLARED.exec(code) ?? [];
    if (everything) module.all.push(path(everything));
    else if (names !== undefined)
      for (const each of names.split(",").filter((name) => name.trim())) {
        const [name, as = name] = each.trim().replace("type ", "").split(" as ");
        if (from) module.imported.set(as, { file: path(from), name });
        if (verb === "export") module.exported.add(as);
      }
    else if (declared) {
      module.declared.set(declared, { statement, code });
      if (code.startsWith("export ")) module.exported.add(declared);
    } else throw new Error(`${file}: neither import, export nor declaration: ${code}`);
  }
  return module;
}

/** What an entry exports, and what that needs, as one declaration file without imports. */
function bundleTypes(entry) {
  const modules = new Map();
  const moduleOf = (file) => modules.get(file) ?? modules.set(file, readModule(file)).get(file);
  const exportsOf = (file) => {
    const { exported, all } = moduleOf(file);
    return [...exported, ...all.flatMap(exportsOf)];
  };
  const found = new Map();
  /** Adds the declaration that a name stands for in a file, if it is one of ours, and what it needs. */
  function add(file, name) {
    const { declared, imported, all } = moduleOf(file);
    const source = imported.get(name) ?? { file: all.find((one) => exportsOf(one).includes(name)), name };
    const declaration = declared.get(name);
    if (!declaration) {
      // No name is changed on the way: each statement stays as it is.
      if (source.name !== name) throw new Error(`${file}: ${source.name} is called ${name}`);
      if (source.file) add(source.file, name);
      return;
    }
    const known = found.get(name);
    if (known && known !== declaration) throw new Error(`${file}: another ${name}`);
    if (known) return;
    found.set(name, declaration);
    for (const word of declaration.code.match(/\w+/g)) add(file, word);
  }
  const exported = new Set(exportsOf(entry));
  for (const name of exported) add(entry, name);
  const missing = [...exported].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`no declaration of ${missing}`);
  const statements = [...found].map(([name, { statement }]) =>
    exported.has(name) ? statement : statement.replace(/^export /m, ""),
  );
  // Without it everything in the file would count as exported.
  return `${[...statements, "export {};"].join("\n")}\n`;
}

/** The types that the npm module exports. */
export function moduleTypes(root) {
  const folder = mkdtempSync(join(tmpdir(), "mgt-types-"));
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/typescript/bin/tsc"),
        ...["-p", "src/page", "--noEmit", "false", "--declaration", "--emitDeclarationOnly"],
        ...["--rootDir", "src", "--outDir", folder],
      ],
      { cwd: root, stdio: "inherit" },
    );
    if (status !== 0) throw new Error("the types of src/page cannot be emitted");
    return bundleTypes(join(folder, "page/start/module.d.ts"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
