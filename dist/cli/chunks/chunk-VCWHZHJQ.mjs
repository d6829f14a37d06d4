// src/endpoint/store/rules/consentChain.ts
import { createHash } from "node:crypto";
var CONSENT_FIELDS = [
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
  "served"
];
var CHAINED_FIELDS = CONSENT_FIELDS.filter((field) => field !== "visitor");
function chainConsent(previous, record) {
  const values = CHAINED_FIELDS.map((field) => {
    const value = record[field];
    return typeof value === "string" ? value.toWellFormed() : value;
  });
  return createHash("sha256").update(previous).update(JSON.stringify(values)).digest("hex");
}

export {
  CONSENT_FIELDS,
  chainConsent
};
