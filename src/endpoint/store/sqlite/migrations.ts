import { chainConsent } from "../rules/consentChain.ts";
import type { LoggedConsent } from "../Store.ts";
import type { Sqlite } from "./openDatabase.ts";

/** Statements, or what takes more than statements. */
export type Migration = string | ((database: Sqlite) => void);

/**
 * The schema, one step per version (`PRAGMA user_version`). A step that was ever released is
 * never edited: a change is a new step.
 *
 * `inbox` is what makes an acknowledgement cheap: a commit appends one row, whatever it holds, so
 * it touches few pages; the rows are moved into the indexed tables later, many at a time.
 */
export const MIGRATIONS: readonly Migration[] = [
  `
  CREATE TABLE inbox (seq INTEGER PRIMARY KEY, arrivals TEXT NOT NULL);

  CREATE TABLE sites (ref INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);

  CREATE TABLE visitors (
    ref INTEGER PRIMARY KEY,
    site INTEGER NOT NULL REFERENCES sites,
    visitor TEXT NOT NULL,
    since INTEGER NOT NULL,
    UNIQUE (site, visitor)
  );

  CREATE TABLE events (
    ref INTEGER PRIMARY KEY,
    site INTEGER NOT NULL REFERENCES sites,
    id TEXT NOT NULL,
    visitor INTEGER NOT NULL REFERENCES visitors,
    type TEXT NOT NULL,
    time INTEGER NOT NULL,
    consent TEXT NOT NULL,
    pages INTEGER,
    condition TEXT,
    source TEXT,
    channel TEXT,
    -- calendar day of a 'pages' event, of which only the highest is kept
    day TEXT,
    -- the other fields of the event, JSON
    data TEXT NOT NULL,
    UNIQUE (site, id)
  );
  CREATE INDEX events_by_visitor ON events (visitor, time);
  CREATE INDEX events_by_time ON events (site, time, visitor);
  CREATE UNIQUE INDEX events_pages ON events (visitor, day) WHERE day IS NOT NULL;

  CREATE TABLE consents (
    ref INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    visitor TEXT NOT NULL,
    receipt TEXT NOT NULL,
    at INTEGER NOT NULL,
    status TEXT NOT NULL,
    manager TEXT NOT NULL,
    manager_version TEXT NOT NULL,
    key TEXT NOT NULL,
    signal TEXT NOT NULL,
    notice TEXT NOT NULL,
    script TEXT NOT NULL,
    time INTEGER NOT NULL,
    origin TEXT NOT NULL,
    served TEXT NOT NULL,
    -- SHA-256 over the previous record's chain and this record without its visitor
    chain TEXT NOT NULL,
    UNIQUE (site, id)
  );
  CREATE INDEX consents_by_time ON consents (site, time);
  CREATE INDEX consents_by_visitor ON consents (site, visitor) WHERE visitor <> '';
  CREATE INDEX consents_by_receipt ON consents (site, receipt);

  -- append-only: a record may lose its visitor, and nothing else
  CREATE TRIGGER consents_kept BEFORE DELETE ON consents
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  CREATE TRIGGER consents_unlinked BEFORE UPDATE OF visitor ON consents WHEN new.visitor <> ''
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  CREATE TRIGGER consents_unchanged BEFORE UPDATE OF
    ref, site, id, receipt, at, status, manager, manager_version, key, signal, notice, script, time, origin,
    served, chain ON consents
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;

  CREATE TABLE dropped (
    site TEXT NOT NULL,
    day TEXT NOT NULL,
    reason TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (site, day, reason)
  ) WITHOUT ROWID;

  CREATE TABLE access_log (
    ref INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    site TEXT NOT NULL,
    whose TEXT NOT NULL
  );
  CREATE INDEX access_log_by_time ON access_log (time);

  -- written by the readiness check
  CREATE TABLE heartbeat (ref INTEGER PRIMARY KEY CHECK (ref = 1), time INTEGER NOT NULL);
  `,
  `
  -- how far the visitor had come when events were last purged: the report counts on from there
  ALTER TABLE visitors ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE visitors ADD COLUMN condition TEXT;
  ALTER TABLE visitors ADD COLUMN source TEXT;
  ALTER TABLE visitors ADD COLUMN channel TEXT;

  -- of the 'pages' events of a day the highest is kept, and the lowest count that it stands for; from
  -- here on one for each entry, since each has its own source
  ALTER TABLE events ADD COLUMN lowest INTEGER;
  UPDATE events SET lowest = 0 WHERE day IS NOT NULL;
  DROP INDEX events_pages;
  CREATE INDEX events_pages ON events (visitor, day) WHERE day IS NOT NULL;
  `,
  `
  -- Append-only, also by the side doors: an update of the rowid under another of its names fires no
  -- trigger that lists columns, and a REPLACE deletes without firing the trigger on DELETE.
  DROP TRIGGER consents_unchanged;
  CREATE TRIGGER consents_unchanged BEFORE UPDATE ON consents
  WHEN (new.ref, new.site, new.id, new.receipt, new.at, new.status, new.manager, new.manager_version, new.key,
        new.signal, new.notice, new.script, new.time, new.origin, new.served, new.chain)
    IS NOT (old.ref, old.site, old.id, old.receipt, old.at, old.status, old.manager, old.manager_version, old.key,
        old.signal, old.notice, old.script, old.time, old.origin, old.served, old.chain)
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  CREATE TRIGGER consents_not_replaced BEFORE INSERT ON consents
  WHEN EXISTS (SELECT 1 FROM consents WHERE ref = new.ref)
    OR EXISTS (SELECT 1 FROM consents WHERE site = new.site AND id = new.id)
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  CREATE TRIGGER consents_at_the_end AFTER INSERT ON consents
  WHEN new.ref < (SELECT max(ref) FROM consents)
    OR new.ref <> 1 + ifnull((SELECT ref FROM consents WHERE ref < new.ref ORDER BY ref DESC LIMIT 1), 0)
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  `,
  `
  -- what comes in for a time before 'closed' is late; rows stand for everything before 'frozen'
  ALTER TABLE sites ADD COLUMN time_zone TEXT;
  ALTER TABLE sites ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sites ADD COLUMN frozen INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE days (
    site TEXT NOT NULL,
    day TEXT NOT NULL,
    condition TEXT NOT NULL,
    source TEXT NOT NULL,
    channel TEXT NOT NULL,
    campaign TEXT NOT NULL,
    landing TEXT NOT NULL,
    entries INTEGER NOT NULL,
    visitors INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    taps INTEGER NOT NULL,
    -- mask of dimensions: of the visitors, who stands in an earlier row of the same values, JSON
    again TEXT NOT NULL,
    PRIMARY KEY (site, day, condition, source, channel, campaign, landing)
  ) WITHOUT ROWID;

  ALTER TABLE visitors ADD COLUMN campaign TEXT;
  ALTER TABLE visitors ADD COLUMN landing TEXT;

  -- running counts are kept as they come, and resolved when they are read
  DROP INDEX events_pages;
  ALTER TABLE events DROP COLUMN day;
  ALTER TABLE events DROP COLUMN lowest;
  ALTER TABLE events ADD COLUMN late INTEGER NOT NULL DEFAULT 0;

  -- erased visitors, by a hash, while they are refused
  CREATE TABLE erased (site TEXT NOT NULL, mark TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (site, mark))
    WITHOUT ROWID;

  -- when the store was last known to be in use, by a clock that could be believed
  CREATE TABLE last_use (ref INTEGER PRIMARY KEY CHECK (ref = 1), time INTEGER NOT NULL);
  INSERT INTO last_use SELECT ref, time FROM heartbeat;
  -- a row while everything of another store is moved into this one
  CREATE TABLE moving (ref INTEGER PRIMARY KEY CHECK (ref = 1), time INTEGER NOT NULL);
  -- a row while parts of what was deleted may stand in the file still
  CREATE TABLE unclean (ref INTEGER PRIMARY KEY CHECK (ref = 1), deletions INTEGER NOT NULL);
  CREATE TABLE moved_accesses (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE INDEX access_log_by_whose ON access_log (site, whose);
  `,
  chainBySite,
];

