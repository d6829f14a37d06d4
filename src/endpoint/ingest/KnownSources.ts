import type { Site } from "../../vocabulary/site.ts";
import { localDay } from "../report/localDay.ts";
import type { StoredEvent } from "../store/Store.ts";
import { countReason, type Dropped } from "./minimise.ts";

/** Names of sources of a site's day that its configuration does not have: as many as a change of it explains. */
const MAX_UNKNOWN_PER_DAY = 20;

/**
 * Bounds what stands as condition and source, so that nobody can fill a report with lines of his own. A condition
 * has to be one of the site's; a source may also be a name of its own (an older configuration's), a few a day.
 */
export class KnownSources {
  /** Condition's id → its source: also of what was in force since the start, which pages still hold. */
  readonly #sources: ReadonlyMap<string, string>;
  readonly #timeZone: string;
  readonly #unknown = new Set<string>();
  #day = "";

  constructor({ conditions, timeZone }: Pick<Site, "conditions" | "timeZone">, before?: KnownSources) {
    this.#timeZone = timeZone;
    this.#sources = new Map([
      ...(before ? before.#sources : []),
      ...conditions.map(({ id, source }) => [id, source] as const),
    ]);
  }

  /** Puts right what is invented, and counts it: `condition` is emptied, `source` becomes the one it should be. */
  correct(events: readonly StoredEvent[], dropped: Dropped): void {
    for (const event of events) {
      if (event.condition && !this.#sources.has(event.condition)) {
        event.condition = "";
        countReason(dropped, "condition");
      }
      if (event.source === undefined) continue;
      const source = this.#sources.get(event.condition ?? "") ?? event.channel ?? "";
      if (event.source === source || this.#isAdmitted(event.source)) continue;
      event.source = source;
      countReason(dropped, "source");
    }
  }

  #isAdmitted(source: string): boolean {
    const day = localDay(Date.now(), this.#timeZone);
    if (day !== this.#day) {
      this.#day = day;
      this.#unknown.clear();
    }
    if (this.#unknown.has(source)) return true;
    if (this.#unknown.size >= MAX_UNKNOWN_PER_DAY) return false;
    this.#unknown.add(source);
    return true;
  }
}
