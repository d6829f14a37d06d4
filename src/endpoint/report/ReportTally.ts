import type { Channel } from "../../vocabulary/channels.ts";
import type { EventType } from "../../vocabulary/modes.ts";
import type { ReportRow } from "../store/Store.ts";

/** One event of a visitor, as far as the report needs it. */
export interface ReportedEvent {
  visitor: number;
  type: EventType;
  /** Calendar day of the site. */
  day: string;
  /** Running count, in `page` and `pages` events. */
  pages: number | null;
  condition: string | null;
  source: string | null;
  channel: Channel | null;
}

/** What a visitor is attributed to before any entry of theirs is known. */
const NO_ENTRY = { condition: "", source: "internal", channel: "internal" as Channel };

/**
 * Adds events up into rows. They must come visitor by visitor, each visitor's in the order of
 * time, from the visitor's first event on: the running count of pages starts there.
 *
 * Every event counts for its own day, and for the condition, source and channel of the visitor's
 * latest entry so far. An entry is one page (the landing page); a running count adds what it has
 * beyond the pages already seen, so that a lost page view is made good by the next one.
 */
export class ReportTally {
  readonly #from: string;
  readonly #to: string;
  readonly #rows = new Map<string, ReportRow & { latest: number }>();
  #visitor: number | undefined;
  #seen = 0;
  #entry = NO_ENTRY;

  constructor(from: string, to: string) {
    this.#from = from;
    this.#to = to;
  }

  add(event: ReportedEvent): void {
    if (event.visitor !== this.#visitor) {
      this.#visitor = event.visitor;
      this.#seen = 0;
      this.#entry = NO_ENTRY;
    }
    let viewed = 0;
    if (event.type === "entry") {
      viewed = 1;
      this.#entry = {
        condition: event.condition ?? "",
        source: event.source ?? "",
        channel: event.channel ?? NO_ENTRY.channel,
      };
    } else if (event.type !== "call_click") {
      viewed = Math.max(0, (event.pages ?? 0) - this.#seen);
    }
    this.#seen += viewed;
    if (event.day < this.#from || event.day > this.#to) return;
    const row = this.#row(event.day);
    if (row.latest !== event.visitor) {
      row.latest = event.visitor;
      row.visitors++;
    }
    row.pages += viewed;
    if (event.type === "entry") row.entries++;
    if (event.type === "call_click") row.calls++;
  }

  /** Sorted by day, condition, source, channel. */
  rows(): ReportRow[] {
    const keys = [...this.#rows.keys()].sort();
    return keys.flatMap((key) => {
      const found = this.#rows.get(key);
      if (!found) return [];
      const { latest, ...row } = found;
      return [row];
    });
  }

  #row(day: string) {
    const { condition, source, channel } = this.#entry;
    const key = [day, condition, source, channel].join("\u0000");
    let row = this.#rows.get(key);
    if (!row) {
      row = { day, condition, source, channel, entries: 0, visitors: 0, pages: 0, calls: 0, latest: -1 };
      this.#rows.set(key, row);
    }
    return row;
  }
}
