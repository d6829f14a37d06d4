import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { managerFolder, panelFolder } from "../../../demo/server/managerFolder.ts";
import { FACTS } from "../../../src/managers/facts.ts";
import type { ManagerName } from "../../../src/vocabulary/managers.ts";
import type { TestSite } from "../TestSite.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};
const CACHED = { "Cache-Control": "max-age=3600" };

/** The tags that an owner pastes for a manager. */
export const headOf = (name: ManagerName): string =>
  readFileSync(join(managerFolder(ROOT, name), "head.html"), "utf8");

/** Serves the demo's files of a manager, and its npm package, where the demo has them. */
export function serveManager(site: TestSite, name: ManagerName): void {
  const { demo, package: npm } = FACTS[name];
  site.folder(
    "/demo/managers/",
    (path) => read(panelFolder(ROOT), path) ?? read(managerFolder(ROOT, name), path.slice(name.length + 1)),
  );
  if (npm) {
    const vendor =
      // The reference implementation is made of modules: the build bundles it for the demo.
      demo?.isReference
        ? join(ROOT, "dist/demo", name)
        : dirname(createRequire(import.meta.url).resolve(`${npm}/package.json`));
    site.folder(`/demo/vendor/${name}/`, (path) => read(vendor, path));
  }
}

function read(folder: string, path: string) {
  const file = join(folder, path);
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(folder) || !existsSync(file)) return undefined;
  return { body: readFileSync(file, "utf8"), headers: { ...CACHED, "Content-Type": type } };
}
