import { localDay, outerBounds } from "../report/localDay.ts";
import type { ConsentQuery, LoggedConsent, Store } from "../store/Store.ts";

/** Records that are in memory at once: those of so many days (ms). */
const STRETCH_MS = 7 * 86_400_000;

/** Days of the site that records arrived on, and which records. */
export interface WantedConsents extends Pick<ConsentQuery, "site" | "status" | "visitor"> {
  timeZone: string;
  /** Inclusive calendar days. */
  from: string;
  to: string;
}

/** Records of the consent log by the day of their arrival, a stretch of days at a time. */
export async function* consentsBetween(
  store: Pick<Store, "consents">,
  { timeZone, from, to, ...query }: WantedConsents,
): AsyncGenerator<LoggedConsent> {
  const { after, before } = outerBounds(from, to);
  // Those of one visitor are few, however old they are.
  const stretch = query.visitor === undefined ? STRETCH_MS : before - after;
  for (let start = after; start < before; start += stretch) {
    const end = Math.min(before, start + stretch);
    for (const record of await store.consents({ ...query, after: start, before: end })) {
      const day = localDay(record.time, timeZone);
      if (day >= from && day <= to) yield record;
    }
  }
}
