import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("results.json", import.meta.url));

/** Writes one bench's result under its key of `bench/results.json`, and leaves the others as they are. */
export function mergeResults(key, result) {
  const results = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
  results[key] = result;
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}
