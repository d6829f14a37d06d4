import type { Connections, Runner } from "../postgres/Connections.ts";
import { insertConsents } from "../postgres/ConsentRows.ts";
import { putRows } from "../postgres/DayRows.ts";
import { putVisitors } from "../postgres/purgeRows.ts";
import type { RecordKind, StoreRecords, Target } from "./Records.ts";

type Writing = { [Kind in RecordKind]: (runner: Runner, records: StoreRecords[Kind][]) => Promise<void> };

/** A database that no endpoint writes yet. */
export class PostgresTarget implements Target {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  async state(): Promise<"empty" | "moving" | "in use"> {
    const has = async (table: string, where = "") =>
      (await this.#connections.run({ text: `SELECT 1 FROM ${table} ${where} LIMIT 1` })).count > 0;
    if (await has("mgt_times", "WHERE name = 'moving'")) return "moving";
    for (const table of ["mgt_events", "mgt_consents", "mgt_accesses", "mgt_days"])
      if (await has(table)) return "in use";
    return "empty";
  }

  begin(): Promise<void> {
    return setTime(this.#connections, "moving", Date.now());
  }

  write<Kind extends RecordKind>(kind: Kind, records: StoreRecords[Kind][]): Promise<void> {
    return this.#connections.transaction((runner) => WRITING[kind](runner, records));
  }

  async finish(): Promise<void> {
    await this.#connections.run({ text: "DELETE FROM mgt_times WHERE name = 'moving'" });
  }

  close(): Promise<void> {
    return this.#connections.close();
  }
}

const setTime = async (runner: Runner, name: string, time: number) => {
  await runner.run({
    text: "INSERT INTO mgt_times (name, time) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET time = excluded.time",
    values: [name, time],
  });
};

/** Rows into a table, from JSON. @param columns name and type of each @param conflict what is there already */
async function insert(
  runner: Runner,
  table: string,
  columns: Readonly<Record<string, string>>,
  conflict: string,
  rows: readonly object[],
): Promise<void> {
  const names = Object.keys(columns).join(", ");
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await runner.run({
    text: `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_to_recordset($1::json) AS g(${typed.join(", ")})
      ON CONFLICT ${conflict}`,
    values: [JSON.stringify(rows)],
  });
}

const WRITING: Writing = {
  sites: (runner, records) =>
    insert(
      runner,
      "mgt_sites",
      { site: "text", time_zone: "text", closed: "bigint", frozen: "bigint" },
      `(site) DO UPDATE SET time_zone = excluded.time_zone, closed = excluded.closed, frozen = excluded.frozen`,
      records.map(({ timeZone, ...site }) => ({ ...site, time_zone: timeZone })),
    ),
  async visitors(runner, records) {
    for (const site of new Set(records.map(({ site }) => site)))
      await putVisitors(
        runner,
        site,
        records.filter((record) => record.site === site),
      );
  },
  events: (runner, records) =>
    insert(
      runner,
      "mgt_events",
      {
        site: "text",
        id: "uuid",
        visitor: "uuid",
        type: "text",
        time: "bigint",
        late: "boolean",
        data: "text",
      },
      "DO NOTHING",
      records.map(({ site, visitor, late, event: { id, type, at, ...data } }) => ({
        site,
        id,
        visitor,
        type,
        time: at,
        late,
        data: JSON.stringify(data),
      })),
    ),
  async consents(runner, records) {
    await insertConsents(runner, records);
    const heads = new Map(
      records.map(({ site, position, chain }) => [site, { site, position, head: chain }]),
    );
    await insert(
      runner,
      "mgt_chains",
      { site: "text", position: "bigint", head: "text" },
      "(site) DO UPDATE SET position = excluded.position, head = excluded.head",
      [...heads.values()],
    );
  },
  async days(runner, records) {
    for (const site of new Set(records.map(({ site }) => site)))
      await putRows(
        runner,
        site,
        records.filter((record) => record.site === site).map(({ row }) => row),
      );
  },
  dropped: (runner, records) =>
    insert(
      runner,
      "mgt_dropped",
      { site: "text", day: "text", reason: "text", count: "bigint" },
      "(site, day, reason) DO UPDATE SET count = excluded.count",
      records,
    ),
  accesses: (runner, records) =>
    insert(
      runner,
      "mgt_accesses",
      { site: "text", time: "bigint", id: "uuid", who: "text", what: "text", whose: "text" },
      "DO NOTHING",
      records,
    ),
  erased: (runner, records) =>
    insert(
      runner,
      "mgt_erased",
      { site: "text", mark: "text", until: "bigint" },
      "(site, mark) DO UPDATE SET until = excluded.until",
      records,
    ),
  async times(runner, records) {
    for (const { lastUse } of records) await setTime(runner, "heartbeat", lastUse);
  },
};
