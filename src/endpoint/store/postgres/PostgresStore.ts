import { randomUUID } from "node:crypto";
import { CommitQueue } from "../CommitQueue.ts";
import { DroppedTally } from "../DroppedTally.ts";
import { buildReport } from "../rules/buildReport.ts";
import { copiedEvents } from "../rules/copiedEvents.ts";
import { ERASED, markOf, REFUSED_FOR_MS } from "../rules/erasure.ts";
import { dueOf, type Freezing, freezeDays } from "../rules/freezeDays.ts";
import { Heartbeat } from "../rules/Heartbeat.ts";
import { accessesUntil, countsUntil, eventsUntil } from "../rules/retention.ts";
import {
  type Access,
  type Arrival,
  type ConsentQuery,
  type ConsentVerification,
  type Erasure,
  type LoggedConsent,
  type Purged,
  type Report,
  type ReportQuery,
  type SiteTerms,
  type Store,
  StoreUnavailable,
  UNFINISHED_MOVE,
  type VisitorCopy,
} from "../Store.ts";
import { Connections, STATEMENT_MS } from "./Connections.ts";
import { addConsents, findConsents, verifyConsents } from "./ConsentRows.ts";
import { type EventRow, type Incoming, incoming, insertEvents, storedEvent } from "./EventRows.ts";
import { PostgresFreezer } from "./PostgresFreezer.ts";
import { purgeEvents } from "./purgeRows.ts";
import { migrate } from "./schema.ts";
import { addDropped, readTime, siteKeys, writeTime, zoneOf } from "./smallTables.ts";

/** Requests that may wait for their commit: beyond, the database is not keeping up. */
const MAX_WAITING = 10_000;
const MAX_WAITING_CHARACTERS = 32 * 1024 * 1024;
/** Commits at the same time: one waits for the disk while the next is on its way. */
const MAX_COMMITS = 4;
/** Arrivals of one statement. */
const MAX_ARRIVALS = 1_000;
/** What another process had already sent when a visitor was erased is in by now (ms). */
const SWEEP_AFTER_MS = STATEMENT_MS + 5_000;
/** Of sites that are no longer configured, and that said nothing else when they were last frozen. */
const DEFAULT_ZONE = "Europe/Paris";

export interface PostgresOptions {
  /** No other process writes this database. */
  isAlone?: boolean;
}

/** PostgreSQL, or what speaks its protocol; any number of processes at once, none of which keeps anything itself. */
export class PostgresStore implements Store {
  readonly #connections: Connections;
  readonly #freezer: PostgresFreezer;
  readonly #heartbeat: Heartbeat;
  readonly #events: CommitQueue<Incoming>;
  readonly #consents: CommitQueue<LoggedConsent>;
  readonly #dropped: DroppedTally;
  readonly #sweeps = new Set<NodeJS.Timeout>();
  #closed = false;

  /** @param url `postgres://…` @throws {Error} it cannot be reached, or is of a later version of this program */
  static async open(url: string, options: PostgresOptions = {}): Promise<PostgresStore> {
    const connections = new Connections(url);
    try {
      await migrate(connections);
      if ((await readTime(connections, "moving")) !== undefined) throw new Error(UNFINISHED_MOVE);
      const store = new PostgresStore(connections, options);
      await store.#heartbeat.start();
      return store;
    } catch (error) {
      await connections.close();
      throw error;
    }
  }

