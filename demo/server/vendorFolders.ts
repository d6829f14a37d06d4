import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isFromSource } from "../../src/endpoint/isFromSource.ts";
import { packageRoot } from "../../src/endpoint/packageRoot.ts";
import { FACTS } from "../../src/managers/facts.ts";
import { MANAGER_NAMES, type ManagerName } from "../../src/vocabulary/managers.ts";
import { managerFolder } from "./managerFolder.ts";

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

/** The published package has these scripts ready; from the sources they are made when they are asked for. */
function referenceFolder(name: ManagerName, npm: string): string | undefined {
  if (!isFromSource) return join(packageRoot(), "dist", "demo", name);
  try {
    // Not its package.json, which not every package lets be resolved.
    resolve(npm);
    return managerFolder(packageRoot(), name);
  } catch {
    return undefined;
  }
}

/** Some managers are there for development only: the demo of the published package then does without them. */
export function vendorFolders(): VendorFolders {
  const found = new Map<ManagerName, string>();
  for (const name of MANAGER_NAMES) {
    const { demo, package: npm } = FACTS[name];
    const folder = npm && (demo?.modules ? referenceFolder(name, npm) : packageFolder(npm));
    if (folder) found.set(name, folder);
  }
  return found;
}