const GUARDS = ["kept", "unlinked", "unchanged", "not_replaced", "at_the_end"];

/**
 * From one chain over all sites to one of each site. A record keeps its former hash, which the new one covers; one
 * that did not fit the former chain does not fit the new one either.
 */
function chainBySite(database: Sqlite): void {
  for (const guard of GUARDS) database.exec(`DROP TRIGGER IF EXISTS consents_${guard}`);
  database.exec(`
    ALTER TABLE consents RENAME COLUMN chain TO former;
    ALTER TABLE consents ADD COLUMN chain TEXT NOT NULL DEFAULT '';
    ALTER TABLE consents ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE chains (site TEXT PRIMARY KEY, position INTEGER NOT NULL, head TEXT NOT NULL) WITHOUT ROWID;
  `);
  const rows = database.prepare<[], LoggedConsent & { ref: number; former: string }>(
    "SELECT * FROM consents ORDER BY ref",
  );
  const set = database.prepare("UPDATE consents SET position = ?, chain = ? WHERE ref = ?");
  const heads = new Map<string, { position: number; head: string }>();
  let before = "";
  for (const { ref, former, ...record } of rows.all()) {
    const { position, head } = heads.get(record.site) ?? { position: 0, head: "" };
    const fits = chainConsent(before, record) === former;
    const chain = fits ? chainConsent(head, record, former) : former;
    before = former;
    set.run(position + 1, chain, ref);
    heads.set(record.site, { position: position + 1, head: chain });
  }
  const addHead = database.prepare("INSERT INTO chains (site, position, head) VALUES (?, ?, ?)");
  for (const [site, { position, head }] of heads) addHead.run(site, position, head);
  database.exec(GUARDED);
}

