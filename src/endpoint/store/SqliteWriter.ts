import type { Channel } from "../../vocabulary/channels.ts";
import { advance, type CountedEvent, NO_PROGRESS } from "../report/progress.ts";
import { loadReferralRefiner } from "../report/refineReferral.ts";
import { CONSENT_FIELDS, chainConsent } from "./consentChain.ts";
import { EVENT_ORDER } from "./eventOrder.ts";
import type { Sqlite } from "./openDatabase.ts";
import type { Access, Arrival, LoggedConsent, StoredEvent } from "./Store.ts";

/** What arrived while the previous commit was under way. */
export interface Batch {
  /** One `Arrival` as JSON per line, or `""`. */
  arrivals: string;
  consents: LoggedConsent[];
  dropped: { site: string; day: string; reason: string; count: number }[];
  accesses: Access[];
}

/** How long one transaction moves rows out of the inbox (ms): a commit may have to wait for it. */
const FOLD_FOR = 40;
/** Arrivals that may wait in the inbox before each commit has to pay for a step of folding. */
const MAX_BACKLOG = 100_000;
/** Folding waits for this much quiet (ms). */
const FOLD_AFTER = 25;
/** And for this long (ms) after it failed: waiting for another program's lock, it would hold up commits. */
const FOLD_AGAIN = 2_000;
const PURGE_ROWS = 500;
const MONTH = 30.44 * 86_400_000;
/** No site may keep events longer. */
export const MAX_EVENT_AGE = 25 * MONTH;
const MAX_ACCESS_AGE = 12 * MONTH;

/** The only hand that writes the file. Lives in a worker thread: its fsync blocks nobody else. */
export class SqliteWriter {
  readonly #database: Sqlite;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #sites = new Map<string, number>();
  readonly #commit: (batch: Batch) => void;
  readonly #foldTransaction: () => number;
  readonly #erase: (site: string, visitor: string) => number;
  readonly #purgeTransaction: (site: number, limit: number, refine: Refine) => number;
  readonly #quiet: NodeJS.Timeout;
  #foldNotBefore = 0;
  #backlog = 0;

