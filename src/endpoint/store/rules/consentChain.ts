import { createHash } from "node:crypto";
import type { LoggedConsent } from "../Store.ts";

/** Columns of the consent log, in the order of its CSV export. */
export const CONSENT_FIELDS = [
  "id",
  "site",
  "visitor",
  "receipt",
  "at",
  "status",
  "manager",
  "manager_version",
  "key",
  "signal",
  "notice",
  "script",
  "time",
  "origin",
  "served",
] as const satisfies readonly (keyof LoggedConsent)[];

/** The visitor is left out, so that erasing one breaks no link. */
const CHAINED_FIELDS = CONSENT_FIELDS.filter((field) => field !== "visitor");

/** Hash of a record and, through `previous`, of every record before it. */
export function chainConsent(previous: string, record: LoggedConsent): string {
  // As the store gives it back: it keeps U+FFFD in the place of half a surrogate pair.
  const values = CHAINED_FIELDS.map((field) => {
    const value = record[field];
    return typeof value === "string" ? value.toWellFormed() : value;
  });
  return createHash("sha256").update(previous).update(JSON.stringify(values)).digest("hex");
}
