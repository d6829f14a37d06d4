import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const FIXTURES = join(ROOT, "test/fixtures/recipes");

/** The sources in a folder of their own, to which a thing can be added and from which a line can be taken. */
export class Copy {
  readonly #root = mkdtempSync(join(tmpdir(), "mgt-recipe-"));

  constructor() {
    cpSync(join(ROOT, "src"), join(this.#root, "src"), { recursive: true });
    for (const folder of ["build", "test/support"])
      cpSync(join(ROOT, folder), join(this.#root, folder), { recursive: true });
    for (const name of readdirSync(ROOT).filter((file) => file.endsWith(".json")))
      copyFileSync(join(ROOT, name), join(this.#root, name));
    symlinkSync(join(ROOT, "node_modules"), join(this.#root, "node_modules"), "junction");
  }

  /** Adds a fixture as a module of `src/vocabulary/<folder>`, and has the lists written. */
  add(fixture: string, folder: string): void {
    const source = readFileSync(join(FIXTURES, fixture), "utf8");
    writeFileSync(
      join(this.#root, "src/vocabulary", folder, fixture),
      source.replaceAll("../../../src/vocabulary/", "../"),
    );
    this.run(`
      const { writeLists } = await import("./build/lists.ts");
      console.log(JSON.stringify(writeLists(process.cwd(), false)));
    `);
  }

  /** Replaces a text, which must be there, in a file below `src/vocabulary`. */
  replace(file: string, before: string, after: string): void {
    const path = join(this.#root, "src/vocabulary", file);
    const source = readFileSync(path, "utf8");
    if (!source.includes(before)) throw new Error(`${file} has no ${JSON.stringify(before)}`);
    writeFileSync(path, source.replace(before, after));
  }

  /** Runs a module in the copy. @returns what it prints, as JSON @throws what it throws */
  run(source: string): unknown {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--no-warnings", "--input-type=module", "-e", source],
      { cwd: this.#root, encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  }

  /** @returns the compiler's findings on the vocabulary, `""` when it compiles */
  compileVocabulary(): string {
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    return spawnSync(process.execPath, [tsc, "-p", "src/vocabulary"], {
      cwd: this.#root,
      encoding: "utf8",
    }).stdout;
  }

  remove(): void {
    rmSync(this.#root, { recursive: true });
  }
}
