import type { ManagerName } from "../vocabulary/managers.js";
import type { Adapter } from "./Adapter.js";
/** Whether a site hears a manager: in `auto` all of them, but for those that have to be asked for by name. */
export declare const isHeard: (name: ManagerName, { tier }: Pick<Adapter, "tier">, manager: ManagerName | "auto") => boolean;
