// src/endpoint/report/localDay.ts
var QUARTER = 15 * 6e4;
var days = /* @__PURE__ */ new Map();
var formats = /* @__PURE__ */ new Map();
function localDay(time, timeZone) {
  let known = days.get(timeZone);
  if (!known) {
    known = /* @__PURE__ */ new Map();
    days.set(timeZone, known);
  }
  const quarter = Math.floor(time / QUARTER);
  let day = known.get(quarter);
  if (day === void 0) {
    let format = formats.get(timeZone);
    if (!format) {
      format = new Intl.DateTimeFormat("en-CA", {
        timeZone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit"
      });
      formats.set(timeZone, format);
    }
    day = format.format(quarter * QUARTER);
    if (known.size > 1e4) known.clear();
    known.set(quarter, day);
  }
  return day;
}
var DAY = 864e5;
var WIDEST_OFFSET = 14 * 36e5;
function outerBounds(from, to) {
  return { after: Date.parse(from) - WIDEST_OFFSET, before: Date.parse(to) + DAY + WIDEST_OFFSET };
}
function addDays(day, count) {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

// src/endpoint/store/consentChain.ts
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
  localDay,
  outerBounds,
  addDays,
  CONSENT_FIELDS,
  chainConsent
};
