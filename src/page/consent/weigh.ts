import type { Adapter, Consent } from "../../managers/Adapter.ts";

/**
 * Several managers, as in `auto`: the highest tier that is present decides; within it deny wins, and who has
 * not decided is waited for.
 *
 * @param answers of each adapter, at its place; a hole where it has not spoken
 */
export function weigh(
  adapters: readonly Adapter[],
  answers: readonly (Consent | undefined)[],
): Consent | undefined {
  for (const tier of [0, 1, 2, 3])
    for (const status of ["denied", "pending", "granted", "not_applicable"]) {
      const found = answers.find(
        (answer, index) => answer?.status === status && adapters[index]?.tier === tier,
      );
      if (found) return found;
    }
  return undefined;
}
