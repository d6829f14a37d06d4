import type { Adapter } from "../../managers/Adapter.js";
/** Starts the script that the endpoint compiled for one site: reports go where it came from. */
export declare function startServed(adapters: readonly Adapter[]): void;
