/**
 * Sizes of what is shipped, in brotli bytes, against the budgets: `dist/mgt.js`, and the scripts that the
 * endpoint serves for `bench/reference.config.json` and `bench/lean.config.json`, and what parts of it cost. Writes the tables of `docs/limits.md` and of the READMEs.
 * Fails when a file outgrows its ceiling.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkConfiguration } from "../src/endpoint/configuration/checkConfiguration.ts";
import { compileScript } from "../src/endpoint/script/compileScript.ts";
import { adapterCosts } from "./adapterCosts.mjs";
import { featureCosts } from "./featureCosts.mjs";
import { mergeResults } from "./mergeResults.mjs";
import { sizeOf } from "./sizeOf.mjs";
import { writeSizes, writeSummary } from "./writeDocuments.mjs";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const budgets = JSON.parse(readFileSync(path("budgets.json"), "utf8"));
/** The sites of a configuration file here. */
function sitesOf(name) {
  const { sites, errors } = checkConfiguration(readFileSync(path(name), "utf8"));
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return sites;
}
const sites = sitesOf("reference.config.json");

const scripts = { "dist/mgt.js": readFileSync(path("../dist/mgt.js"), "utf8") };
for (const mode of /** @type {const} */ (["parcours", "rotation", "invisible"]))
  scripts[`reference site, ${mode}`] = String((await compileScript({ ...sites[0], mode })).body);
scripts["lean site"] = String((await compileScript(sitesOf("lean.config.json")[0])).body);

const rows = [];
for (const [name, script] of Object.entries(scripts)) {
  const size = await sizeOf(script);
  const { must, aim, ceiling } = budgets[name];
  const verdict = size <= aim ? "aim met" : size <= must ? "must met" : `MISSED by ${size - must} B`;
  rows.push({ file: name, "brotli B": size, must, aim, ceiling, verdict });
}
console.table(rows);
mergeResults("sizes", rows);

const costs = await adapterCosts(sites[0]);
console.log("what hearing a consent manager adds to a site's script:");
console.table(Object.entries(costs).map(([manager, cost]) => ({ manager, "brotli B": cost })));
mergeResults("adapters", costs);

const parts = await featureCosts(sites[0]);
console.log("what a part adds to the script of the reference site in `invisible`:");
console.table(Object.entries(parts).map(([part, cost]) => ({ part, "brotli B": cost })));
mergeResults("features", parts);

writeSizes(rows, costs, parts);
writeSummary();

const grown = rows.filter((row) => row["brotli B"] > row.ceiling);
for (const { file, ceiling } of grown) console.error(`${file} has outgrown its ceiling of ${ceiling} B`);
process.exitCode = grown.length > 0 ? 1 : 0;