  private constructor(connections: Connections, { isAlone = false }: PostgresOptions) {
    this.#connections = connections;
    this.#freezer = new PostgresFreezer(connections, isAlone);
    this.#heartbeat = new Heartbeat({
      read: () => readTime(connections, "heartbeat"),
      write: (time) => writeTime(connections, "heartbeat", time),
    });
    const bounds = { maxWaiting: MAX_WAITING, maxSize: MAX_WAITING_CHARACTERS };
    this.#events = new CommitQueue({
      ...bounds,
      maxCommits: MAX_COMMITS,
      maxItems: MAX_ARRIVALS,
      sizeOf: ({ rows }) => rows.length,
      commit: (arrivals) => this.#insert(arrivals),
    });
    this.#consents = new CommitQueue({
      ...bounds,
      // A chain has one end.
      maxCommits: 1,
      sizeOf: ({ signal = "" }) => signal.length,
      commit: (records) => connections.transaction((runner) => addConsents(runner, records, Date.now())),
    });
    this.#dropped = new DroppedTally((counts) => addDropped(connections, counts));
  }

  append(arrival: Arrival): Promise<void> {
    return this.#events.add(incoming(arrival));
  }

  addConsent(record: LoggedConsent): Promise<void> {
    return this.#consents.add(record);
  }

  countDropped(site: string, day: string, reason: string, count: number): void {
    this.#dropped.add({ site, day, reason, count });
  }

  async since(site: string, visitor: string): Promise<number | undefined> {
    const { rows } = await this.#connections.run<{ time: string | null }>({
      name: "mgt_since",
      text: `SELECT min(time) AS time FROM (
        SELECT time FROM mgt_events WHERE site = $1 AND visitor = $2
        UNION ALL SELECT since AS time FROM mgt_visitors WHERE site = $1 AND visitor = $2) AS times`,
      values: [site, visitor],
    });
    return rows[0]?.time == null ? undefined : Number(rows[0].time);
  }

  async copy(site: string, visitor: string): Promise<VisitorCopy> {
    await this.#events.flush();
    const since = (await this.since(site, visitor)) ?? null;
    const consents = await this.consents({ site, visitor });
    const { rows } = await this.#connections.run<EventRow>({
      text: "SELECT id, type, time, data FROM mgt_events WHERE site = $1 AND visitor = $2",
      values: [site, visitor],
    });
    const events = copiedEvents(rows.map(storedEvent));
    return { visitor, site, since, consents, events };
  }

  async erase(site: string, visitor: string): Promise<Erasure> {
    const until = Date.now() + REFUSED_FOR_MS;
    await this.#connections.run({
      text: `INSERT INTO mgt_erased (site, mark, until) VALUES ($1, $2, $3)
        ON CONFLICT (site, mark) DO UPDATE SET until = excluded.until`,
      values: [site, markOf(site, visitor), until],
    });
    // From here on nothing of him is taken; what was on its way is let in first.
    await Promise.all([this.#events.flush(), this.#consents.flush()]);
    const erased = await this.#forget(site, visitor);
    const sweep = setTimeout(() => {
      this.#sweeps.delete(sweep);
      this.#forget(site, visitor).catch(() => {});
    }, SWEEP_AFTER_MS).unref();
    this.#sweeps.add(sweep);
    return { erased };
  }

  async consents(query: ConsentQuery): Promise<LoggedConsent[]> {
    await this.#consents.flush();
    return findConsents(this.#connections, query);
  }

  async report(query: ReportQuery): Promise<Report> {
    await Promise.all([this.#events.flush(), this.#dropped.flush()]);
    await this.#dropped.flush();
    return buildReport(this.#freezer, query);
  }

  async logAccess({ site, time, who, what, whose }: Access): Promise<void> {
    if (this.#closed) throw new StoreUnavailable("the store is closed");
    await this.#connections.run({
      text: `INSERT INTO mgt_accesses (site, time, id, who, what, whose) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING`,
      values: [site, time, randomUUID(), who, what, whose],
    });
  }

  async accessLog(): Promise<Access[]> {
    const { rows } = await this.#connections.run<Omit<Access, "time"> & { time: string }>({
      text: "SELECT time, who, what, site, whose FROM mgt_accesses ORDER BY time, id",
    });
    return rows.map((row) => ({ ...row, time: Number(row.time) }));
  }

  async freeze(sites: Readonly<Record<string, SiteTerms>>, now: number): Promise<void> {
    await this.#heartbeat.demand(now);
    await this.#events.flush();
    await freezeDays(this.#freezer, dueOf(sites, now));
  }

  async purge(sites: Readonly<Record<string, SiteTerms>>, now: number, only?: string): Promise<Purged[]> {
    await this.#heartbeat.demand(now);
    await this.#events.flush();
    const purged: Purged[] = [];
    const due: Freezing[] = [];
    for (const site of await siteKeys(this.#connections)) {
      if (only !== undefined && site !== only) continue;
      const timeZone = sites[site]?.timeZone ?? (await zoneOf(this.#connections, site)) ?? DEFAULT_ZONE;
      due.push({ site, timeZone, until: eventsUntil(site, sites, now) });
    }
    await freezeDays(this.#freezer, due);
    for (const { site, until } of due) {
      const { events, visitors } = await purgeEvents(this.#connections, site, until);
      if (events + visitors > 0) purged.push({ site, events, visitors });
    }
    for (const [text, bound] of [
      ["DELETE FROM mgt_accesses WHERE time < $1", accessesUntil(now)],
      ["DELETE FROM mgt_dropped WHERE day < $1", countsUntil(now)],
      ["DELETE FROM mgt_erased WHERE until < $1", now],
    ] as const)
      await this.#connections.run({ text, values: [bound] });
    return purged;
  }

  async verify(noted?: string): Promise<ConsentVerification> {
    await this.#consents.flush();
    return verifyConsents(this.#connections, noted);
  }

  async check(): Promise<void> {
    if (this.#closed) throw new StoreUnavailable("the store is closed");
    await writeTime(this.#connections, "check", Date.now());
  }

  waiting(): number {
    return this.#events.waiting + this.#consents.waiting;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#heartbeat.stop();
    await Promise.all([this.#events.close(), this.#consents.close()]);
    await this.#dropped.flush();
    this.#dropped.close();
    for (const sweep of this.#sweeps) clearTimeout(sweep);
    await this.#connections.close();
  }

  async #insert(arrivals: Incoming[]): Promise<void> {
    const counts = await insertEvents(this.#connections, arrivals, Date.now());
    for (const { arrival, late, erased } of counts)
      for (const [reason, count] of Object.entries({ late, erased }))
        if (count > 0) this.countDropped(arrival.site, arrival.day, reason, count);
  }

  #forget(site: string, visitor: string): Promise<number> {
    return this.#connections.transaction(async (runner) => {
      const { count } = await runner.run({
        text: "DELETE FROM mgt_events WHERE site = $1 AND visitor = $2",
        values: [site, visitor],
      });
      await runner.run({
        text: "DELETE FROM mgt_visitors WHERE site = $1 AND visitor = $2",
        values: [site, visitor],
      });
      await runner.run({
        text: "UPDATE mgt_consents SET visitor = $3 WHERE site = $1 AND visitor = $2",
        values: [site, visitor, ERASED.consent],
      });
      await runner.run({
        text: "UPDATE mgt_accesses SET whose = $3 WHERE site = $1 AND whose = $2",
        values: [site, visitor, ERASED.access],
      });
      return count;
    });
  }
}
