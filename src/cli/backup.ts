import { existsSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { moveBetween } from "../endpoint/store/moves/openPorts.ts";
import { backupFile } from "../endpoint/store/sqlite/backupFile.ts";
import type { Io } from "./Io.ts";
import { parseOptions } from "./parseOptions.ts";
import { storeInUse } from "./storeInUse.ts";
import { InputError, UsageError } from "./UsageError.ts";

export const BACKUP_HELP = `mgt backup FILE [--json]

Writes a copy of the store, as it stands, into a new file, while mgt serve goes on. The copy is an embedded store: with
the name mgt.sqlite in a folder of its own, MGT_DATA opens it. Of a database it is the same, through
DATABASE_URL; mgt migrate --to moves it back.

  FILE     must not exist
  --json   { "file", "bytes" }

Environment: MGT_DATA (data/), or DATABASE_URL

Exit: 0 done, 2 wrong usage, no store, or a file that cannot be written`;

/** `mgt backup`: 0 done. */
export async function backup(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(argv, {}, 1);
  if (values.help) {
    io.out(BACKUP_HELP);
    return 0;
  }
  if (!positionals[0]) throw new UsageError("FILE is missing");
  const file = resolve(io.cwd, positionals[0]);
  if (existsSync(file)) throw new InputError(`${file} is there already`);
  if (!existsSync(dirname(file))) throw new InputError(`there is no folder ${dirname(file)}`);
  const place = storeInUse(io);
  try {
    if (place.databaseUrl === "") await backupFile(place.file, file);
    else await moveBetween(place, { databaseUrl: "", file });
  } catch (error) {
    throw new InputError(`cannot copy ${place.name}: ${(error as Error).message}`);
  }
  const { size } = statSync(file);
  if (values.json) io.out(JSON.stringify({ file, bytes: size }, null, 2));
  else io.out(`${relative(io.cwd, file) || file}: ${size} bytes`);
  return 0;
}
