import type { ManagerName } from "../vocabulary/managers.ts";
import type { Adapter } from "./Adapter.ts";

/** Whether a site hears a manager: in `auto` all of them, but for those that have to be asked for by name. */
export const isHeard = (
  name: ManagerName,
  { tier }: Pick<Adapter, "tier">,
  manager: ManagerName | "auto",
): boolean => (manager === "auto" ? tier < 3 : name === manager);
