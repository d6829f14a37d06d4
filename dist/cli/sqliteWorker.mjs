import {
  localDay,
  outerBounds
} from "./chunks/chunk-CSQLCSJM.mjs";
import {
  openDatabase,
  openReader,
  verifyConsents
} from "./chunks/chunk-5LYMRMIC.mjs";
import {
  CONSENT_FIELDS,
  chainConsent
} from "./chunks/chunk-KU7IQYZW.mjs";
import "./chunks/chunk-VIHIR2BE.mjs";

// src/endpoint/store/sqliteWorker.ts
import { parentPort, workerData } from "node:worker_threads";

// src/endpoint/report/progress.ts
var NO_PROGRESS = {
  seen: 0,
  condition: "",
  source: "internal",
  channel: "internal"
};
function advance(progress, event) {
  let viewed = 0;
  if (event.type === "entry") {
    viewed = 1;
    progress.condition = event.condition ?? "";
    progress.source = event.source ?? "";
    progress.channel = event.channel ?? NO_PROGRESS.channel;
  } else {
    viewed = Math.max(0, (event.pages ?? 0) - progress.seen);
  }
  progress.seen += viewed;
  return viewed;
}

// src/endpoint/report/ReportTally.ts
var ReportTally = class {
  #from;
  #to;
  #rows = /* @__PURE__ */ new Map();
  #visitor;
  #progress = { ...NO_PROGRESS };
  constructor(from, to) {
    this.#from = from;
    this.#to = to;
  }
  /** @param start where the visitor's first event finds it */
  add(event, start = NO_PROGRESS) {
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
  rows() {
    const keys = [...this.#rows.keys()].sort();
    return keys.flatMap((key) => {
      const found = this.#rows.get(key);
      if (!found) return [];
      const { latest, ...row } = found;
      return [row];
    });
  }
  #row(day) {
    const { condition, source, channel } = this.#progress;
    const key = [day, condition, source, channel].join("\0");
    let row = this.#rows.get(key);
    if (!row) {
      row = { day, condition, source, channel, entries: 0, visitors: 0, pages: 0, calls: 0, latest: -1 };
      this.#rows.set(key, row);
    }
    return row;
  }
};

// src/endpoint/report/refineReferral.ts
var CHANNELS_BY_MEDIUM = {
  search: "organic_search",
  social: "organic_social",
  email: "email",
  paid: "display"
};
async function loadReferralRefiner() {
  const { parse } = await import("@tryghost/referrer-parser");
  return ({ channel, condition }, referrer) => {
    if (channel !== "referral" || condition || !referrer?.startsWith("http")) return {};
    const { referrerSource, referrerMedium } = parse(referrer);
    const known = CHANNELS_BY_MEDIUM[referrerMedium ?? ""];
    return known && referrerSource ? { source: referrerSource, channel: known } : {};
  };
}

// src/endpoint/store/eventOrder.ts
var EVENT_ORDER = "time, type <> 'entry', pages, events.ref";

// src/endpoint/store/SqliteReader.ts
var CONSENT_COLUMNS = CONSENT_FIELDS.join(", ");
var OF_VISITOR = `(visitor = @visitor OR receipt IN (
  SELECT receipt FROM consents WHERE site = @site AND visitor = @visitor))`;
var SqliteReader = class {
  #database;
  constructor(database) {
    this.#database = database;
  }
  copy(site, visitor) {
    const found = this.#database.prepare(
      "SELECT visitors.ref, since FROM visitors JOIN sites ON sites.ref = site WHERE key = ? AND visitor = ?"
    ).get(site, visitor);
    const consents = this.#database.prepare(
      `SELECT ${CONSENT_COLUMNS} FROM consents WHERE site = @site AND ${OF_VISITOR} ORDER BY ref`
    ).all({ site, visitor });
    const rows = found ? this.#database.prepare(
      `SELECT id, type, time AS at, consent, pages, condition, source, channel, data FROM events
             WHERE visitor = ? ORDER BY ${EVENT_ORDER}`
    ).all(found.ref) : [];
    return { visitor, site, since: found?.since ?? null, consents, events: rows.map(storedEvent) };
  }
  consents({
    site,
    after = 0,
    before = Number.MAX_SAFE_INTEGER,
    status,
    visitor
  }) {
    return this.#database.prepare(
      `SELECT ${CONSENT_COLUMNS} FROM consents WHERE site = @site AND time >= @after AND time < @before
         AND (@status IS NULL OR status = @status) AND (@visitor IS NULL OR ${OF_VISITOR}) ORDER BY ref`
    ).all({ site, after, before, status: status ?? null, visitor: visitor ?? null });
  }
  async report({ site, timeZone, from, to }) {
    const { after, before } = outerBounds(from, to);
    const refine = await this.#refiner(site, after, before);
    const tally = new ReportTally(from, to);
    const rows = this.#database.prepare(
      `SELECT events.visitor, type, time, pages, events.condition, events.source, events.channel,
           CASE WHEN events.channel = 'referral' THEN json_extract(data, '$.referrer') END AS referrer,
           seen, visitors.condition AS c, visitors.source AS s, visitors.channel AS h
         FROM events JOIN visitors ON visitors.ref = events.visitor
         WHERE events.visitor IN (
           SELECT visitor FROM events WHERE site = (SELECT ref FROM sites WHERE key = @site)
           AND time >= @after AND time < @before)
         AND time < @before
         ORDER BY events.visitor, ${EVENT_ORDER}`
    ).iterate({ site, after, before });
    for (const { time, referrer, seen, c, s, h, ...event } of rows) {
      const start = {
        seen,
        condition: c ?? NO_PROGRESS.condition,
        source: s ?? NO_PROGRESS.source,
        channel: h ?? NO_PROGRESS.channel
      };
      tally.add({ ...event, ...refine(event, referrer), day: localDay(time, timeZone) }, start);
    }
    return { site, from, to, rows: tally.rows(), dropped: this.#dropped(site, from, to) };
  }
  accessLog() {
    return this.#database.prepare("SELECT time, who, what, site, whose FROM access_log ORDER BY ref").all();
  }
  verify(noted) {
    return verifyConsents(this.#database, noted);
  }
  close() {
    this.#database.close();
  }
  #dropped(site, from, to) {
    const counts = this.#database.prepare(
      "SELECT reason, sum(count) AS count FROM dropped WHERE site = ? AND day BETWEEN ? AND ? GROUP BY reason"
    ).all(site, from, to);
    return Object.fromEntries(counts.map(({ reason, count: count2 }) => [reason, count2]));
  }
  /** The list of hosts is loaded only where the report has a referral to refine. */
  async #refiner(site, after, before) {
    const referral = this.#database.prepare(
      `SELECT 1 FROM events WHERE visitor IN (SELECT visitor FROM events
           WHERE site = (SELECT ref FROM sites WHERE key = @site) AND time >= @after AND time < @before)
         AND channel = 'referral' AND condition = '' LIMIT 1`
    ).get({ site, after, before });
    return referral ? await loadReferralRefiner() : () => ({});
  }
};
function storedEvent({ data, ...columns }) {
  const { id, type, at, consent, ...rest } = columns;
  const present = Object.entries(rest).filter(([, value]) => value !== null);
  return { id, type, at, ...JSON.parse(data), ...Object.fromEntries(present), consent };
}

