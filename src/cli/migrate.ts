import { type Moved, TargetInUse } from "../endpoint/store/moves/moveStore.ts";
import { moveBetween, placeNamed } from "../endpoint/store/moves/openPorts.ts";
import { withoutPassword } from "../endpoint/store/openStore.ts";
import type { Io } from "./Io.ts";
import { parseOptions } from "./parseOptions.ts";
import { storeInUse, withStoreInUse } from "./storeInUse.ts";
import { InputError, UsageError } from "./UsageError.ts";

export const MIGRATE_HELP = `mgt migrate [--to URL] [--json]

Without --to: brings the schema of the store in use up to date, as mgt serve does when it starts.
With --to: moves everything into another store, which has to be empty. Stop mgt serve first; what a page sends
meanwhile it sends again. If it is interrupted, run it again: until it has ended the new store does not open.

  --to URL   postgres://USER:PASSWORD@HOST/DATABASE, or sqlite:FILE
  --json     { "events", "visitors", "consents", "days", "accesses" }: how many were moved; days: rows of frozen days

Environment: MGT_DATA (data/), or DATABASE_URL: the store in use

Exit: 0 done, 1 it could not be moved, 2 wrong usage or no store`;

/** `mgt migrate`: 0 done, 1 not. */
export async function migrate(argv: readonly string[], io: Io): Promise<number> {
  const { values } = parseOptions(argv, { to: { type: "string" } }, 0);
  if (values.help) {
    io.out(MIGRATE_HELP);
    return 0;
  }
  if (values.to === undefined) {
    await withStoreInUse(io, async (store) => store.check());
    io.out(values.json ? JSON.stringify({ schema: "current" }) : "the schema is up to date");
    return 0;
  }
  const target = placeNamed(values.to, io.cwd);
  if (!target) throw new UsageError("--to: give postgres://… or sqlite:FILE");
  const source = storeInUse(io);
  if (target.databaseUrl === source.databaseUrl && (target.databaseUrl !== "" || target.file === source.file))
    throw new InputError("--to names the store in use");
  try {
    const moved = await moveBetween(source, target);
    if (values.json) io.out(JSON.stringify(moved, null, 2));
    else for (const line of lines(moved)) io.out(line);
    return 0;
  } catch (error) {
    const to = target.databaseUrl === "" ? target.file : withoutPassword(target.databaseUrl);
    io.err(`mgt migrate: to ${to}: ${(error as Error).message}`);
    if (!(error instanceof TargetInUse))
      io.err("Nothing of the store in use has changed. Run it again to go on.");
    return 1;
  }
}

const lines = (moved: Moved): string[] => Object.entries(moved).map(([what, count]) => `${what}: ${count}`);
