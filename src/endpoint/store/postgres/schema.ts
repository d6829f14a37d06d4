import type { Connections, Runner } from "./Connections.ts";

/** Tables that grow are divided by a hash of the site, where the server divides tables itself. */
const PARTITIONS = 8;

/** A table whose rows are many. */
const divided = (name: string, columns: string, isDivided: boolean): string[] => [
  `CREATE TABLE ${name} (${columns})${isDivided ? " PARTITION BY HASH (site)" : ""}`,
  ...(isDivided
    ? Array.from(
        { length: PARTITIONS },
        (_, rest) =>
          `CREATE TABLE ${name}_${rest} PARTITION OF ${name} FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${rest})`,
      )
    : []),
];

/**
 * The schema, one step per version. A step that was ever released is never edited: a change is a new step.
 *
 * Every key begins with the site, so that a site lives in one place wherever data are spread over servers. Nothing
 * counts up by itself, and texts that a page sends stand in JSON: a text of PostgreSQL cannot hold U+0000.
 */
const MIGRATIONS: readonly ((isDivided: boolean) => string[])[] = [
  (isDivided) => [
    // what comes in for a time before `closed` is late; rows stand for everything before `frozen`
    `CREATE TABLE mgt_sites (
      site text PRIMARY KEY,
      time_zone text NOT NULL,
      closed bigint NOT NULL,
      frozen bigint NOT NULL
    )`,
    ...divided(
      "mgt_events",
      `site text NOT NULL,
      id uuid NOT NULL,
      visitor uuid NOT NULL,
      type text NOT NULL,
      time bigint NOT NULL,
      late boolean NOT NULL,
      data text NOT NULL,
      PRIMARY KEY (site, id)`,
      isDivided,
    ),
    "CREATE INDEX mgt_events_by_visitor ON mgt_events (site, visitor)",
    "CREATE INDEX mgt_events_by_time ON mgt_events (site, time)",
    // how far visitors had come when events of theirs were last purged
    ...divided(
      "mgt_visitors",
      `site text NOT NULL,
      visitor uuid NOT NULL,
      since bigint NOT NULL,
      progress text NOT NULL,
      PRIMARY KEY (site, visitor)`,
      isDivided,
    ),
    ...divided(
      "mgt_consents",
      `site text NOT NULL,
      position bigint NOT NULL,
      id uuid NOT NULL,
      visitor text NOT NULL,
      receipt text NOT NULL,
      status text NOT NULL,
      time bigint NOT NULL,
      record text NOT NULL,
      chain text NOT NULL,
      former text NOT NULL,
      PRIMARY KEY (site, position),
      UNIQUE (site, id)`,
      isDivided,
    ),
    "CREATE INDEX mgt_consents_by_time ON mgt_consents (site, time)",
    "CREATE INDEX mgt_consents_by_visitor ON mgt_consents (site, visitor)",
    "CREATE INDEX mgt_consents_by_receipt ON mgt_consents (site, receipt)",
    "CREATE TABLE mgt_chains (site text PRIMARY KEY, position bigint NOT NULL, head text NOT NULL)",
    `CREATE TABLE mgt_days (
      site text NOT NULL,
      day text NOT NULL,
      key text NOT NULL,
      entries bigint NOT NULL,
      visitors bigint NOT NULL,
      pages bigint NOT NULL,
      taps bigint NOT NULL,
      parts text NOT NULL,
      PRIMARY KEY (site, day, key)
    )`,
    `CREATE TABLE mgt_dropped (
      site text NOT NULL,
      day text NOT NULL,
      reason text NOT NULL,
      count bigint NOT NULL,
      PRIMARY KEY (site, day, reason)
    )`,
    `CREATE TABLE mgt_accesses (
      site text NOT NULL,
      time bigint NOT NULL,
      id uuid NOT NULL,
      who text NOT NULL,
      what text NOT NULL,
      whose text NOT NULL,
      PRIMARY KEY (site, time, id)
    )`,
    "CREATE INDEX mgt_accesses_by_whose ON mgt_accesses (site, whose)",
    "CREATE TABLE mgt_erased (site text NOT NULL, mark text NOT NULL, until bigint NOT NULL, PRIMARY KEY (site, mark))",
    "CREATE TABLE mgt_times (name text PRIMARY KEY, time bigint NOT NULL)",
  ],
];

/** Another process makes the same thing at the same moment. */
const AT_ONCE = /^(23505|42P07|42710|42P06|XX000)$/;

/**
 * Creates or brings up to date what is missing; several processes may do so at once.
 * @throws {Error} the database is of a later version of this program
 */
export async function migrate(connections: Connections): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await connections.run({ text: "CREATE TABLE IF NOT EXISTS mgt_schema (version integer PRIMARY KEY)" });
      return await migrateFrom(connections);
    } catch (error) {
      const { code = "" } = ((error as Error).cause ?? error) as { code?: string };
      if (!AT_ONCE.test(code) || tries > 20) throw error;
    }
  }
}

async function migrateFrom(connections: Connections): Promise<void> {
  for (;;) {
    const version = await schemaVersion(connections);
    if (version > MIGRATIONS.length)
      throw new Error(`the database has schema version ${version}, newer than this program's`);
    const step = MIGRATIONS[version];
    if (!step) return;
    const isDivided = await dividesTables(connections);
    await connections.transaction(async (runner) => {
      // First of all: whoever comes second waits here, and finds the step done.
      await runner.run({ text: "INSERT INTO mgt_schema (version) VALUES ($1)", values: [version + 1] });
      for (const text of step(isDivided)) await runner.run({ text });
    });
  }
}

async function schemaVersion(runner: Runner): Promise<number> {
  const { rows } = await runner.run<{ version: number | null }>({
    text: "SELECT max(version) AS version FROM mgt_schema",
  });
  return Number(rows[0]?.version ?? 0);
}

/** PostgreSQL itself; what only speaks its protocol spreads tables in its own way. */
async function dividesTables(runner: Runner): Promise<boolean> {
  const { rows } = await runner.run<{ version: string }>({ text: "SELECT version() AS version" });
  if (!/^PostgreSQL (?!.*-YB-)/.test(rows[0]?.version ?? "")) return false;
  const citus = await runner.run({ text: "SELECT 1 FROM pg_extension WHERE extname = 'citus'" });
  return citus.rows.length === 0;
}
