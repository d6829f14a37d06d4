import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FACTS } from "../../src/managers/facts.ts";
import { MANAGER_NAMES, type ManagerName } from "../../src/vocabulary/managers.ts";
import type { Site } from "../../src/vocabulary/site.ts";
import { packageFolder, type VendorFolders } from "./vendorFolders.ts";

/** What the shell offers, and says of it. */
export interface ManagerChoice {
  name: ManagerName;
  label: string;
  /** The manager's own software, or a double that imitates it. */
  isReal: boolean;
  /** Real, but the reference implementation of many. */
  isReference: boolean;
  /** npm package of a real one, and its version; `""` when unknown. */
  package: string;
  version: string;
  isAvailable: boolean;
  /** As in `ManagerFacts`. */
  names: readonly string[];
}

export function isDemoManager(name: string): name is ManagerName {
  return Object.hasOwn(FACTS, name) && FACTS[name as ManagerName].demo !== undefined;
}

/** A double comes with the demo; the real thing has to be installed. */
export function isAvailable(name: ManagerName, folders: VendorFolders): boolean {
  return !FACTS[name].package || folders.has(name);
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
  return MANAGER_NAMES.flatMap((name) => {
    const { demo, label, package: real } = FACTS[name];
    return demo
      ? {
          name,
          label,
          isReal: real !== undefined,
          isReference: demo.modules !== undefined,
          package: real ?? "",
          version: real ? installedVersion(real) : "",
          isAvailable: isAvailable(name, folders),
          names: demo.names,
        }
      : [];
  });
}
