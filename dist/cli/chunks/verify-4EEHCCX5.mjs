import {
  openReadOnly,
  verifyConsents
} from "./chunk-P3J5LUXE.mjs";
import {
  STORE_FILE
} from "./chunk-72OQY3VU.mjs";
import "./chunk-VCWHZHJQ.mjs";
import {
  count,
  parseOptions
} from "./chunk-JPWWSZFR.mjs";
import {
  InputError,
  UsageError
} from "./chunk-VGKXINQR.mjs";

// src/cli/verify.ts
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
var VERIFY_HELP = `mgt verify [--data DIR] [--head HASH] [--json]

Checks the consent log: each record holds a hash over itself and, through the hash before it, over every
record before it. Reads only; may run beside mgt serve, on the same folder.

  --data DIR    the data folder; default: MGT_DATA, else data/
  --head HASH   a head that an earlier run printed: it must still be in the chain
  --json        { "ok", "records", "broken", "head", "noted" }; "records": how many fit, from the first on;
                "broken": null | { "record", "id", "site", "time", "reason" }, the first that does not fit:
                its position from 1, its time in ms since the epoch, reason "hash" or why it cannot be read;
                "head": the hash of the last record that fits, "" when there is none;
                "noted": null without --head, else { "head", "record" }, record null when it is not found

Found by the chain alone: a record that was changed, removed from the middle, inserted or moved.
Found only with --head: records removed from the end, and a log rewritten as a whole. So note each head
elsewhere, where whoever can write the data folder cannot: in a mail, a ticket, a dated register.
Not covered: the visitor id of a record, since erasing a visitor unlinks it and keeps the record.

Exit: 0 fine, 1 the log is broken or the noted head is not in it, 2 wrong usage or no store`;
async function verify(argv, io) {
  const { values } = parseOptions(argv, { data: { type: "string" }, head: { type: "string" } }, 0);
  if (values.help) {
    io.out(VERIFY_HELP);
    return 0;
  }
  const noted = values.head === void 0 ? void 0 : headHash(values.head);
  const file = storeFile(values.data, io);
  const found = verifyFile(file, noted);
  const { records, broken, head } = found;
  const ok = !broken && (noted === void 0 || found.noted !== null);
  if (values.json) {
    const search = noted === void 0 ? null : { head: noted, record: found.noted };
    io.out(JSON.stringify({ ok, records, broken, head, noted: search }, null, 2));
  } else for (const line of lines(relative(io.cwd, file) || file, found, noted)) io.out(line);
  return ok ? 0 : 1;
}
function headHash(given) {
  const hash = given.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new UsageError(`--head: "${given}" is not 64 hexadecimal digits`);
  return hash;
}
function storeFile(given, { env, cwd }) {
  if (given === "") throw new UsageError("--data names no folder");
  if (given === void 0 && env.DATABASE_URL)
    throw new InputError("DATABASE_URL is set, but this version has the embedded store only; give --data");
  const folder = resolve(cwd, given ?? (env.MGT_DATA || "data"));
  const file = join(folder, STORE_FILE);
  if (!existsSync(file))
    throw new InputError(
      `there is no store in ${folder}: it has no ${STORE_FILE}; set MGT_DATA or give --data`
    );
  return file;
}
function verifyFile(file, noted) {
  try {
    const database = openReadOnly(file);
    try {
      return verifyConsents(database, noted);
    } finally {
      database.close();
    }
  } catch (error) {
    const { code, message } = error;
    const advice = code === "SQLITE_CANTOPEN" || code?.startsWith("SQLITE_READONLY") ? "; on a read-only disk, copy the folder to a writable place first" : "";
    throw new InputError(`cannot read ${file}: ${message}${advice}`);
  }
}
function lines(name, { records, broken, head, noted }, wanted) {
  const told = broken ? [`${name}: the consent log is broken`, ...brokenLines(broken)] : [
    `${name}: ${count(records, "consent record")} checked, ${records === 0 ? "none yet" : "the chain holds"}`
  ];
  if (!broken && head) told.push(`head: ${head}`);
  if (wanted === void 0) return told;
  if (noted !== null) told.push(`the noted head is record ${noted}: nothing up to it was rewritten`);
  else if (broken) told.push("the noted head is not among the records before it");
  else
    told.push(
      "the noted head is not in the chain: records were removed from the end, or the log was rewritten"
    );
  return told;
}
function brokenLines({ record, id, site, time, reason }) {
  const before = `${count(record - 1, "record")} before it ${record === 2 ? "fits" : "fit"}`;
  if (reason !== "hash") return [`record ${record} cannot be read: ${reason}; ${before}`];
  return [
    `record ${record} is the first that does not fit; ${before}`,
    // Quoted: what was tampered with may hold anything, escape sequences of a terminal too.
    `  id    ${JSON.stringify(id)}`,
    `  site  ${JSON.stringify(site)}`,
    `  time  ${readable(time)}`,
    "It was changed, or a record was removed, inserted or moved just before it."
  ];
}
function readable(time) {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? `${time} (no time)` : date.toISOString();
}
export {
  VERIFY_HELP,
  verify
};