// src/endpoint/store/SqliteWriter.ts
var FOLD_FOR = 40;
var MAX_BACKLOG = 1e5;
var FOLD_AFTER = 25;
var FOLD_AGAIN = 2e3;
var PURGE_ROWS = 500;
var MONTH = 30.44 * 864e5;
var MAX_EVENT_AGE = 25 * MONTH;
var MAX_ACCESS_AGE = 12 * MONTH;
var SqliteWriter = class {
  #database;
  #statements;
  #sites = /* @__PURE__ */ new Map();
  #commit;
  #foldTransaction;
  #erase;
  #purgeTransaction;
  #quiet;
  #foldNotBefore = 0;
  #backlog = 0;
  constructor(database) {
    this.#database = database;
    this.#statements = prepare(database);
    this.#commit = database.transaction((batch) => this.#write(batch)).immediate;
    this.#foldTransaction = database.transaction(() => this.#fold()).immediate;
    this.#erase = database.transaction(
      (site, visitor) => this.#forget(site, visitor)
    ).immediate;
    this.#purgeTransaction = database.transaction(
      (site, limit, refine) => this.#purgeEvents(site, limit, refine)
    ).immediate;
    this.#quiet = setTimeout(() => this.#foldQuietly(), FOLD_AFTER);
    if (this.#lastSeq() > 0) this.#backlog = 1;
  }
  commit(batch) {
    this.#commit(batch);
    if (batch.arrivals === "") return;
    this.#backlog += count(batch.arrivals, "\n");
    if (this.#backlog > MAX_BACKLOG) this.#foldStep();
    this.#quiet.refresh();
  }
  /** Resolves once everything committed so far is in the indexed tables; commits go on in between. */
  async settle() {
    const target = this.#lastSeq();
    while (this.#firstSeq() <= target) {
      this.#foldStep();
      await new Promise(setImmediate);
    }
  }
  async since(site, visitor) {
    await this.settle();
    return this.#findVisitor(site, visitor)?.since;
  }
  async erase(site, visitor) {
    await this.settle();
    const erased = this.#erase(site, visitor);
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
    return erased;
  }
  async purge(before, now) {
    await this.settle();
    const { listSites, purgeVisitors, purgeAccesses, purgeDropped } = this.#statements;
    const refine = await loadReferralRefiner();
    let purged = 0;
    const exhaust = async (step) => {
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
  check() {
    this.#statements.heartbeat.run(Date.now());
  }
  async close() {
    clearTimeout(this.#quiet);
    this.#database.pragma("wal_checkpoint(PASSIVE)");
    this.#database.close();
  }
  #write({ arrivals, consents, dropped, accesses }) {
    const { addArrivals, findConsent, lastChain, addConsent, addDropped, addAccess } = this.#statements;
    if (arrivals !== "") addArrivals.run(arrivals);
    for (const record of consents) {
      if (findConsent.get(record.site, record.id)) continue;
      const chain = chainConsent(lastChain.get()?.chain ?? "", record);
      addConsent.run(...CONSENT_FIELDS.map((field) => record[field]), chain);
    }
    for (const { site, day, reason, count: count2 } of dropped) addDropped.run(site, day, reason, count2);
    for (const { time, who, what, site, whose } of accesses) addAccess.run(time, who, what, site, whose);
  }
  #foldQuietly() {
    if (this.#backlog === 0) return;
    if (performance.now() < this.#foldNotBefore) {
      this.#quiet.refresh();
      return;
    }
    try {
      this.#foldStep();
      if (this.#lastSeq() === 0) this.#backlog = 0;
    } catch {
      this.#foldNotBefore = performance.now() + FOLD_AGAIN;
    }
    if (this.#backlog > 0) setImmediate(() => this.#quiet.refresh());
  }
  #foldStep() {
    try {
      this.#backlog = Math.max(1, this.#backlog - this.#foldTransaction());
    } catch (error) {
      this.#sites.clear();
      throw error;
    }
  }
  /** Moves the oldest rows of the inbox; returns how many arrivals they held. */
  #fold() {
    const { nextArrivals, removeArrivals } = this.#statements;
    let arrivals = 0;
    const end = performance.now() + FOLD_FOR;
    for (let row = nextArrivals.get(); row && performance.now() < end; row = nextArrivals.get()) {
      for (const line of row.arrivals.split("\n")) {
        if (line === "") continue;
        const arrival = JSON.parse(line);
        arrivals++;
        this.#store(arrival);
      }
      removeArrivals.run(row.seq);
    }
    return arrivals;
  }
  #store({ site, visitor, events, days }) {
    const { findVisitor, addVisitor, removeVisitor, setSince, addEvent } = this.#statements;
    const siteRef = this.#site(site);
    let known = findVisitor.get(siteRef, visitor);
    for (const event of events) {
      const day = days[event.id] ?? null;
      if (known && day !== null && this.#raisePages(siteRef, known.ref, day, event)) continue;
      const isNew = !known;
      known ??= {
        ref: Number(addVisitor.run(siteRef, visitor, event.at).lastInsertRowid),
        since: event.at
      };
      const { changes } = addEvent.run(...eventColumns(siteRef, known.ref, day, event));
      if (changes === 0 && isNew) {
        removeVisitor.run(known.ref);
        known = void 0;
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
  #raisePages(site, visitor, day, event) {
    const { findPages, findEvent, latestEntry, nextEntry, raisePages } = this.#statements;
    const { id, at, consent, pages = 0 } = event;
    const rows = findPages.all(visitor, day);
    if (rows.length === 0) return false;
    if (rows.some(({ lowest: lowest2, highest: highest2 }) => lowest2 <= pages && pages <= highest2)) return true;
    const after = latestEntry.get(visitor, at)?.time ?? Number.NEGATIVE_INFINITY;
    const before = nextEntry.get(visitor, at)?.time ?? Number.POSITIVE_INFINITY;
    const row = rows.find(({ time }) => time >= after && time < before);
    if (!row) return false;
    const { ref, lowest, highest } = row;
    if (pages < highest) raisePages.run(row.id, row.time, highest, Math.min(lowest, pages), row.consent, ref);
    else raisePages.run(findEvent.get(site, id) ? row.id : id, at, pages, lowest, consent, ref);
    return true;
  }
  /**
   * Deletes events of one site, visitor by visitor, and keeps how far each has come, so that the rows of
   * later days stay as they are.
   *
   * @returns how many; fewer than `PURGE_ROWS` when none is left
   */
  #purgeEvents(site, limit, refine) {
    const { expiredVisitor, findProgress, setProgress, expiredEvents, removeEvent } = this.#statements;
    let purged = 0;
    while (purged < PURGE_ROWS) {
      const visitor = expiredVisitor.get(site, limit)?.visitor;
      if (visitor === void 0) break;
      const { seen = 0, condition, source, channel } = findProgress.get(visitor) ?? {};
      const progress = {
        seen,
        condition: condition ?? NO_PROGRESS.condition,
        source: source ?? NO_PROGRESS.source,
        channel: channel ?? NO_PROGRESS.channel
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
  #forget(site, visitor) {
    const { eraseEvents, removeVisitor, unlinkConsents, unlinkAccesses } = this.#statements;
    unlinkConsents.run(site, visitor);
    unlinkAccesses.run(site, visitor);
    const found = this.#findVisitor(site, visitor);
    if (!found) return 0;
    const { changes } = eraseEvents.run(found.ref);
    removeVisitor.run(found.ref);
    return changes;
  }
  #site(key) {
    const known = this.#sites.get(key);
    if (known !== void 0) return known;
    const { addSite, findSite } = this.#statements;
    const ref = findSite.get(key)?.ref ?? Number(addSite.run(key).lastInsertRowid);
    this.#sites.set(key, ref);
    return ref;
  }
  #findVisitor(site, visitor) {
    const { findSite, findVisitor } = this.#statements;
    const ref = findSite.get(site)?.ref;
    return ref === void 0 ? void 0 : findVisitor.get(ref, visitor);
  }
  #firstSeq() {
    return this.#statements.inboxBounds.get()?.first ?? Number.POSITIVE_INFINITY;
  }
  #lastSeq() {
    return this.#statements.inboxBounds.get()?.last ?? 0;
  }
};
function eventColumns(site, visitor, day, event) {
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
    day === null ? null : pages ?? 0,
    JSON.stringify(data)
  ];
}
function count(text, character) {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}
function prepare(database) {
  return {
    addArrivals: database.prepare("INSERT INTO inbox (arrivals) VALUES (?)"),
    inboxBounds: database.prepare(
      "SELECT (SELECT min(seq) FROM inbox) AS first, (SELECT max(seq) FROM inbox) AS last"
    ),
    nextArrivals: database.prepare(
      "SELECT seq, arrivals FROM inbox ORDER BY seq LIMIT 1"
    ),
    removeArrivals: database.prepare("DELETE FROM inbox WHERE seq = ?"),
    addSite: database.prepare("INSERT INTO sites (key) VALUES (?)"),
    findSite: database.prepare("SELECT ref FROM sites WHERE key = ?"),
    listSites: database.prepare("SELECT ref, key FROM sites"),
    findVisitor: database.prepare(
      "SELECT ref, since FROM visitors WHERE site = ? AND visitor = ?"
    ),
    addVisitor: database.prepare("INSERT INTO visitors (site, visitor, since) VALUES (?, ?, ?)"),
    setSince: database.prepare("UPDATE visitors SET since = ? WHERE ref = ?"),
    addEvent: database.prepare(
      `INSERT INTO events (site, id, visitor, type, time, consent, pages, condition, source, channel, day, lowest,
         data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`
    ),
    findEvent: database.prepare(
      "SELECT ref FROM events WHERE site = ? AND id = ?"
    ),
    findPages: database.prepare(
      "SELECT ref, id, time, consent, lowest, pages AS highest FROM events WHERE visitor = ? AND day = ?"
    ),
    latestEntry: database.prepare(
      "SELECT time FROM events WHERE visitor = ? AND time <= ? AND type = 'entry' ORDER BY time DESC LIMIT 1"
    ),
    nextEntry: database.prepare(
      "SELECT time FROM events WHERE visitor = ? AND time > ? AND type = 'entry' ORDER BY time LIMIT 1"
    ),
    raisePages: database.prepare(
      "UPDATE events SET id = ?, time = ?, pages = ?, lowest = ?, consent = ? WHERE ref = ?"
    ),
    eraseEvents: database.prepare("DELETE FROM events WHERE visitor = ?"),
    removeVisitor: database.prepare("DELETE FROM visitors WHERE ref = ?"),
    unlinkConsents: database.prepare("UPDATE consents SET visitor = '' WHERE site = ? AND visitor = ?"),
    unlinkAccesses: database.prepare("UPDATE access_log SET whose = 'erased' WHERE site = ? AND whose = ?"),
    findConsent: database.prepare("SELECT 1 FROM consents WHERE site = ? AND id = ?"),
    lastChain: database.prepare(
      "SELECT chain FROM consents ORDER BY ref DESC LIMIT 1"
    ),
    addConsent: database.prepare(
      `INSERT INTO consents (${CONSENT_FIELDS.join(", ")}, chain)
       VALUES (${CONSENT_FIELDS.map(() => "?").join(", ")}, ?)`
    ),
    addDropped: database.prepare(
      `INSERT INTO dropped (site, day, reason, count) VALUES (?, ?, ?, ?)
       ON CONFLICT (site, day, reason) DO UPDATE SET count = count + excluded.count`
    ),
    addAccess: database.prepare(
      "INSERT INTO access_log (time, who, what, site, whose) VALUES (?, ?, ?, ?, ?)"
    ),
    heartbeat: database.prepare("INSERT OR REPLACE INTO heartbeat (ref, time) VALUES (1, ?)"),
    expiredVisitor: database.prepare(
      "SELECT visitor FROM events WHERE site = ? AND time < ? ORDER BY time LIMIT 1"
    ),
    expiredEvents: database.prepare(
      `SELECT ref, type, pages, condition, source, channel,
         CASE WHEN channel = 'referral' THEN json_extract(data, '$.referrer') END AS referrer
       FROM events WHERE visitor = ? AND time < ? ORDER BY ${EVENT_ORDER} LIMIT ?`
    ),
    removeEvent: database.prepare("DELETE FROM events WHERE ref = ?"),
    findProgress: database.prepare(
      "SELECT seen, condition, source, channel FROM visitors WHERE ref = ?"
    ),
    setProgress: database.prepare(
      "UPDATE visitors SET seen = ?, condition = ?, source = ?, channel = ? WHERE ref = ?"
    ),
    purgeVisitors: database.prepare(
      `DELETE FROM visitors WHERE ref IN (
         SELECT ref FROM visitors WHERE site = ? AND since < ?
         AND NOT EXISTS (SELECT 1 FROM events WHERE events.visitor = visitors.ref) LIMIT ?)`
    ),
    purgeAccesses: database.prepare(
      "DELETE FROM access_log WHERE ref IN (SELECT ref FROM access_log WHERE time < ? LIMIT ?)"
    ),
    purgeDropped: database.prepare("DELETE FROM dropped WHERE day < ?")
  };
}

// src/endpoint/store/sqliteWorker.ts
var { file, role } = workerData;
function answer(message) {
  parentPort?.postMessage(message);
}
try {
  const target = role === "writer" ? new SqliteWriter(openDatabase(file)) : new SqliteReader(openReader(file));
  const methods = target;
  parentPort?.on("message", async ({ call, method, parameters }) => {
    try {
      const returned = methods[method]?.(...parameters);
      answer({ call, result: returned instanceof Promise ? await returned : returned });
    } catch (error) {
      answer({ call, error: describe(error) });
    }
    if (method === "close") parentPort?.close();
  });
  answer({ call: 0 });
} catch (error) {
  answer({ call: 0, error: describe(error) });
  parentPort?.close();
}
function describe(error) {
  return error instanceof Error ? error.message : String(error);
}
