import type { ReportRow } from "../store/Store.ts";
import { advance, type CountedEvent, NO_PROGRESS, type Progress } from "./progress.ts";

/** One event of a visitor, as far as the report needs it. */
export interface ReportedEvent extends CountedEvent {
  visitor: number;
  /** Calendar day of the site. */
  day: string;
}

/**
 * Adds events up into rows. They must come visitor by visitor, each visitor's in the order of
 * time, from the visitor's first event on, or from where a purge has left the visitor: the running
 * count of pages starts there.
 *
 * Every event counts for its own day, and for the condition, source and channel of the visitor's
 * latest entry so far.
 */
export class ReportTally {
  readonly #from: string;
  readonly #to: string;
  readonly #rows = new Map<string, ReportRow & { latest: number }>();
  #visitor: number | undefined;
  #progress: Progress = { ...NO_PROGRESS };

  constructor(from: string, to: string) {
    this.#from = from;
    this.#to = to;
  }

  /** @param start where the visitor's first event finds it */
  add(event: ReportedEvent, start: Progress = NO_PROGRESS): void {
    if (event.visitor !== this.#visitor) {
      this.#visitor = event.visitor;
      this.#progress = { ...start };
    }
    const viewed = advance(this.#progress, event);
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
    const { condition, source, channel } = this.#progress;
    const key = [day, condition, source, channel].join("\u0000");
    let row = this.#rows.get(key);
    if (!row) {
      row = { day, condition, source, channel, entries: 0, visitors: 0, pages: 0, calls: 0, latest: -1 };
      this.#rows.set(key, row);
    }
    return row;
  }
}