  constructor(database: Sqlite) {
    this.#database = database;
    this.#statements = prepare(database);
    this.#commit = database.transaction((batch: Batch) => this.#write(batch)).immediate;
    this.#foldTransaction = database.transaction(() => this.#fold()).immediate;
    this.#erase = database.transaction((site: string, visitor: string) =>
      this.#forget(site, visitor),
    ).immediate;
    this.#purgeTransaction = database.transaction((site: number, limit: number, refine: Refine) =>
      this.#purgeEvents(site, limit, refine),
    ).immediate;
    this.#quiet = setTimeout(() => this.#foldQuietly(), FOLD_AFTER);
    // A predecessor that was killed left its inbox; whatever it holds was acknowledged.
    if (this.#lastSeq() > 0) this.#backlog = 1;
  }

  commit(batch: Batch): void {
    this.#commit(batch);
    if (batch.arrivals === "") return;
    this.#backlog += count(batch.arrivals, "\n");
    if (this.#backlog > MAX_BACKLOG) this.#foldStep();
    this.#quiet.refresh();
  }

  /** Resolves once everything committed so far is in the indexed tables; commits go on in between. */
  async settle(): Promise<void> {
    const target = this.#lastSeq();
    while (this.#firstSeq() <= target) {
      this.#foldStep();
      await new Promise(setImmediate);
    }
  }

  async since(site: string, visitor: string): Promise<number | undefined> {
    await this.settle();
    return this.#findVisitor(site, visitor)?.since;
  }

  async erase(site: string, visitor: string): Promise<number> {
    await this.settle();
    const erased = this.#erase(site, visitor);
    // The write-ahead log still holds the pages as they were.
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
    return erased;
  }

  async purge(before: Record<string, number>, now: number): Promise<number> {
    await this.settle();
    const { listSites, purgeVisitors, purgeAccesses, purgeDropped } = this.#statements;
    const refine = await loadReferralRefiner();
    let purged = 0;
    const exhaust = async (step: () => number): Promise<number> => {
      let total = 0;
      for (let rows = PURGE_ROWS; rows >= PURGE_ROWS; total += rows) {
        rows = step();
        await new Promise(setImmediate);
      }
      return total;
    };
    for (const { ref, key } of listSites.all()) {
      const limit = before[key] ?? now - MAX_EVENT_AGE;
      purged += await exhaust(() => this.#purgeTransaction(ref, limit, refine));
      await exhaust(() => purgeVisitors.run(ref, limit, PURGE_ROWS).changes);
    }
    await exhaust(() => purgeAccesses.run(now - MAX_ACCESS_AGE, PURGE_ROWS).changes);
    purgeDropped.run(new Date(now - MAX_EVENT_AGE).toISOString().slice(0, 10));
    return purged;
  }

  check(): void {
    this.#statements.heartbeat.run(Date.now());
  }

  async close(): Promise<void> {
    clearTimeout(this.#quiet);
    this.#database.pragma("wal_checkpoint(PASSIVE)");
    this.#database.close();
  }

  #write({ arrivals, consents, dropped, accesses }: Batch): void {
    const { addArrivals, findConsent, lastChain, addConsent, addDropped, addAccess } = this.#statements;
    if (arrivals !== "") addArrivals.run(arrivals);
    for (const record of consents) {
      if (findConsent.get(record.site, record.id)) continue;
      const chain = chainConsent(lastChain.get()?.chain ?? "", record);
      addConsent.run(...CONSENT_FIELDS.map((field) => record[field]), chain);
    }
    for (const { site, day, reason, count } of dropped) addDropped.run(site, day, reason, count);
    for (const { time, who, what, site, whose } of accesses) addAccess.run(time, who, what, site, whose);
  }

  #foldQuietly(): void {
    if (this.#backlog === 0) return;
    if (performance.now() < this.#foldNotBefore) {
      this.#quiet.refresh();
      return;
    }
    try {
      this.#foldStep();
      // Rows left by a predecessor were never counted: only an empty inbox ends it.
      if (this.#lastSeq() === 0) this.#backlog = 0;
    } catch {
      // A full disk now is no loss: the inbox is durable, the next step tries again.
      this.#foldNotBefore = performance.now() + FOLD_AGAIN;
    }
    if (this.#backlog > 0) setImmediate(() => this.#quiet.refresh());
  }

  #foldStep(): void {
    try {
      this.#backlog = Math.max(1, this.#backlog - this.#foldTransaction());
    } catch (error) {
      // References made in the transaction that was rolled back do not exist.
      this.#sites.clear();
      throw error;
    }
  }

  /** Moves the oldest rows of the inbox; returns how many arrivals they held. */
  #fold(): number {
    const { nextArrivals, removeArrivals } = this.#statements;
    let arrivals = 0;
    const end = performance.now() + FOLD_FOR;
    for (let row = nextArrivals.get(); row && performance.now() < end; row = nextArrivals.get()) {
      for (const line of row.arrivals.split("\n")) {
        if (line === "") continue;
        const arrival: Arrival = JSON.parse(line);
        arrivals++;
        this.#store(arrival);
      }
      removeArrivals.run(row.seq);
    }
    return arrivals;
  }

  #store({ site, visitor, events, days }: Arrival): void {
    const { findVisitor, addVisitor, removeVisitor, setSince, addEvent } = this.#statements;
    const siteRef = this.#site(site);
    let known = findVisitor.get(siteRef, visitor);
    for (const event of events) {
      const day = days[event.id] ?? null;
      if (known && day !== null && this.#raisePages(siteRef, known.ref, day, event)) continue;
      const isNew = !known;
      known ??= {
        ref: Number(addVisitor.run(siteRef, visitor, event.at).lastInsertRowid),
        since: event.at,
      };
      const { changes } = addEvent.run(...eventColumns(siteRef, known.ref, day, event));
      if (changes === 0 && isNew) {
        // Its id is known, under another visitor: nothing is stored of this one.
        removeVisitor.run(known.ref);
        known = undefined;
      } else if (changes > 0 && event.at < known.since) {
        known.since = event.at;
        setSince.run(event.at, known.ref);
      }
    }
  }

  /**
   * Of the running counts of a day only the highest after each entry is kept, since each entry has its own
   * source; the next entry ends what a row stands for.
   *
   * Counts only grow, so a count between a row's lowest and highest is one that the row has seen. That,
   * and not its time, tells a repeated event: its time is corrected anew, and differs a little.
   *
   * @returns whether a row stands for the event; otherwise it is one of its own
   */
  #raisePages(site: number, visitor: number, day: string, event: StoredEvent): boolean {
    const { findPages, findEvent, latestEntry, nextEntry, raisePages } = this.#statements;
    const { id, at, consent, pages = 0 } = event;
    const rows = findPages.all(visitor, day);
    if (rows.length === 0) return false;
    if (rows.some(({ lowest, highest }) => lowest <= pages && pages <= highest)) return true;
    const after = latestEntry.get(visitor, at)?.time ?? Number.NEGATIVE_INFINITY;
    const before = nextEntry.get(visitor, at)?.time ?? Number.POSITIVE_INFINITY;
    const row = rows.find(({ time }) => time >= after && time < before);
    if (!row) return false;
    const { ref, lowest, highest } = row;
    if (pages < highest) raisePages.run(row.id, row.time, highest, Math.min(lowest, pages), row.consent, ref);
    // An id that another event has taken is not ours to give; the count is true all the same.
    else raisePages.run(findEvent.get(site, id) ? row.id : id, at, pages, lowest, consent, ref);
    return true;
  }

  /**
   * Deletes events of one site, visitor by visitor, and keeps how far each has come, so that the rows of
   * later days stay as they are.
   *
   * @returns how many; fewer than `PURGE_ROWS` when none is left
   */
  #purgeEvents(site: number, limit: number, refine: Refine): number {
    const { expiredVisitor, findProgress, setProgress, expiredEvents, removeEvent } = this.#statements;
    let purged = 0;
    while (purged < PURGE_ROWS) {
      const visitor = expiredVisitor.get(site, limit)?.visitor;
      if (visitor === undefined) break;
      const { seen = 0, condition, source, channel } = findProgress.get(visitor) ?? {};
      const progress = {
        seen,
        condition: condition ?? NO_PROGRESS.condition,
        source: source ?? NO_PROGRESS.source,
        channel: channel ?? NO_PROGRESS.channel,
      };
      for (const { ref, referrer, ...event } of expiredEvents.all(visitor, limit, PURGE_ROWS)) {
        advance(progress, { ...event, ...refine(event, referrer) });
        removeEvent.run(ref);
        purged++;
      }
      setProgress.run(progress.seen, progress.condition, progress.source, progress.channel, visitor);
    }
    return purged;
  }

  #forget(site: string, visitor: string): number {
    const { eraseEvents, removeVisitor, unlinkConsents, unlinkAccesses } = this.#statements;
    unlinkConsents.run(site, visitor);
    unlinkAccesses.run(site, visitor);
    const found = this.#findVisitor(site, visitor);
    if (!found) return 0;
    const { changes } = eraseEvents.run(found.ref);
    removeVisitor.run(found.ref);
    return changes;
  }

  #site(key: string): number {
    const known = this.#sites.get(key);
    if (known !== undefined) return known;
    const { addSite, findSite } = this.#statements;
    const ref = findSite.get(key)?.ref ?? Number(addSite.run(key).lastInsertRowid);
    this.#sites.set(key, ref);
    return ref;
  }

  #findVisitor(site: string, visitor: string) {
    const { findSite, findVisitor } = this.#statements;
    const ref = findSite.get(site)?.ref;
    return ref === undefined ? undefined : findVisitor.get(ref, visitor);
  }

  #firstSeq(): number {
    return this.#statements.inboxBounds.get()?.first ?? Number.POSITIVE_INFINITY;
  }

  #lastSeq(): number {
    return this.#statements.inboxBounds.get()?.last ?? 0;
  }
}

