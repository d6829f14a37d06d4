import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { checkConfiguration } from "../../src/endpoint/configuration/checkConfiguration.ts";
import { compileScript } from "../../src/endpoint/script/compileScript.ts";
import { OWN, TRACKED } from "./generatePage.mjs";

/**
 * Who takes part. `file`: its one function `run()`, under `contestants/`; `inserted`: elements that it puts
 * around what it wrote; `isOurs`: needs our script; `isScanOnly`: it changes nothing; `isNear`: the budgets
 * name it: in each round, and in the quick run too.
 */
export const CONTESTANTS = [
  { name: "mgt", file: "mgt", isOurs: true, isNear: true },
  { name: "bare XPath scan", file: "bareScan", isScanOnly: true, isNear: true },
  { name: "TreeWalker + indexOf", file: "treeWalker" },
  { name: "innerHTML replace", file: "innerHtml" },
  { name: "findAndReplaceDOMText", file: "findAndReplace", isNear: true },
  { name: "mark.js", file: "markJs", inserted: "mark", isNear: true },
  { name: "linkify-element", file: "linkify", inserted: "span.swapped" },
  { name: "libphonenumber-js", file: "libphonenumber" },
];

/** An assignment known at once, of whomever: nothing to store, nobody to ask. */
const SITE = {
  key: "bench",
  origins: ["http://127.0.0.1"],
  mode: "invisible",
  region: "FR",
  numbers: [{ id: "main", number: OWN.dialled, tracked: TRACKED.dialled }],
};

/** The script that the endpoint would serve, for a site with these changes. */
export async function compileOurs(changes = {}) {
  const { sites, errors } = checkConfiguration(JSON.stringify({ sites: [{ ...SITE, ...changes }] }));
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return (await compileScript(sites[0])).body.toString();
}

/** One contestant with all that it needs, as a script that leaves its function at `window.run`. */
export async function bundleContestant(file) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { run } from "./contestants/${file}.mjs"; window.run = run;`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "chrome109",
  });
  return outputFiles[0].text;
}
