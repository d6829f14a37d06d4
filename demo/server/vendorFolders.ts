import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { packageRoot } from "../../src/endpoint/packageRoot.ts";
import { FACTS } from "../../src/managers/facts.ts";
import { MANAGER_NAMES, type ManagerName } from "../../src/vocabulary/managers.ts";

/** Where the files of the real managers are: those that are not installed are missing. */
export type VendorFolders = ReadonlyMap<ManagerName, string>;

const { resolve } = createRequire(import.meta.url);

/** Folder of an npm package, or `undefined` when it is not installed. */
export function packageFolder(name: string): string | undefined {
  try {
    return dirname(resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

/** A reference implementation that the build bundles: this package has it always. */
function bundleFolder(name: ManagerName): string | undefined {
  const folder = join(packageRoot(), "dist", "demo", name);
  return existsSync(join(folder, "manager.js")) ? folder : undefined;
}

/** Some managers are there for development only: the demo of the published package then does without them. */
export function vendorFolders(): VendorFolders {
  const found = new Map<ManagerName, string>();
  for (const name of MANAGER_NAMES) {
    const { demo, package: real } = FACTS[name];
    const folder = demo?.isReference ? bundleFolder(name) : real && packageFolder(real);
    if (folder) found.set(name, folder);
  }
  return found;
}
