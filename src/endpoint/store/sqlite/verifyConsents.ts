import { type ChainedConsent, CONSENT_FIELDS } from "../rules/consentChain.ts";
import { ChainWalk, verification } from "../rules/verifyChain.ts";
import type { ConsentVerification } from "../Store.ts";
import type { Sqlite } from "./openDatabase.ts";

/**
 * Records read at once. Between two helpings no transaction is open, so that the endpoint can empty its
 * write-ahead log (as it does after an erasure) while a long log is walked.
 */
const HELPING = 2_000;

/** A damaged page, a missing table: findings. A lock or a foreign file is none. */
const DAMAGE = /^SQLITE_(CORRUPT|ERROR)/;

/**
 * Walks the consent log of each site from its first record to its end, and compares each record with its hash.
 *
 * @param noted a hash that was the head once: where it stands tells that nothing before it was rewritten
 */
export function verifyConsents(database: Sqlite, noted?: string): ConsentVerification {
  const walks = new Map<string, ChainWalk>();
  const walkOf = (site: string) => {
    const walk = walks.get(site) ?? new ChainWalk(site, noted);
    walks.set(site, walk);
    return walk;
  };
  let site = "";
  try {
    for (site of sitesOf(database)) {
      const walk = walkOf(site);
      for (const record of chainedRows(database, site)) if (!walk.take(record)) break;
    }
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    if (!DAMAGE.test(code)) throw error;
    walkOf(site).fail(message);
  }
  return verification([...walks.values()]);
}

/** Those of the log, and those whose log was emptied. */
const sitesOf = (database: Sqlite): string[] =>
  database
    .prepare<[], string>("SELECT CAST(site AS TEXT) FROM consents UNION SELECT site FROM chains ORDER BY 1")
    .pluck()
    .all();

function* chainedRows(database: Sqlite, site: string): Generator<ChainedConsent> {
  const helping = database.prepare<[string, number, number], ChainedConsent>(
    `SELECT ${CONSENT_FIELDS.join(", ")}, position, chain, former FROM consents
     WHERE site = ? AND position > ? ORDER BY position LIMIT ?`,
  );
  // Whoever inserts a record may give it any place: the walk stops at the first that is not the next one.
  for (let last = Number.MIN_SAFE_INTEGER, read = HELPING; read === HELPING; ) {
    read = 0;
    for (const row of helping.iterate(site, last, HELPING)) {
      read++;
      last = row.position;
      yield row;
    }
  }
}
