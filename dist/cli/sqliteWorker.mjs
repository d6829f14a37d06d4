import {
  localDay,
  outerBounds
} from "./chunks/chunk-MKVFPO26.mjs";
import {
  openDatabase,
  openReader,
  verifyConsents
} from "./chunks/chunk-P3J5LUXE.mjs";
import {
  CONSENT_FIELDS,
  chainConsent
} from "./chunks/chunk-VCWHZHJQ.mjs";

// src/endpoint/store/sqlite/sqliteWorker.ts
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
  } else if (event.type !== "call_click") {
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
    const channelOfMedium = CHANNELS_BY_MEDIUM[referrerMedium ?? ""];
    return channelOfMedium && referrerSource ? { source: referrerSource, channel: channelOfMedium } : {};
  };
}

// src/endpoint/store/rules/progressSoFar.ts
var progressSoFar = (stored) => ({
  seen: stored?.seen ?? NO_PROGRESS.seen,
  condition: stored?.condition ?? NO_PROGRESS.condition,
  source: stored?.source ?? NO_PROGRESS.source,
  channel: stored?.channel ?? NO_PROGRESS.channel
});
function progressAfter(start, events, refine) {
  const progress = { ...start };
  for (const { referrer, ...event } of events) advance(progress, { ...event, ...refine(event, referrer) });
  return progress;
}

// src/endpoint/store/sqlite/eventOrder.ts
var EVENT_ORDER = "time, type <> 'entry', pages, events.ref";

