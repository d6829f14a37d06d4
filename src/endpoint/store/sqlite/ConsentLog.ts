import { type ChainedConsent, CONSENT_FIELDS, chainConsent } from "../rules/consentChain.ts";
import { ERASED } from "../rules/erasure.ts";
import type { LoggedConsent } from "../Store.ts";
import type { Sqlite } from "./openDatabase.ts";

/** The append-only log of consents, each chained to the one of its site before. */
export class ConsentLog {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
  }

  /** Idempotent by (site, id). */
  add(record: LoggedConsent): void {
    const { find, head } = this.#statements;
    if (find.get(record.site, record.id)) return;
    const last = head.get(record.site) ?? { position: 0, head: "" };
    const chain = chainConsent(last.head, record);
    this.put({ ...record, position: last.position + 1, chain, former: "" });
  }

  /** One that is chained already. Idempotent by (site, position). */
  put(record: ChainedConsent): void {
    const { findAt, add, setHead } = this.#statements;
    if (findAt.get(record.site, record.position)) return;
    add.run(...COLUMNS.map((field) => record[field]));
    setHead.run(record.site, record.position, record.chain);
  }

  /** @returns how many records */
  unlink(site: string, visitor: string): number {
    return this.#statements.unlink.run(ERASED.consent, site, visitor).changes;
  }
}

const COLUMNS = [...CONSENT_FIELDS, "position", "chain", "former"] as const;

function prepare(database: Sqlite) {
  return {
    find: database.prepare("SELECT 1 FROM consents WHERE site = ? AND id = ?"),
    findAt: database.prepare("SELECT 1 FROM consents WHERE site = ? AND position = ?"),
    head: database.prepare<[string], { position: number; head: string }>(
      "SELECT position, head FROM chains WHERE site = ?",
    ),
    add: database.prepare(
      `INSERT INTO consents (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map(() => "?").join(", ")})`,
    ),
    setHead: database.prepare("INSERT OR REPLACE INTO chains (site, position, head) VALUES (?, ?, ?)"),
    unlink: database.prepare("UPDATE consents SET visitor = ? WHERE site = ? AND visitor = ?"),
  };
}
