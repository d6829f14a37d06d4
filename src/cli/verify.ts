import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { openReadOnly } from "../endpoint/store/sqlite/openDatabase.ts";
import { STORE_FILE } from "../endpoint/store/sqlite/storeFile.ts";
import {
  type BrokenRecord,
  type ConsentVerification,
  verifyConsents,
} from "../endpoint/store/sqlite/verifyConsents.ts";
import type { Io } from "./Io.ts";
import { parseOptions } from "./parseOptions.ts";
import { count } from "./problemLines.ts";
import { InputError, UsageError } from "./UsageError.ts";

export const VERIFY_HELP = `mgt verify [--data DIR] [--head HASH] [--json]

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

/** `mgt verify`: 0 fine, 1 broken. */
export async function verify(argv: readonly string[], io: Io): Promise<number> {
  const { values } = parseOptions(argv, { data: { type: "string" }, head: { type: "string" } }, 0);
  if (values.help) {
    io.out(VERIFY_HELP);
    return 0;
  }
  const noted = values.head === undefined ? undefined : headHash(values.head);
  const file = storeFile(values.data, io);
  const found = verifyFile(file, noted);
  const { records, broken, head } = found;
  const ok = !broken && (noted === undefined || found.noted !== null);
  if (values.json) {
    const search = noted === undefined ? null : { head: noted, record: found.noted };
    io.out(JSON.stringify({ ok, records, broken, head, noted: search }, null, 2));
  } else for (const line of lines(relative(io.cwd, file) || file, found, noted)) io.out(line);
  return ok ? 0 : 1;
}

function headHash(given: string): string {
  const hash = given.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new UsageError(`--head: "${given}" is not 64 hexadecimal digits`);
  return hash;
}

function storeFile(given: string | undefined, { env, cwd }: Io): string {
  // An unset variable of a script must not pass for the default.
  if (given === "") throw new UsageError("--data names no folder");
  if (given === undefined && env.DATABASE_URL)
    throw new InputError("DATABASE_URL is set, but this version has the embedded store only; give --data");
  const folder = resolve(cwd, given ?? (env.MGT_DATA || "data"));
  const file = join(folder, STORE_FILE);
  if (!existsSync(file))
    throw new InputError(
      `there is no store in ${folder}: it has no ${STORE_FILE}; set MGT_DATA or give --data`,
    );
  return file;
}

function verifyFile(file: string, noted: string | undefined): ConsentVerification {
  try {
    const database = openReadOnly(file);
    try {
      return verifyConsents(database, noted);
    } finally {
      database.close();
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    // SQLite needs two files beside the store even to read it.
    const advice =
      code === "SQLITE_CANTOPEN" || code?.startsWith("SQLITE_READONLY")
        ? "; on a read-only disk, copy the folder to a writable place first"
        : "";
    throw new InputError(`cannot read ${file}: ${message}${advice}`);
  }
}

function lines(
  name: string,
  { records, broken, head, noted }: ConsentVerification,
  wanted?: string,
): string[] {
  const told = broken
    ? [`${name}: the consent log is broken`, ...brokenLines(broken)]
    : [
        `${name}: ${count(records, "consent record")} checked, ${records === 0 ? "none yet" : "the chain holds"}`,
      ];
  if (!broken && head) told.push(`head: ${head}`);
  if (wanted === undefined) return told;
  if (noted !== null) told.push(`the noted head is record ${noted}: nothing up to it was rewritten`);
  else if (broken) told.push("the noted head is not among the records before it");
  else
    told.push(
      "the noted head is not in the chain: records were removed from the end, or the log was rewritten",
    );
  return told;
}

function brokenLines({ record, id, site, time, reason }: BrokenRecord): string[] {
  const before = `${count(record - 1, "record")} before it ${record === 2 ? "fits" : "fit"}`;
  if (reason !== "hash") return [`record ${record} cannot be read: ${reason}; ${before}`];
  return [
    `record ${record} is the first that does not fit; ${before}`,
    // Quoted: what was tampered with may hold anything, escape sequences of a terminal too.
    `  id    ${JSON.stringify(id)}`,
    `  site  ${JSON.stringify(site)}`,
    `  time  ${readable(time)}`,
    "It was changed, or a record was removed, inserted or moved just before it.",
  ];
}

function readable(time: number | null): string {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? `${time} (no time)` : date.toISOString();
}
