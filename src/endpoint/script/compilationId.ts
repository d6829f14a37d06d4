import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Site } from "../../vocabulary/site.ts";
import { packageRoot } from "../packageRoot.ts";
import { pageSite } from "./siteModule.ts";

/** What a script is made of, besides its site; and the package's version, with those of its dependencies. */
const SOURCES = ["src/page", "src/vocabulary", "src/managers"] as const;

/**
 * Tells what a site's script is compiled from, without compiling it: the same id, the same script. Unlike the build
 * id, which is known only of a bundle, it changes with any source, also one that the site's script does not have.
 */
export function createCompilationId(): (site: Site) => string {
  const sources = createHash("sha256");
  const root = packageRoot();
  sources.update(readFileSync(join(root, "package.json")));
  for (const folder of SOURCES) addFolder(sources, join(root, folder));
  // The compiler itself: its sources, or what they are bundled into.
  addFolder(sources, import.meta.dirname);
  const program = sources.digest("hex");
  return (site) =>
    createHash("sha256")
      .update(`${program}\n${JSON.stringify(pageSite(site))}`)
      .digest("hex")
      .slice(0, 32);
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else if (CODE.has(extname(entry.name)) && !entry.name.endsWith(".test.ts"))
      hash.update(`\n${entry.name}\n`).update(readFileSync(path));
  }
}

const CODE: ReadonlySet<string> = new Set([".ts", ".mjs", ".js"]);
