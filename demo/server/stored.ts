import type { LoggedConsent, Store, StoredEvent } from "../../src/endpoint/store/Store.ts";

const DAY_MS = 86_400_000;

export interface Stored {
  /** Oldest first. */
  events: StoredEvent[];
  /** Records that name the visitor, or one of the receipts seen on the page: a withdrawal names no visitor. */
  consents: LoggedConsent[];
}

/** What the endpoint keeps about the demo's visitor, read from the store itself. */
export async function stored(
  store: Store,
  site: string,
  visitor: string,
  receipts: readonly string[],
): Promise<Stored> {
  const [copy, recent] = await Promise.all([
    visitor ? store.copy(site, visitor) : undefined,
    receipts.length ? store.consents({ site, after: Date.now() - DAY_MS }) : [],
  ]);
  const records = [...(copy?.consents ?? []), ...recent.filter(({ receipt }) => receipts.includes(receipt))];
  const consents = [...new Map(records.map((record) => [record.id, record])).values()];
  return {
    events: (copy?.events ?? []).toSorted((a, b) => a.at - b.at),
    consents: consents.sort((a, b) => a.time - b.time),
  };
}
