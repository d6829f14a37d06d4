import { CONSENT_FIELDS, chainConsent } from "../rules/consentChain.ts";
import { ERASED } from "../rules/erasure.ts";
import type { LoggedConsent } from "../Store.ts";
import type { Sqlite } from "./openDatabase.ts";

/** The append-only log of consents, each chained to the one before. */
export class ConsentLog {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
  }

  /** Idempotent by (site, id). */
  add(record: LoggedConsent): void {
    const { find, lastChain, add } = this.#statements;
    if (find.get(record.site, record.id)) return;
    const chain = chainConsent(lastChain.get()?.chain ?? "", record);
    add.run(...CONSENT_FIELDS.map((field) => record[field]), chain);
  }

  unlink(site: string, visitor: string): void {
    this.#statements.unlink.run(ERASED.consent, site, visitor);
  }
}

function prepare(database: Sqlite) {
  return {
    find: database.prepare("SELECT 1 FROM consents WHERE site = ? AND id = ?"),
    lastChain: database.prepare<[], { chain: string }>(
      "SELECT chain FROM consents ORDER BY ref DESC LIMIT 1",
    ),
    add: database.prepare(
      `INSERT INTO consents (${CONSENT_FIELDS.join(", ")}, chain)
       VALUES (${CONSENT_FIELDS.map(() => "?").join(", ")}, ?)`,
    ),
    unlink: database.prepare("UPDATE consents SET visitor = ? WHERE site = ? AND visitor = ?"),
  };
}
