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

/** A record in the chain of its site. */
export interface ChainedConsent extends LoggedConsent {
  /** Place in the site's chain, from 1. */
  position: number;
  /** Hash over the record before it in the chain, and this one. */
  chain: string;
  /** Its hash in the one chain over all sites that there was before, or `""`. */
  former: string;
}

/**
 * Hash of a record and, through `previous`, of every record of its site before it.
 *
 * @param former the record's hash in the chain over all sites, where it has one
 */
export function chainConsent(previous: string, record: LoggedConsent, former = ""): string {
  // As the store gives it back: it keeps U+FFFD in the place of half a surrogate pair.
  const values = CHAINED_FIELDS.map((field) => {
    const value = record[field];
    return typeof value === "string" ? value.toWellFormed() : value;
  });
  if (former !== "") values.push(former);
  return createHash("sha256").update(previous).update(JSON.stringify(values)).digest("hex");
}
