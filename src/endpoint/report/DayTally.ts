import { ALL_PARTS, type DayRow, partsKey } from "./DayRow.ts";
import { advance, type CountedEvent, type Progress } from "./progress.ts";

/** An event, and the site's calendar day that it counts for; null where it only tells how far the visitor came. */
export interface DatedEvent extends CountedEvent {
  day: string | null;
}

/**
 * Adds events up into rows. Every event counts for its own day, and for the attribution of the visitor's
 * latest entry so far.
 */
export class DayTally {
  readonly #rows = new Map<string, DayRow>();

  /**
   * @param events all of one visitor, in the order of time, from the first on, or from where a purge has left
   * the visitor: the running count of pages starts there
   */
  add(start: Readonly<Progress>, events: Iterable<DatedEvent>): void {
    const progress = { ...start };
    const rowsOfDays = new Map<string, Set<DayRow>>();
    for (const event of events) {
      const viewed = advance(progress, event);
      if (event.day === null) continue;
      const row = this.#row(event.day, progress);
      row.pages += viewed;
      if (event.type === "entry") row.entries++;
      if (event.type === "call_click") row.taps++;
      const rows = rowsOfDays.get(event.day);
      if (rows) rows.add(row);
      else rowsOfDays.set(event.day, new Set([row]));
    }
    for (const rows of rowsOfDays.values()) countVisitor([...rows]);
  }

  rows(): DayRow[] {
    return [...this.#rows.values()];
  }

  #row(day: string, progress: Readonly<Progress>): DayRow {
    const key = `${day}\u0000${partsKey(progress, ALL_PARTS)}`;
    let row = this.#rows.get(key);
    if (!row) {
      const { seen: _, ...attribution } = progress;
      row = { day, ...attribution, entries: 0, visitors: 0, pages: 0, taps: 0, again: {} };
      this.#rows.set(key, row);
    }
    return row;
  }
}

/** @param rows of one day in which a visitor stands */
function countVisitor(rows: readonly DayRow[]): void {
  for (const row of rows) row.visitors++;
  if (rows.length === 1) return;
  for (let mask = 0; mask < ALL_PARTS; mask++) {
    const found = new Set<string>();
    for (const row of rows) {
      const key = partsKey(row, mask);
      if (found.has(key)) row.again[mask] = (row.again[mask] ?? 0) + 1;
      found.add(key);
    }
  }
}
