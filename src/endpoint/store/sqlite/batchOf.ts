import type { Access, LoggedConsent } from "../Store.ts";
import type { Batch } from "./SqliteWriter.ts";

/** What a commit takes: an arrival as a line, or one row of a log. */
export type Item = string | { consent: LoggedConsent } | { access: Access };

export function batchOf(items: readonly Item[]): Batch {
  const batch: Batch = { arrivals: "", consents: [], dropped: [], accesses: [] };
  const lines: string[] = [];
  for (const item of items) {
    if (typeof item === "string") lines.push(item);
    else if ("consent" in item) batch.consents.push(item.consent);
    else batch.accesses.push(item.access);
  }
  batch.arrivals = lines.join("");
  return batch;
}
