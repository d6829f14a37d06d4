import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { openStore, withoutPassword } from "../endpoint/store/openStore.ts";
import type { BrokenRecord, ConsentVerification } from "../endpoint/store/Store.ts";
import { openReadOnly } from "../endpoint/store/sqlite/openDatabase.ts";
import { STORE_FILE } from "../endpoint/store/sqlite/storeFile.ts";
import { verifyConsents } from "../endpoint/store/sqlite/verifyConsents.ts";
import type { Io } from "./Io.ts";
import { parseOptions } from "./parseOptions.ts";
import { count } from "./problemLines.ts";
import { InputError, UsageError } from "./UsageError.ts";

export const VERIFY_HELP = `mgt verify [--data DIR] [--head HASH] [--json]

Checks the consent log. Each site has a chain of its own: each record holds a hash over itself and, through the
hash before it, over every record of its site before it. Reads only; may run beside mgt serve, on the same store.

  --data DIR    the data folder; default: the database that DATABASE_URL names, else MGT_DATA, else data/
  --head HASH   a head that an earlier run printed: it must still be in the chain of its site
  --json        { "ok", "records", "broken", "head", "sites", "noted" }; "records": how many fit, of each site
                from the first on; "broken": null | { "record", "id", "site", "time", "reason" }, the first site's
                first one that does not fit: its place in the chain from 1, its time in ms since the epoch, reason
                "hash" or why it cannot be read; "sites": [ { "site", "records", "broken", "head" } ], "head": the
                hash of the last record that fits, "" when there is none; "head" beside them: that of the only site,
                null where there are several; "noted": null without --head, else { "head", "site", "record" },
                site and record null when it is not found

Found by the chain alone: a record that was changed, removed from the middle, inserted or moved.
Found only with --head: records removed from the end, and a log rewritten as a whole. So note each head
elsewhere, where whoever can write the store cannot: in a mail, a ticket, a dated register.
Not covered: the visitor id of a record, since erasing a visitor unlinks it and keeps the record.

Exit: 0 fine, 1 the log is broken or the noted head is not in it, 2 wrong usage or no store`;

/** `mgt verify`: 0 fine, 1 broken. */
export async function verify(argv: readonly string[], io: Io): Promise<number> {
  const { values } = parseOptions(argv, { data: { type: "string" }, head: { type: "string" } }, 0);
  if (values.help) {
    io.out(VERIFY_HELP);
    return 0;
  }
  const wanted = values.head === undefined ? undefined : headHash(values.head);
  const { name, found } = await verified(values.data, wanted, io);
  const { records, broken, sites, noted } = found;
  const ok = !broken && (wanted === undefined || noted !== null);
  if (values.json) {
    const head = sites.length > 1 ? null : (sites[0]?.head ?? "");
    const search =
      wanted === undefined
        ? null
        : { head: wanted, site: noted?.site ?? null, record: noted?.record ?? null };
    io.out(JSON.stringify({ ok, records, broken, head, sites, noted: search }, null, 2));
  } else for (const line of lines(name, found, wanted)) io.out(line);
  return ok ? 0 : 1;
}

async function verified(
  data: string | undefined,
  wanted: string | undefined,
  io: Io,
): Promise<{ name: string; found: ConsentVerification }> {
  const database = data === undefined ? (io.env.DATABASE_URL ?? "") : "";
  if (database === "") {
    const file = storeFile(data, io);
    return { name: relative(io.cwd, file) || file, found: verifyFile(file, wanted) };
  }
  const name = withoutPassword(database);
  try {
    const store = await openStore(database, "");
    try {
      return { name, found: await store.verify(wanted) };
    } finally {
      await store.close();
    }
  } catch (error) {
    throw new InputError(`cannot read ${name}: ${(error as Error).message}`);
  }
}

function headHash(given: string): string {
  const hash = given.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new UsageError(`--head: "${given}" is not 64 hexadecimal digits`);
  return hash;
}

function storeFile(given: string | undefined, { env, cwd }: Io): string {
  // An unset variable of a script must not pass for the default.
  if (given === "") throw new UsageError("--data names no folder");
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
  { records, broken, sites, noted }: ConsentVerification,
  wanted?: string,
): string[] {
  const told = broken
    ? [`${name}: the consent log is broken`, ...sites.flatMap((site) => brokenLines(site.broken))]
    : [
        `${name}: ${count(records, "consent record")} checked, ${records === 0 ? "none yet" : "the chain holds"}`,
      ];
  for (const { site, head, broken: isBroken } of sites)
    if (!isBroken && head) told.push(sites.length > 1 ? `head of ${site}: ${head}` : `head: ${head}`);
  if (wanted === undefined) return told;
  if (noted !== null)
    told.push(`the noted head is record ${noted.record} of ${noted.site}: nothing up to it was rewritten`);
  else if (broken) told.push("the noted head is not among the records before it");
  else
    told.push(
      "the noted head is not in the chain: records were removed from the end, or the log was rewritten",
    );
  return told;
}

function brokenLines(broken: BrokenRecord | null): string[] {
  if (!broken) return [];
  const { record, id, site, time, reason } = broken;
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
