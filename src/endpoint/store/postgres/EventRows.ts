import { hash } from "node:crypto";
import type { ReportedEvent } from "../../report/countedEvent.ts";
import type { Progress } from "../../report/progress.ts";
import { NO_PROGRESS } from "../../report/progress.ts";
import { markOf } from "../rules/erasure.ts";
import { byTime } from "../rules/eventOrder.ts";
import type { History } from "../rules/History.ts";
import type { Arrival, StoredEvent } from "../Store.ts";
import type { Runner } from "./Connections.ts";

/** What one arrival becomes. */
export interface Incoming {
  site: string;
  day: string;
  mark: string;
  /** How many events. */
  events: number;
  /** Time of the earliest of them. */
  earliest: number;
  /** Rows, JSON. */
  rows: string;
}

export function incoming({ site, visitor, day, events }: Arrival): Incoming {
  const mark = markOf(site, visitor);
  const rows = events.map(({ id, type, at, ...data }) =>
    JSON.stringify({ site, id, visitor, mark, type, time: at, data: JSON.stringify(data) }),
  );
  const earliest = Math.min(...events.map(({ at }) => at));
  return { site, day, mark, events: events.length, earliest, rows: rows.join() };
}

const INSERT = `INSERT INTO mgt_events (site, id, visitor, type, time, late, data)
  SELECT g.site, g.id, g.visitor, g.type, g.time, coalesce(g.time < s.closed, false), g.data
  FROM json_to_recordset($1::json)
    AS g(site text, id uuid, visitor uuid, mark text, type text, time bigint, data text)
  LEFT JOIN mgt_sites s ON s.site = g.site
  WHERE NOT EXISTS (SELECT 1 FROM mgt_erased e WHERE e.site = g.site AND e.mark = g.mark AND e.until > $2)
  ON CONFLICT (site, id) DO NOTHING`;

/** Nothing younger than this (ms) can be late: an answer of rows costs time. */
const NEVER_LATE_MS = 48 * 3_600_000;

/** @returns how many were late and how many refused, by arrival */
export async function insertEvents(
  runner: Runner,
  arrivals: readonly Incoming[],
  now: number,
): Promise<{ arrival: Incoming; late: number; erased: number }[]> {
  const rows = `[${arrivals.map(({ rows }) => rows).join()}]`;
  const mayBeLate = arrivals.some(({ earliest }) => earliest < now - NEVER_LATE_MS);
  const inserted = await runner.run<{ id: string; late: boolean }>({
    ...(mayBeLate
      ? { name: "mgt_append_old", text: `${INSERT} RETURNING id, late` }
      : { name: "mgt_append", text: INSERT }),
    values: [rows, now],
  });
  const given = arrivals.reduce((sum, { events }) => sum + events, 0);
  const isWhole = inserted.count === given;
  if (isWhole && !inserted.rows.some(({ late }) => late)) return [];
  const late = new Set(inserted.rows.filter(({ late }) => late).map(({ id }) => id));
  const marks = isWhole ? new Set<string>() : await erasedMarks(runner, arrivals, now);
  return arrivals.map((arrival) => ({
    arrival,
    late: idsOf(arrival).filter((id) => late.has(id)).length,
    erased: marks.has(`${arrival.site} ${arrival.mark}`) ? arrival.events : 0,
  }));
}

const idsOf = ({ rows }: Incoming): string[] =>
  (JSON.parse(`[${rows}]`) as { id: string }[]).map(({ id }) => id);

async function erasedMarks(runner: Runner, arrivals: readonly Incoming[], now: number): Promise<Set<string>> {
  const { rows } = await runner.run<{ site: string; mark: string }>({
    text: "SELECT site, mark FROM mgt_erased WHERE site = ANY($1::text[]) AND mark = ANY($2::text[]) AND until > $3",
    values: [[...new Set(arrivals.map(({ site }) => site))], arrivals.map(({ mark }) => mark), now],
  });
  return new Set(rows.map(({ site, mark }) => `${site} ${mark}`));
}

export interface EventRow {
  id: string;
  type: StoredEvent["type"];
  time: string;
  data: string;
}

export const storedEvent = ({ id, type, time, data }: EventRow): StoredEvent => ({
  id,
  type,
  at: Number(time),
  ...JSON.parse(data),
});

export const progressOf = (stored: string | null): Progress => ({
  ...NO_PROGRESS,
  ...(stored && JSON.parse(stored)),
});

/** Visitors whose histories are read at once. */
const HELPING = 500;

/** Histories of all who have an event in between that counts, each up to `before`. */
export async function* histories(
  runner: Runner,
  site: string,
  after: number,
  before: number,
): AsyncGenerator<History> {
  const found = await runner.run<{ visitor: string }>({
    text: "SELECT DISTINCT visitor FROM mgt_events WHERE site = $1 AND time >= $2 AND time < $3 AND NOT late",
    values: [site, after, before],
  });
  const visitors = found.rows.map(({ visitor }) => visitor);
  for (let first = 0; first < visitors.length; first += HELPING) {
    const { rows } = await runner.run<EventRow & { visitor: string; progress: string | null }>({
      name: "mgt_histories",
      text: `SELECT e.visitor, e.id, e.type, e.time, e.data, v.progress
        FROM mgt_events e LEFT JOIN mgt_visitors v ON v.site = e.site AND v.visitor = e.visitor
        WHERE e.site = $1 AND e.visitor = ANY($2::uuid[]) AND e.time < $3 AND NOT e.late`,
      values: [site, visitors.slice(first, first + HELPING), before],
    });
    const byVisitor = new Map<string, History>();
    for (const { visitor, progress, ...row } of rows) {
      let history = byVisitor.get(visitor);
      if (!history) {
        history = { start: progressOf(progress), events: [] };
        byVisitor.set(visitor, history);
      }
      history.events.push(storedEvent(row) satisfies ReportedEvent);
    }
    for (const history of byVisitor.values()) {
      history.events.sort(byTime);
      yield history;
    }
  }
}

/** Key of a frozen row: its values may be too long for one. */
export const partsHash = (parts: string): string => hash("sha256", parts, "hex").slice(0, 32);
