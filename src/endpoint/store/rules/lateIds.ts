import { MAX_TRACKING_IDS } from "../../../vocabulary/trackingIds.ts";

/** External ids as they are kept, by name. */
export type Ids = Readonly<Record<string, unknown>>;

/** Why ids that came after their entry were not kept: it is unknown, has them already, or has enough of them. */
export const IDS_LATE = "ids_late";

/**
 * Adds ids that came late to those of their entry: absent ones only, each once.
 *
 * @returns what the entry has now, how many were added, and how many not; one that it has as it is was only repeated
 */
export function withLateIds(known: Ids, late: Ids): { ids: Ids; added: number; refused: number } {
  const ids: Record<string, unknown> = { ...known };
  let added = 0;
  let refused = 0;
  for (const [name, value] of Object.entries(late)) {
    if (Object.hasOwn(ids, name)) {
      if (JSON.stringify(ids[name]) !== JSON.stringify(value)) refused++;
    } else if (Object.keys(ids).length < MAX_TRACKING_IDS) {
      ids[name] = value;
      added++;
    } else refused++;
  }
  return { ids, added, refused };
}
