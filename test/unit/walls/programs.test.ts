import { execFileSync } from "node:child_process";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { programs } from "../../programs.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");

/** Checked elsewhere or not at all: what is built, Svelte's own language, what a recipe or a package puts in its place. */
const FOREIGN =
  /^dist\/|\/svelte\.(server|svelte)\.js$|^test\/fixtures\/recipes\/|^src\/page\/api\/global\.|\/package\/consumer\.ts$/;

/** Seen by every program that imports the page's code, so it belongs to the page's alone. */
const BORROWED = "src/page/ground/globals.d.ts";

/** The files that a program includes by itself, not because one of them imports another. */
function filesOf(program: string): string[] {
  const folder = join(ROOT, program);
  const shown = execFileSync(process.execPath, [TSC, "-p", folder, "--showConfig"], { encoding: "utf8" });
  const { files } = JSON.parse(shown) as { files: string[] };
  return files
    .map((file) => relative(ROOT, join(folder, file)).replaceAll("\\", "/"))
    .filter((file) => file !== BORROWED || program === "src/page");
}

test("every file of ours is type-checked, in one program", () => {
  const endings = ["ts", "mts", "cts", "tsx", "js", "mjs", "cjs"].map((ending) => `*.${ending}`);
  const tracked = execFileSync("git", ["ls-files", ...endings], { cwd: ROOT, encoding: "utf8" });
  const ours = tracked.split("\n").filter((file) => file && !FOREIGN.test(file));
  const checked = new Map<string, string[]>();
  for (const program of programs(ROOT))
    for (const file of filesOf(program)) checked.set(file, [...(checked.get(file) ?? []), program]);

  expect(ours.filter((file) => !checked.has(file))).toEqual([]);
  expect([...checked].filter(([, programs]) => programs.length > 1)).toEqual([]);
});
