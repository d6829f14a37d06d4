import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManagerName } from "../../src/vocabulary/managers.ts";
import type { Site } from "../../src/vocabulary/site.ts";
import { DEMO_MANAGERS } from "./demoManagers.ts";
import { packageFolder, type VendorFolders } from "./vendorFolders.ts";

/** What the shell offers, and says of it. */
export interface ManagerChoice {
  name: ManagerName;
  label: string;
  /** The manager's own software, or a double that imitates it. */
  isReal: boolean;
  /** npm package of a real one, and its version; `""` when unknown. */
  package: string;
  version: string;
  isAvailable: boolean;
  /** As in `DemoManager`. */
  names: readonly string[];
}

export function isDemoManager(name: string): name is ManagerName {
  return Object.hasOwn(DEMO_MANAGERS, name);
}

/** A double comes with the demo; the real thing has to be installed. */
export function isAvailable(name: ManagerName, folders: VendorFolders): boolean {
  return !DEMO_MANAGERS[name]?.package || folders.has(name);
}

/** The manager that the compiled script of a demo site listens to: pages that name none have it. */
export function ownManager(site: Site): ManagerName {
  return isDemoManager(site.consent.manager) ? site.consent.manager : "tarteaucitron";
}

function installedVersion(name: string): string {
  const folder = packageFolder(name);
  if (!folder) return "";
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return typeof version === "string" ? version : "";
}

export function managerChoices(folders: VendorFolders): ManagerChoice[] {
  return Object.entries(DEMO_MANAGERS).map(([key, manager]) => {
    const name = key as ManagerName;
    return {
      name,
      label: manager.label,
      isReal: manager.package !== undefined,
      package: manager.package ?? "",
      version: manager.package ? installedVersion(manager.package) : "",
      isAvailable: isAvailable(name, folders),
      names: manager.names,
    };
  });
}
