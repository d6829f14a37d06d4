import { setTimeout as sleep } from "node:timers/promises";
import type { DayRow } from "../../report/DayRow.ts";
import { type Freezer, type FrozenStep, type Tallied, tallyDays } from "../rules/freezeDays.ts";
import type { Bounds, History, Records } from "../rules/History.ts";
import { type Connections, STATEMENT_MS } from "./Connections.ts";
import { boundsOf, frozenRows, keepFrozen } from "./DayRows.ts";
import { histories } from "./EventRows.ts";

/** Whatever was sent under an earlier bound is in, or is over, after this (ms). */
const IN_BY_NOW_MS = STATEMENT_MS + 5_000;

/** What reports and freezing read and write. */
export class PostgresFreezer implements Freezer, Records {
  readonly #connections: Connections;
  readonly #isAlone: boolean;

  /** @param isAlone no other process writes: nothing has to be waited for */
  constructor(connections: Connections, isAlone: boolean) {
    this.#connections = connections;
    this.#isAlone = isAlone;
  }

  bounds(site: string): Promise<Bounds> {
    return boundsOf(this.#connections, site);
  }

  frozenRows(site: string, from: string, to: string): Promise<DayRow[]> {
    return frozenRows(this.#connections, site, from, to);
  }

  histories(site: string, after: number, before: number): AsyncIterable<History> {
    return histories(this.#connections, site, after, before);
  }

  async dropped(site: string, from: string, to: string): Promise<Record<string, number>> {
    const { rows } = await this.#connections.run<{ reason: string; count: string }>({
      text: `SELECT reason, sum(count) AS count FROM mgt_dropped WHERE site = $1 AND day BETWEEN $2 AND $3
        GROUP BY reason ORDER BY reason`,
      values: [site, from, to],
    });
    return Object.fromEntries(rows.map(({ reason, count }) => [reason, Number(count)]));
  }

  async firstEvent(site: string, from: number): Promise<number | undefined> {
    const { rows } = await this.#connections.run<{ time: string | null }>({
      text: "SELECT min(time) AS time FROM mgt_events WHERE site = $1 AND time >= $2 AND NOT late",
      values: [site, from],
    });
    return rows[0]?.time == null ? undefined : Number(rows[0].time);
  }

  async close(site: string, until: number, timeZone: string): Promise<void> {
    await this.#connections.run({
      text: `INSERT INTO mgt_sites (site, time_zone, closed, frozen) VALUES ($1, $2, $3, 0)
        ON CONFLICT (site) DO UPDATE SET time_zone = excluded.time_zone,
          closed = CASE WHEN excluded.closed > mgt_sites.closed THEN excluded.closed ELSE mgt_sites.closed END`,
      values: [site, timeZone, until],
    });
  }

  async closed(): Promise<void> {
    if (!this.#isAlone) await sleep(IN_BY_NOW_MS);
  }

  tally(site: string, timeZone: string, from: number, until: number): Promise<Tallied> {
    return tallyDays(this, site, timeZone, from, until);
  }

  keepFrozen(step: FrozenStep): Promise<boolean> {
    return this.#connections.transaction((runner) => keepFrozen(runner, step));
  }
}
