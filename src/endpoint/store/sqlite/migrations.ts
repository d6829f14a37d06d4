/**
 * The schema, one step per version (`PRAGMA user_version`). A step that was ever released is
 * never edited: a change is a new step.
 *
 * `inbox` is what makes an acknowledgement cheap: a commit appends one row, whatever it holds, so
 * it touches few pages; the rows are moved into the indexed tables later, many at a time.
 */
export const MIGRATIONS: readonly string[] = [
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
];
