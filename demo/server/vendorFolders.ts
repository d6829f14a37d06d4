import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isFromSource } from "../../src/endpoint/isFromSource.ts";
import { packageRoot } from "../../src/endpoint/packageRoot.ts";
import type { ManagerName } from "../../src/vocabulary/managers.ts";
import { DEMO_MANAGERS } from "./demoManagers.ts";
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

/** The published package has TCF's scripts ready; from the sources they are made when they are asked for. */
function tcfFolder(): string | undefined {
  if (!isFromSource) return join(packageRoot(), "dist", "demo", "tcf");
  try {
    // It does not let its package.json be resolved.
    resolve("@iabtechlabtcf/cmpapi");
    return managerFolder(packageRoot(), "tcf");
  } catch {
    return undefined;
  }
}

/** Some managers are there for development only: the demo of the published package then does without them. */
export function vendorFolders(): VendorFolders {
  const found = new Map<ManagerName, string>();
  for (const [name, manager] of Object.entries(DEMO_MANAGERS)) {
    const folder = name === "tcf" ? tcfFolder() : manager.package && packageFolder(manager.package);
    if (folder) found.set(name as ManagerName, folder);
  }
  return found;
}
