import type { Connections, Runner } from "../postgres/Connections.ts";
import { chainOf } from "../postgres/ConsentRows.ts";
import { frozenRows } from "../postgres/DayRows.ts";
import { type EventRow, progressOf, storedEvent } from "../postgres/EventRows.ts";
import type { RecordKind, Source, StoreRecords } from "./Records.ts";

/** Rows read at once. */
const HELPING = 2_000;

type Readers = { [Kind in RecordKind]: (runner: Runner) => AsyncGenerator<StoreRecords[Kind][]> };

/** A database as it stood at one moment; whoever writes it goes on. Within one transaction. */
export class PostgresSource implements Source {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  read<Kind extends RecordKind>(kind: Kind): AsyncIterable<StoreRecords[Kind][]> {
    return READERS[kind](this.#runner);
  }

  async visitorCount(): Promise<number> {
    const { rows } = await this.#runner.run<{ count: string }>({
      text: "SELECT count(*) AS count FROM (SELECT DISTINCT site, visitor FROM mgt_events) AS visitors",
    });
    return Number(rows[0]?.count ?? 0);
  }

  async close(): Promise<void> {}
}

/** Everything is read in one transaction: as it stood when that began. */
export const readWhole = <T>(connections: Connections, work: (runner: Runner) => Promise<T>): Promise<T> =>
  connections.transaction(work, "ISOLATION LEVEL REPEATABLE READ READ ONLY");

const READERS: Readers = {
  async *sites(runner) {
    const { rows } = await runner.run<{ site: string; time_zone: string; closed: string; frozen: string }>({
      text: "SELECT site, time_zone, closed, frozen FROM mgt_sites",
    });
    yield rows.map(({ site, time_zone, closed, frozen }) => ({
      site,
      timeZone: time_zone,
      closed: Number(closed),
      frozen: Number(frozen),
    }));
  },
  async *visitors(runner) {
    type Row = { site: string; visitor: string; since: string; progress: string };
    const columns = "site, visitor, since, progress";
    for await (const rows of helpings<Row>(runner, columns, "mgt_visitors", "visitor", "uuid"))
      yield rows.map(({ since, progress, ...row }) => ({
        ...row,
        since: Number(since),
        progress: progressOf(progress),
      }));
  },
  async *events(runner) {
    type Row = EventRow & { site: string; visitor: string; late: boolean };
    const columns = "site, visitor, late, id, type, time, data";
    for await (const rows of helpings<Row>(runner, columns, "mgt_events", "id", "uuid"))
      yield rows.map(({ site, visitor, late, ...row }) => ({ site, visitor, late, event: storedEvent(row) }));
  },
  async *consents(runner) {
    const { rows } = await runner.run<{ site: string }>({
      text: "SELECT site FROM mgt_chains ORDER BY site",
    });
    for (const { site } of rows) {
      let records: StoreRecords["consents"][] = [];
      for await (const record of chainOf(runner, site)) {
        records.push(record);
        if (records.length < HELPING) continue;
        yield records;
        records = [];
      }
      yield records;
    }
  },
  async *days(runner) {
    const { rows } = await runner.run<{ site: string; day: string }>({
      text: "SELECT DISTINCT site, day FROM mgt_days ORDER BY site, day",
    });
    for (const { site, day } of rows)
      yield (await frozenRows(runner, site, day, day)).map((row) => ({ site, row }));
  },
  async *dropped(runner) {
    const { rows } = await runner.run<{ site: string; day: string; reason: string; count: string }>({
      text: "SELECT site, day, reason, count FROM mgt_dropped",
    });
    yield rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
  },
  async *accesses(runner) {
    type Row = { site: string; time: string; id: string; who: string; what: string; whose: string };
    const columns = "site, time, id, who, what, whose";
    for await (const rows of helpings<Row>(runner, columns, "mgt_accesses", "id", "uuid"))
      yield rows.map(({ time, ...row }) => ({ ...row, time: Number(time) }));
  },
  async *erased(runner) {
    const { rows } = await runner.run<{ site: string; mark: string; until: string }>({
      text: "SELECT site, mark, until FROM mgt_erased",
    });
    yield rows.map(({ until, ...row }) => ({ ...row, until: Number(until) }));
  },
  async *times(runner) {
    const { rows } = await runner.run<{ time: string }>({
      text: "SELECT time FROM mgt_times WHERE name = 'heartbeat'",
    });
    yield rows.map(({ time }) => ({ lastUse: Number(time) }));
  },
};

/** A table in the order of its site and key, some rows at a time. */
async function* helpings<Row extends { site: string }>(
  runner: Runner,
  columns: string,
  table: string,
  key: string,
  type: string,
): AsyncGenerator<Row[]> {
  let last: { site: string; key: unknown } | undefined;
  for (let read = HELPING; read === HELPING; ) {
    const after = last && ` WHERE site > $1 OR (site = $1 AND ${key} > $2::${type})`;
    const { rows } = await runner.run<Row>({
      text: `SELECT ${columns} FROM ${table}${after ?? ""} ORDER BY site, ${key} LIMIT ${HELPING}`,
      ...(last && { values: [last.site, last.key] }),
    });
    read = rows.length;
    const end = rows.at(-1);
    if (end) last = { site: end.site, key: (end as Row & Record<string, unknown>)[key] };
    yield rows;
  }
}
