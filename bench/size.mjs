/**
 * Sizes of what is shipped, in brotli bytes, against the budgets: `dist/mgt.js`, and the scripts that the
 * endpoint serves for `bench/reference.config.json`. Writes the tables of `docs/limits.md` and of the READMEs.
 * Fails when a file outgrows its ceiling.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import filePlugin from "@size-limit/file";
import sizeLimit from "size-limit";
import { checkConfiguration } from "../src/endpoint/configuration/checkConfiguration.ts";
import { compileScript } from "../src/endpoint/script/compileScript.ts";
import { adapterCosts } from "./adapterCosts.mjs";
import { mergeResults } from "./mergeResults.mjs";
import { writeSizes, writeSummary } from "./writeDocuments.mjs";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const budgets = JSON.parse(readFileSync(path("budgets.json"), "utf8"));
const { sites, errors } = checkConfiguration(readFileSync(path("reference.config.json"), "utf8"));
if (errors.length > 0) throw new Error(JSON.stringify(errors));

const folder = mkdtempSync(join(tmpdir(), "mgt-size-"));
const files = { "dist/mgt.js": path("../dist/mgt.js") };
for (const mode of /** @type {const} */ (["parcours", "rotation", "invisible"])) {
  const file = join(folder, `${mode}.js`);
  writeFileSync(file, (await compileScript({ ...sites[0], mode })).body);
  files[`reference site, ${mode}`] = file;
}

const rows = [];
for (const [name, file] of Object.entries(files)) {
  const [{ size = 0 } = {}] = /** @type {{ size?: number }[]} */ (await sizeLimit([filePlugin], [file]));
  const { must, aim, ceiling } = budgets[name];
  const verdict = size <= aim ? "aim met" : size <= must ? "must met" : `MISSED by ${size - must} B`;
  rows.push({ file: name, "brotli B": size, must, aim, ceiling, verdict });
}
rmSync(folder, { recursive: true });
console.table(rows);
mergeResults("sizes", rows);

const costs = await adapterCosts(sites[0]);
console.log("what hearing a consent manager adds to a site's script:");
console.table(Object.entries(costs).map(([manager, cost]) => ({ manager, "brotli B": cost })));
mergeResults("adapters", costs);

writeSizes(rows, costs);
writeSummary();

const grown = rows.filter((row) => row["brotli B"] > row.ceiling);
for (const { file, ceiling } of grown) console.error(`${file} has outgrown its ceiling of ${ceiling} B`);
process.exitCode = grown.length > 0 ? 1 : 0;