/** Append-only: a record may lose its visitor, and nothing else. */
const GUARDED = `
  CREATE UNIQUE INDEX consents_by_position ON consents (site, position);
  CREATE TRIGGER consents_kept BEFORE DELETE ON consents
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  CREATE TRIGGER consents_unlinked BEFORE UPDATE OF visitor ON consents WHEN new.visitor <> ''
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  CREATE TRIGGER consents_unchanged BEFORE UPDATE ON consents
  WHEN (new.ref, new.site, new.position, new.id, new.receipt, new.at, new.status, new.manager,
        new.manager_version, new.key, new.signal, new.notice, new.script, new.time, new.origin, new.served, new.chain,
        new.former)
    IS NOT (old.ref, old.site, old.position, old.id, old.receipt, old.at, old.status, old.manager,
        old.manager_version, old.key, old.signal, old.notice, old.script, old.time, old.origin, old.served, old.chain,
        old.former)
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  CREATE TRIGGER consents_not_replaced BEFORE INSERT ON consents
  WHEN EXISTS (SELECT 1 FROM consents WHERE ref = new.ref)
    OR EXISTS (SELECT 1 FROM consents WHERE site = new.site AND id = new.id)
    OR EXISTS (SELECT 1 FROM consents WHERE site = new.site AND position = new.position)
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
  CREATE TRIGGER consents_at_the_end AFTER INSERT ON consents
  WHEN new.ref < (SELECT max(ref) FROM consents)
    OR new.position <> 1 + ifnull(
      (SELECT position FROM consents WHERE site = new.site AND position < new.position ORDER BY position DESC LIMIT 1),
      0)
  BEGIN SELECT raise(ABORT, 'the consent log is append-only'); END;
`;

export function applyMigration(database: Sqlite, step: Migration): void {
  if (typeof step === "string") database.exec(step);
  else step(database);
}
