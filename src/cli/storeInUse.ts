import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { placeInUse, type StorePlace } from "../endpoint/store/moves/openPorts.ts";
import { openStore, withoutPassword } from "../endpoint/store/openStore.ts";
import type { Store } from "../endpoint/store/Store.ts";
import type { Io } from "./Io.ts";
import { InputError } from "./UsageError.ts";

/**
 * The store that the environment names; there has to be one.
 * @throws {InputError}
 */
export function storeInUse({
  env,
  cwd,
}: Pick<Io, "env" | "cwd">): StorePlace & { folder: string; name: string } {
  const databaseUrl = env.DATABASE_URL ?? "";
  const folder = resolve(cwd, env.MGT_DATA || "data");
  const place = placeInUse(databaseUrl, folder);
  if (databaseUrl === "" && !existsSync(place.file))
    throw new InputError(`there is no store in ${folder}; set MGT_DATA or DATABASE_URL`);
  return { ...place, folder, name: databaseUrl === "" ? place.file : withoutPassword(databaseUrl) };
}

/** Opens it for the time of some work. @throws {InputError} it cannot be opened */
export async function withStoreInUse<T>(
  io: Pick<Io, "env" | "cwd">,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { databaseUrl, folder, name } = storeInUse(io);
  let store: Store;
  try {
    store = await openStore(databaseUrl, folder);
  } catch (error) {
    throw new InputError(`cannot open ${name}: ${(error as Error).message}`);
  }
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
