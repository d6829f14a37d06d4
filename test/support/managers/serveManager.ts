import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { managerFolder, panelFolder } from "../../../demo/server/managerFolder.ts";
import { referenceScript } from "../../../demo/server/referenceScripts.ts";
import { FACTS } from "../../../src/managers/facts.ts";
import type { ManagerName } from "../../../src/vocabulary/managers.ts";
import type { Answer, TestSite } from "../TestSite.ts";

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
  const prefix = `/demo/vendor/${name}/`;
  if (demo?.modules) site.folder(prefix, (path) => reference(name, path));
  else if (npm) {
    const vendor = dirname(createRequire(import.meta.url).resolve(`${npm}/package.json`));
    site.folder(prefix, (path) => read(vendor, path));
  }
}

async function reference(name: ManagerName, path: string): Promise<Answer | undefined> {
  const body = await referenceScript(name, path);
  return body === undefined
    ? undefined
    : { body, headers: { ...CACHED, "Content-Type": "text/javascript; charset=utf-8" } };
}

function read(folder: string, path: string) {
  const file = join(folder, path);
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(folder) || !existsSync(file)) return undefined;
  return { body: readFileSync(file, "utf8"), headers: { ...CACHED, "Content-Type": type } };
}
