/**
 * Builds `dist/` from `src/`, byte for byte the same on every machine.
 *
 *   node esbuild.config.mjs            writes dist/
 *   node esbuild.config.mjs --check    fails when dist/ differs from a fresh build
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeLists } from "./esbuild.lists.mjs";
import { siteSchema } from "./src/endpoint/configuration/siteSchema.ts";
import { buildId, withBuildId } from "./src/endpoint/script/buildId.ts";
import { minifyScript } from "./src/endpoint/script/minifyScript.ts";
import { ALL_FEATURES, staticOptions } from "./src/endpoint/script/scriptOptions.ts";

const root = dirname(fileURLToPath(import.meta.url));
const check = process.argv.includes("--check");
const out = check ? mkdtempSync(join(tmpdir(), "mgt-dist-")) : join(root, "dist");
if (!check) rmSync(out, { recursive: true, force: true });

const unlisted = writeLists(root, check);
if (check && unlisted.length > 0) {
  console.error(
    `lists that do not hold what is there; run "npm run build" and commit:\n  ${unlisted.join("\n  ")}`,
  );
  process.exit(1);
}

const script = {
  ...staticOptions(join(root, "src/page/start/modeHas.ts")),
  absWorkingDir: root,
  metafile: true,
};

/** @returns {Promise<string>} one bundle with its build id */
async function bundle(entryPoint, format) {
  const { outputFiles, metafile } = await build({ ...script, format, entryPoints: [entryPoint] });
  if (!outputFiles || !metafile) throw new Error(`${entryPoint}: nothing was built`);
  return withBuildId(outputFiles[0].text, buildId(metafile.inputs, root));
}

mkdirSync(out, { recursive: true });
writeFileSync(join(out, "mgt.js"), await minifyScript(await bundle("src/page/start/static.ts", "iife")));
writeFileSync(join(out, "mgt.mjs"), await bundle("src/page/start/module.ts", "esm"));
await build({
  absWorkingDir: root,
  entryPoints: { mgt: "src/cli/mgt.ts", sqliteWorker: "src/endpoint/store/sqlite/sqliteWorker.ts" },
  outdir: join(out, "cli"),
  outExtension: { ".js": ".mjs" },
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.12",
  packages: "external",
  // `mgt explain` runs the page's own pure code, with everything in it.
  define: Object.fromEntries(Object.keys(ALL_FEATURES).map((name) => [`HAS.${name}`, "true"])),
});
await build({
  absWorkingDir: root,
  entryPoints: ["src/managers/tcf/demo/stub.ts", "src/managers/tcf/demo/manager.ts"],
  outdir: join(out, "demo/tcf"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
});
writeFileSync(join(out, "mgt.schema.json"), `${JSON.stringify(siteSchema, null, 2)}\n`);

const types = join(out, "types");
const { status } = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/typescript/bin/tsc"),
    ...["-p", "src/page", "--noEmit", "false", "--declaration", "--emitDeclarationOnly"],
    ...["--rootDir", "src", "--outDir", types],
  ],
  { cwd: root, stdio: "inherit" },
);
if (status) process.exit(status);
for (const name of readdirSync(types, { recursive: true, encoding: "utf8" }))
  if (name.endsWith(".d.ts")) {
    const file = join(types, name);
    writeFileSync(file, readFileSync(file, "utf8").replace(/(from "\.[^"]+)\.ts"/g, '$1.js"'));
  }

if (check) {
  const list = (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  const committed = join(root, "dist");
  const names = [...new Set([...list(out), ...list(committed)])];
  const read = (folder, name) => {
    try {
      return readFileSync(join(folder, name), "utf8");
    } catch {
      return undefined;
    }
  };
  const differing = names.filter((name) => read(out, name) !== read(committed, name));
  rmSync(out, { recursive: true });
  if (differing.length > 0) {
    console.error(
      `dist/ is not what src/ builds to; run "npm run build" and commit:\n  ${differing.join("\n  ")}`,
    );
    process.exit(1);
  }
  console.log(`dist/ is what src/ builds to (${names.length} files)`);
}
