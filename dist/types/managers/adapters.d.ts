import type { Adapter, AdapterName } from "./Adapter.js";
export declare const ADAPTERS: Readonly<Record<AdapterName, () => Adapter>>;
