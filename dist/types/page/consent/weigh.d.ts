import type { Adapter, Consent } from "../../managers/Adapter.js";
/**
 * Several managers, as in `auto`: the highest tier that is present decides; within it deny wins, and who has
 * not decided is waited for.
 *
 * @param answers of each adapter, at its place; a hole where it has not spoken
 */
export declare function weigh(adapters: readonly Adapter[], answers: readonly (Consent | undefined)[]): Consent | undefined;
