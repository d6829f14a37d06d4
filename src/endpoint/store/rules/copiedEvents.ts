import type { StoredEvent } from "../Store.ts";
import { byTime } from "./eventOrder.ts";
import { resolveIds } from "./lateIds.ts";
import { resolveCounts } from "./resolveCounts.ts";

/** @param stored all events of one visitor, in any order. @returns what a copy of them holds, in the order of time */
export function copiedEvents(stored: readonly StoredEvent[]): StoredEvent[] {
  const { events, waiting } = resolveIds(resolveCounts(stored.toSorted(byTime)));
  return [...events, ...waiting].sort(byTime);
}
