/**
 * Builds what is committed of `dist/` from `src/`, byte for byte the same on every machine; what else the
 * published package has is built when it is packed (`build/package.mjs`).
 *
 *   node esbuild.config.mjs            writes dist/
 *   node esbuild.config.mjs --check    fails when dist/ differs from a fresh build
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeLists } from "./build/lists.ts";
import { moduleTypes } from "./build/types.mjs";
import { siteSchema } from "./src/endpoint/configuration/siteSchema.ts";
import { buildId, withBuildId } from "./src/endpoint/script/buildId.ts";
import { compileOverlay } from "./src/endpoint/script/compileOverlay.ts";
import { minifyScript } from "./src/endpoint/script/minifyScript.ts";
import { staticOptions } from "./src/endpoint/script/scriptOptions.ts";

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
  const define = { ...script.define, IS_MODULE: `${format === "esm"}` };
  const { outputFiles, metafile } = await build({ ...script, define, format, entryPoints: [entryPoint] });
  if (!outputFiles || !metafile) throw new Error(`${entryPoint}: nothing was built`);
  return withBuildId(outputFiles[0].text, buildId(metafile.inputs, root));
}

mkdirSync(out, { recursive: true });
writeFileSync(join(out, "mgt.js"), await minifyScript(await bundle("src/page/start/static.ts", "iife")));
writeFileSync(join(out, "mgt.mjs"), await bundle("src/page/start/module.ts", "esm"));
writeFileSync(join(out, "mgt.debug.js"), await compileOverlay(root));
writeFileSync(join(out, "mgt.d.ts"), moduleTypes(root));
writeFileSync(join(out, "mgt.schema.json"), `${JSON.stringify(siteSchema, null, 2)}\n`);

if (check) {
  const names = readdirSync(out);
  const read = (folder, name) => {
    try {
      return readFileSync(join(folder, name), "utf8");
    } catch {
      return undefined;
    }
  };
  const differing = names.filter((name) => read(out, name) !== read(join(root, "dist"), name));
  rmSync(out, { recursive: true });
  if (differing.length > 0) {
    console.error(
      `dist/ is not what src/ builds to; run "npm run build" and commit:\n  ${differing.join("\n  ")}`,
    );
    process.exit(1);
  }
  console.log(`dist/ is what src/ builds to (${names.length} files)`);
}