type Refine = Awaited<ReturnType<typeof loadReferralRefiner>>;

function eventColumns(site: number, visitor: number, day: string | null, event: StoredEvent) {
  const { id, type, at, consent, pages, condition, source, channel, ...data } = event;
  return [
    site,
    id,
    visitor,
    type,
    at,
    consent,
    pages ?? null,
    condition ?? null,
    source ?? null,
    channel ?? null,
    day,
    day === null ? null : (pages ?? 0),
    JSON.stringify(data),
  ];
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

/** The highest `pages` event after one entry, on one day. */
interface PagesRow {
  ref: number;
  id: string;
  time: number;
  consent: string;
  lowest: number;
  highest: number;
}

interface ExpiredRow extends CountedEvent {
  ref: number;
  referrer: string | null;
}

/** Null until events of the visitor were purged. */
interface ProgressRow {
  seen: number;
  condition: string | null;
  source: string | null;
  channel: Channel | null;
}

function prepare(database: Sqlite) {
  return {
    addArrivals: database.prepare("INSERT INTO inbox (arrivals) VALUES (?)"),
    inboxBounds: database.prepare<[], { first: number | null; last: number | null }>(
      "SELECT (SELECT min(seq) FROM inbox) AS first, (SELECT max(seq) FROM inbox) AS last",
    ),
    nextArrivals: database.prepare<[], { seq: number; arrivals: string }>(
      "SELECT seq, arrivals FROM inbox ORDER BY seq LIMIT 1",
    ),
    removeArrivals: database.prepare("DELETE FROM inbox WHERE seq = ?"),
    addSite: database.prepare("INSERT INTO sites (key) VALUES (?)"),
    findSite: database.prepare<[string], { ref: number }>("SELECT ref FROM sites WHERE key = ?"),
    listSites: database.prepare<[], { ref: number; key: string }>("SELECT ref, key FROM sites"),
    findVisitor: database.prepare<[number, string], { ref: number; since: number }>(
      "SELECT ref, since FROM visitors WHERE site = ? AND visitor = ?",
    ),
    addVisitor: database.prepare("INSERT INTO visitors (site, visitor, since) VALUES (?, ?, ?)"),
    setSince: database.prepare("UPDATE visitors SET since = ? WHERE ref = ?"),
    addEvent: database.prepare(
      `INSERT INTO events (site, id, visitor, type, time, consent, pages, condition, source, channel, day, lowest,
         data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    findEvent: database.prepare<[number, string], { ref: number }>(
      "SELECT ref FROM events WHERE site = ? AND id = ?",
    ),
    findPages: database.prepare<[number, string], PagesRow>(
      "SELECT ref, id, time, consent, lowest, pages AS highest FROM events WHERE visitor = ? AND day = ?",
    ),
    latestEntry: database.prepare<[number, number], { time: number }>(
      "SELECT time FROM events WHERE visitor = ? AND time <= ? AND type = 'entry' ORDER BY time DESC LIMIT 1",
    ),
    nextEntry: database.prepare<[number, number], { time: number }>(
      "SELECT time FROM events WHERE visitor = ? AND time > ? AND type = 'entry' ORDER BY time LIMIT 1",
    ),
    raisePages: database.prepare(
      "UPDATE events SET id = ?, time = ?, pages = ?, lowest = ?, consent = ? WHERE ref = ?",
    ),
    eraseEvents: database.prepare("DELETE FROM events WHERE visitor = ?"),
    removeVisitor: database.prepare("DELETE FROM visitors WHERE ref = ?"),
    unlinkConsents: database.prepare("UPDATE consents SET visitor = '' WHERE site = ? AND visitor = ?"),
    unlinkAccesses: database.prepare("UPDATE access_log SET whose = 'erased' WHERE site = ? AND whose = ?"),
    findConsent: database.prepare("SELECT 1 FROM consents WHERE site = ? AND id = ?"),
    lastChain: database.prepare<[], { chain: string }>(
      "SELECT chain FROM consents ORDER BY ref DESC LIMIT 1",
    ),
    addConsent: database.prepare(
      `INSERT INTO consents (${CONSENT_FIELDS.join(", ")}, chain)
       VALUES (${CONSENT_FIELDS.map(() => "?").join(", ")}, ?)`,
    ),
    addDropped: database.prepare(
      `INSERT INTO dropped (site, day, reason, count) VALUES (?, ?, ?, ?)
       ON CONFLICT (site, day, reason) DO UPDATE SET count = count + excluded.count`,
    ),
    addAccess: database.prepare(
      "INSERT INTO access_log (time, who, what, site, whose) VALUES (?, ?, ?, ?, ?)",
    ),
    heartbeat: database.prepare("INSERT OR REPLACE INTO heartbeat (ref, time) VALUES (1, ?)"),
    expiredVisitor: database.prepare<[number, number], { visitor: number }>(
      "SELECT visitor FROM events WHERE site = ? AND time < ? ORDER BY time LIMIT 1",
    ),
    expiredEvents: database.prepare<[number, number, number], ExpiredRow>(
      `SELECT ref, type, pages, condition, source, channel,
         CASE WHEN channel = 'referral' THEN json_extract(data, '$.referrer') END AS referrer
       FROM events WHERE visitor = ? AND time < ? ORDER BY ${EVENT_ORDER} LIMIT ?`,
    ),
    removeEvent: database.prepare("DELETE FROM events WHERE ref = ?"),
    findProgress: database.prepare<[number], ProgressRow>(
      "SELECT seen, condition, source, channel FROM visitors WHERE ref = ?",
    ),
    setProgress: database.prepare(
      "UPDATE visitors SET seen = ?, condition = ?, source = ?, channel = ? WHERE ref = ?",
    ),
    purgeVisitors: database.prepare(
      `DELETE FROM visitors WHERE ref IN (
         SELECT ref FROM visitors WHERE site = ? AND since < ?
         AND NOT EXISTS (SELECT 1 FROM events WHERE events.visitor = visitors.ref) LIMIT ?)`,
    ),
    purgeAccesses: database.prepare(
      "DELETE FROM access_log WHERE ref IN (SELECT ref FROM access_log WHERE time < ? LIMIT ?)",
    ),
    purgeDropped: database.prepare("DELETE FROM dropped WHERE day < ?"),
  };
}
