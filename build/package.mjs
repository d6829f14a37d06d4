/**
 * What the published package has besides what is committed, since Node strips no types under node_modules: the
 * command line, and the demo's scripts that are made of modules. Run by `npm pack`.
 */
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { REFERENCE_OPTIONS } from "../demo/server/referenceScripts.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outdir = join(root, "dist/cli");

rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    mgt: "src/cli/mgt.ts",
    sqliteWorker: "src/endpoint/store/sqlite/sqliteWorker.ts",
    compileWorker: "src/endpoint/script/compileWorker.ts",
  },
  outdir,
  outExtension: { ".js": ".mjs" },
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.12",
  packages: "external",
});
for (const options of REFERENCE_OPTIONS.values()) await build(options);