// src/endpoint/store/sqlite/SqliteReader.ts
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
           seen, visitors.condition AS conditionSoFar, visitors.source AS sourceSoFar,
           visitors.channel AS channelSoFar
         FROM events JOIN visitors ON visitors.ref = events.visitor
         WHERE events.visitor IN (
           SELECT visitor FROM events WHERE site = (SELECT ref FROM sites WHERE key = @site)
           AND time >= @after AND time < @before)
         AND time < @before
         ORDER BY events.visitor, ${EVENT_ORDER}`
    ).iterate({ site, after, before });
    for (const { time, referrer, seen, conditionSoFar, sourceSoFar, channelSoFar, ...event } of rows) {
      const start = { seen, condition: conditionSoFar, source: sourceSoFar, channel: channelSoFar };
      const day = localDay(time, timeZone);
      tally.add({ ...event, ...refine(event, referrer), day }, progressSoFar(start));
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

// src/endpoint/store/rules/retention.ts
var MONTH_MS = 30.44 * 864e5;
var MAX_EVENT_AGE_MS = 25 * MONTH_MS;
var MAX_ACCESS_AGE_MS = 12 * MONTH_MS;
function eventsUntil(site, before, now) {
  return before[site] ?? now - MAX_EVENT_AGE_MS;
}
var accessesUntil = (now) => now - MAX_ACCESS_AGE_MS;
var countsUntil = (now) => new Date(now - MAX_EVENT_AGE_MS).toISOString().slice(0, 10);

// src/endpoint/store/rules/erasure.ts
var ERASED = { consent: "", access: "erased" };

// src/endpoint/store/sqlite/AccessLog.ts
var AccessLog = class {
  #statements;
  constructor(database) {
    this.#statements = prepare(database);
  }
  add({ time, who, what, site, whose }) {
    this.#statements.add.run(time, who, what, site, whose);
  }
  unlink(site, visitor) {
    this.#statements.unlink.run(ERASED.access, site, visitor);
  }
  /** @returns how many; fewer than `rows` when none is left */
  purge(until, rows) {
    return this.#statements.purge.run(until, rows).changes;
  }
};
function prepare(database) {
  return {
    add: database.prepare("INSERT INTO access_log (time, who, what, site, whose) VALUES (?, ?, ?, ?, ?)"),
    unlink: database.prepare("UPDATE access_log SET whose = ? WHERE site = ? AND whose = ?"),
    purge: database.prepare(
      "DELETE FROM access_log WHERE ref IN (SELECT ref FROM access_log WHERE time < ? LIMIT ?)"
    )
  };
}

// src/endpoint/store/sqlite/ConsentLog.ts
var ConsentLog = class {
  #statements;
  constructor(database) {
    this.#statements = prepare2(database);
  }
  /** Idempotent by (site, id). */
  add(record) {
    const { find, lastChain, add } = this.#statements;
    if (find.get(record.site, record.id)) return;
    const chain = chainConsent(lastChain.get()?.chain ?? "", record);
    add.run(...CONSENT_FIELDS.map((field) => record[field]), chain);
  }
  unlink(site, visitor) {
    this.#statements.unlink.run(ERASED.consent, site, visitor);
  }
};
function prepare2(database) {
  return {
    find: database.prepare("SELECT 1 FROM consents WHERE site = ? AND id = ?"),
    lastChain: database.prepare(
      "SELECT chain FROM consents ORDER BY ref DESC LIMIT 1"
    ),
    add: database.prepare(
      `INSERT INTO consents (${CONSENT_FIELDS.join(", ")}, chain)
       VALUES (${CONSENT_FIELDS.map(() => "?").join(", ")}, ?)`
    ),
    unlink: database.prepare("UPDATE consents SET visitor = ? WHERE site = ? AND visitor = ?")
  };
}

// src/endpoint/store/sqlite/DroppedCounts.ts
var DroppedCounts = class {
  #statements;
  constructor(database) {
    this.#statements = prepare3(database);
  }
  add({ site, day, reason, count: count2 }) {
    this.#statements.add.run(site, day, reason, count2);
  }
  purge(untilDay) {
    this.#statements.purge.run(untilDay);
  }
};
function prepare3(database) {
  return {
    add: database.prepare(
      `INSERT INTO dropped (site, day, reason, count) VALUES (?, ?, ?, ?)
       ON CONFLICT (site, day, reason) DO UPDATE SET count = count + excluded.count`
    ),
    purge: database.prepare("DELETE FROM dropped WHERE day < ?")
  };
}

// src/endpoint/store/sqlite/EventPurge.ts
var PURGE_ROWS = 500;
var EventPurge = class {
  #statements;
  #step;
  constructor(database) {
    this.#statements = prepare4(database);
    this.#step = database.transaction(
      (site, until, refine) => this.#purge(site, until, refine)
    ).immediate;
  }
  /** @returns how many events */
  async run(before, now) {
    const { listSites, removeVisitors } = this.#statements;
    const refine = await loadReferralRefiner();
    let purged = 0;
    for (const { ref, key } of listSites.all()) {
      const until = eventsUntil(key, before, now);
      purged += await exhaust(() => this.#step(ref, until, refine));
      await exhaust(() => removeVisitors.run(ref, until, PURGE_ROWS).changes);
    }
    return purged;
  }
  /** Visitor by visitor. @returns how many; fewer than `PURGE_ROWS` when none is left */
  #purge(site, until, refine) {
    const { expiredVisitor, findProgress, setProgress, expiredEvents, removeEvent } = this.#statements;
    let purged = 0;
    while (purged < PURGE_ROWS) {
      const visitor = expiredVisitor.get(site, until)?.visitor;
      if (visitor === void 0) break;
      const events = expiredEvents.all(visitor, until, PURGE_ROWS);
      const progress = progressAfter(progressSoFar(findProgress.get(visitor)), events, refine);
      for (const { ref } of events) removeEvent.run(ref);
      purged += events.length;
      setProgress.run(progress.seen, progress.condition, progress.source, progress.channel, visitor);
    }
    return purged;
  }
};
async function exhaust(step) {
  let total = 0;
  for (let rows = PURGE_ROWS; rows >= PURGE_ROWS; total += rows) {
    rows = step();
    await new Promise(setImmediate);
  }
  return total;
}
function prepare4(database) {
  return {
    listSites: database.prepare("SELECT ref, key FROM sites"),
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
    removeVisitors: database.prepare(
      `DELETE FROM visitors WHERE ref IN (
         SELECT ref FROM visitors WHERE site = ? AND since < ?
         AND NOT EXISTS (SELECT 1 FROM events WHERE events.visitor = visitors.ref) LIMIT ?)`
    )
  };
}

// src/endpoint/store/rules/pagesOfStretch.ts
function pagesOfStretch(stretches, { id, at, consent, pages }, boundsOf) {
  if (stretches.length === 0) return "own";
  if (stretches.some(({ lowest: lowest2, highest: highest2 }) => lowest2 <= pages && pages <= highest2)) return "seen";
  const { after, before } = boundsOf();
  const stretch = stretches.find(({ time }) => time >= after && time < before);
  if (!stretch) return "own";
  const { lowest, highest, ...latest } = stretch;
  const widened = pages < highest ? {
    id: latest.id,
    time: latest.time,
    consent: latest.consent,
    lowest: Math.min(lowest, pages),
    highest
  } : { id, time: at, consent, lowest, highest: pages };
  return { stretch, widened };
}

// src/endpoint/store/sqlite/EventTables.ts
var EventTables = class {
  #statements;
  /** References by key. */
  #sites = /* @__PURE__ */ new Map();
  constructor(database) {
    this.#statements = prepare5(database);
  }
  add({ site, visitor, events, days }) {
    const { findVisitor, addVisitor, removeVisitor, setSince, addEvent } = this.#statements;
    const siteRef = this.#site(site);
    let row = findVisitor.get(siteRef, visitor);
    for (const event of events) {
      const day = days[event.id] ?? null;
      if (row && day !== null && this.#isCounted(siteRef, row.ref, day, event)) continue;
      const isNew = !row;
      row ??= {
        ref: Number(addVisitor.run(siteRef, visitor, event.at).lastInsertRowid),
        since: event.at
      };
      const { changes } = addEvent.run(...eventColumns(siteRef, row.ref, day, event));
      if (changes === 0 && isNew) {
        removeVisitor.run(row.ref);
        row = void 0;
      } else if (changes > 0 && event.at < row.since) {
        row.since = event.at;
        setSince.run(event.at, row.ref);
      }
    }
  }
  undone() {
    this.#sites.clear();
  }
  visitor(site, visitor) {
    const { findSite, findVisitor } = this.#statements;
    const ref = findSite.get(site)?.ref;
    return ref === void 0 ? void 0 : findVisitor.get(ref, visitor);
  }
  /** @returns how many events the visitor had */
  remove({ ref }) {
    const { removeEvents, removeVisitor } = this.#statements;
    const { changes } = removeEvents.run(ref);
    removeVisitor.run(ref);
    return changes;
  }
  /** Whether a row stands for the event, which is a running count; otherwise it is one of its own. */
  #isCounted(site, visitor, day, event) {
    const { findPages, findEvent, latestEntry, nextEntry, widen } = this.#statements;
    const { id, at, consent, pages = 0 } = event;
    const counted = pagesOfStretch(findPages.all(visitor, day), { id, at, consent, pages }, () => ({
      after: latestEntry.get(visitor, at)?.time ?? Number.NEGATIVE_INFINITY,
      before: nextEntry.get(visitor, at)?.time ?? Number.POSITIVE_INFINITY
    }));
    if (typeof counted === "string") return counted === "seen";
    const { stretch, widened } = counted;
    const kept = findEvent.get(site, widened.id) ? stretch.id : widened.id;
    widen.run(kept, widened.time, widened.highest, widened.lowest, widened.consent, stretch.ref);
    return true;
  }
  #site(key) {
    const found = this.#sites.get(key);
    if (found !== void 0) return found;
    const { addSite, findSite } = this.#statements;
    const ref = findSite.get(key)?.ref ?? Number(addSite.run(key).lastInsertRowid);
    this.#sites.set(key, ref);
    return ref;
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
function prepare5(database) {
  return {
    addSite: database.prepare("INSERT INTO sites (key) VALUES (?)"),
    findSite: database.prepare("SELECT ref FROM sites WHERE key = ?"),
    findVisitor: database.prepare(
      "SELECT ref, since FROM visitors WHERE site = ? AND visitor = ?"
    ),
    addVisitor: database.prepare("INSERT INTO visitors (site, visitor, since) VALUES (?, ?, ?)"),
    removeVisitor: database.prepare("DELETE FROM visitors WHERE ref = ?"),
    setSince: database.prepare("UPDATE visitors SET since = ? WHERE ref = ?"),
    addEvent: database.prepare(
      `INSERT INTO events (site, id, visitor, type, time, consent, pages, condition, source, channel, day, lowest,
         data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`
    ),
    removeEvents: database.prepare("DELETE FROM events WHERE visitor = ?"),
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
    widen: database.prepare(
      "UPDATE events SET id = ?, time = ?, pages = ?, lowest = ?, consent = ? WHERE ref = ?"
    )
  };
}

// src/endpoint/store/sqlite/Inbox.ts
var FOLD_FOR = 40;
var MAX_BACKLOG = 1e5;
var FOLD_AFTER = 25;
var FOLD_AGAIN = 2e3;
var Inbox = class {
  #statements;
  #folded;
  #foldTransaction;
  #quiet;
  #foldNotBefore = 0;
  #backlog = 0;
  constructor(database, folded) {
    this.#folded = folded;
    this.#statements = prepare6(database);
    this.#foldTransaction = database.transaction(() => this.#fold()).immediate;
    this.#quiet = setTimeout(() => this.#foldQuietly(), FOLD_AFTER);
    if (this.#lastSeq() > 0) this.#backlog = 1;
  }
  /** Part of a commit. @param arrivals one `Arrival` as JSON per line */
  add(arrivals) {
    this.#statements.addArrivals.run(arrivals);
  }
  /** They are durable. */
  committed(arrivals) {
    this.#backlog += count(arrivals, "\n");
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
  close() {
    clearTimeout(this.#quiet);
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
      this.#folded.undone();
      throw error;
    }
  }
  /** Moves the oldest rows; returns how many arrivals they held. */
  #fold() {
    const { nextArrivals, removeArrivals } = this.#statements;
    let arrivals = 0;
    const end = performance.now() + FOLD_FOR;
    for (let row = nextArrivals.get(); row && performance.now() < end; row = nextArrivals.get()) {
      for (const line of row.arrivals.split("\n")) {
        if (line === "") continue;
        const arrival = JSON.parse(line);
        arrivals++;
        this.#folded.add(arrival);
      }
      removeArrivals.run(row.seq);
    }
    return arrivals;
  }
  #firstSeq() {
    return this.#statements.bounds.get()?.first ?? Number.POSITIVE_INFINITY;
  }
  #lastSeq() {
    return this.#statements.bounds.get()?.last ?? 0;
  }
};
function count(text, character) {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}
function prepare6(database) {
  return {
    addArrivals: database.prepare("INSERT INTO inbox (arrivals) VALUES (?)"),
    bounds: database.prepare(
      "SELECT (SELECT min(seq) FROM inbox) AS first, (SELECT max(seq) FROM inbox) AS last"
    ),
    nextArrivals: database.prepare(
      "SELECT seq, arrivals FROM inbox ORDER BY seq LIMIT 1"
    ),
    removeArrivals: database.prepare("DELETE FROM inbox WHERE seq = ?")
  };
}

// src/endpoint/store/sqlite/SqliteWriter.ts
var SqliteWriter = class {
  #database;
  #events;
  #inbox;
  #consents;
  #accesses;
  #dropped;
  #purge;
  #commit;
  #erase;
  constructor(database) {
    this.#database = database;
    this.#events = new EventTables(database);
    this.#inbox = new Inbox(database, this.#events);
    this.#consents = new ConsentLog(database);
    this.#accesses = new AccessLog(database);
    this.#dropped = new DroppedCounts(database);
    this.#purge = new EventPurge(database);
    this.#commit = database.transaction((batch) => this.#write(batch)).immediate;
    this.#erase = database.transaction(
      (site, visitor) => this.#forget(site, visitor)
    ).immediate;
  }
  commit(batch) {
    this.#commit(batch);
    if (batch.arrivals !== "") this.#inbox.committed(batch.arrivals);
  }
  /** Resolves once everything committed so far is in the indexed tables; commits go on in between. */
  settle() {
    return this.#inbox.settle();
  }
  async since(site, visitor) {
    await this.settle();
    return this.#events.visitor(site, visitor)?.since;
  }
  async erase(site, visitor) {
    await this.settle();
    const erased = this.#erase(site, visitor);
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
    return erased;
  }
  async purge(before, now) {
    await this.settle();
    const purged = await this.#purge.run(before, now);
    await exhaust(() => this.#accesses.purge(accessesUntil(now), PURGE_ROWS));
    this.#dropped.purge(countsUntil(now));
    return purged;
  }
  check() {
    this.#database.prepare("INSERT OR REPLACE INTO heartbeat (ref, time) VALUES (1, ?)").run(Date.now());
  }
  async close() {
    this.#inbox.close();
    this.#database.pragma("wal_checkpoint(PASSIVE)");
    this.#database.close();
  }
  #write({ arrivals, consents, dropped, accesses }) {
    if (arrivals !== "") this.#inbox.add(arrivals);
    for (const record of consents) this.#consents.add(record);
    for (const each of dropped) this.#dropped.add(each);
    for (const access of accesses) this.#accesses.add(access);
  }
  #forget(site, visitor) {
    this.#consents.unlink(site, visitor);
    this.#accesses.unlink(site, visitor);
    const found = this.#events.visitor(site, visitor);
    return found ? this.#events.remove(found) : 0;
  }
};

// src/endpoint/store/sqlite/sqliteWorker.ts
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
