import type { Adapter } from "../../managers/Adapter.js";
/**
 * Puts `mgt(…)` on the page and starts. Calls queued before are replayed in order. Whatever goes wrong,
 * the page is left as it was: the owner's real number is what it shows.
 */
export declare function boot(adapters: readonly Adapter[]): void;
