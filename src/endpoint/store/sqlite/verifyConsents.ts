import { CONSENT_FIELDS, chainConsent } from "../rules/consentChain.ts";
import type { LoggedConsent } from "../Store.ts";
import type { Sqlite } from "./openDatabase.ts";

/** What a walk along the consent log found. */
export interface ConsentVerification {
  /** Records, from the first on, whose hashes fit. */
  records: number;
  /** The first one that does not fit, or null. */
  broken: BrokenRecord | null;
  /** Hash of the last record that fits; `""` when there is none. */
  head: string;
  /** Position of the record whose hash is the noted one, or null. */
  noted: number | null;
}

export interface BrokenRecord {
  /** Position in the log, from 1. */
  record: number;
  /** As found; null where nothing of the kind can be read. */
  id: string | null;
  site: string | null;
  /** Server's time of arrival (ms since the epoch), as found. */
  time: number | null;
  /** `hash`: it fits neither its own hash nor its predecessor; else why it cannot be read. */
  reason: string;
}

/**
 * Records read at once. Between two helpings no transaction is open, so that the endpoint can empty its
 * write-ahead log (as it does after an erasure) while a long log is walked.
 */
const HELPING = 2_000;

/** A damaged page, a missing table: findings. A lock or a foreign file is none. */
const DAMAGE = /^SQLITE_(CORRUPT|ERROR)/;

type ChainedRow = LoggedConsent & { chain: string; place: string };

/**
 * Walks the consent log from its first record to its end, and compares each record with its hash.
 *
 * @param noted a hash that was the head once: where it stands tells that nothing before it was rewritten
 */
export function verifyConsents(database: Sqlite, noted?: string): ConsentVerification {
  const found: ConsentVerification = { records: 0, broken: null, head: "", noted: null };
  try {
    for (const { place: _place, chain, ...record } of chainedRows(database)) {
      if (chainConsent(found.head, record) !== chain) {
        found.broken = brokenRecord(found.records + 1, record);
        break;
      }
      found.head = chain;
      found.records++;
      if (chain === noted) found.noted = found.records;
    }
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    if (!DAMAGE.test(code)) throw error;
    found.broken = { record: found.records + 1, id: null, site: null, time: null, reason: message };
  }
  return found;
}

function* chainedRows(database: Sqlite): Generator<ChainedRow> {
  // As text: whoever inserts a record may have given it a reference beyond JavaScript's integers.
  const columns = `${CONSENT_FIELDS.join(", ")}, chain, CAST(ref AS TEXT) AS place`;
  const first = database.prepare<[], ChainedRow>(
    `SELECT ${columns} FROM consents ORDER BY ref LIMIT ${HELPING}`,
  );
  const next = database.prepare<[bigint], ChainedRow>(
    `SELECT ${columns} FROM consents WHERE ref > ? ORDER BY ref LIMIT ${HELPING}`,
  );
  for (let rows = first.iterate(); ; ) {
    let read = 0;
    let place = "";
    for (const row of rows) {
      place = row.place;
      read++;
      yield row;
    }
    if (read < HELPING) return;
    rows = next.iterate(BigInt(place));
  }
}

/** A record that was tampered with may hold anything, of any type. */
function brokenRecord(place: number, { id, site, time }: Record<keyof LoggedConsent, unknown>): BrokenRecord {
  return {
    record: place,
    id: String(id),
    site: String(site),
    time: typeof time === "number" && Number.isFinite(time) ? time : null,
    reason: "hash",
  };
}
