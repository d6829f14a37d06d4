import { join } from "node:path";
import type { ManagerName } from "../../src/vocabulary/managers.ts";

/** Banner of the doubles, the same in each of them. */
export const panelFolder = (root: string): string => join(root, "demo", "managers");

/** Where what an owner of a manager pastes, and the manager's double where it has one, stand. */
export const managerFolder = (root: string, name: ManagerName): string =>
  join(root, "src", "managers", name, "demo");
