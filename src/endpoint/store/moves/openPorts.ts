import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isPostgresUrl } from "../openStore.ts";
import { Connections } from "../postgres/Connections.ts";
import { migrate } from "../postgres/schema.ts";
import { openDatabase } from "../sqlite/openDatabase.ts";
import { SqliteStore } from "../sqlite/SqliteStore.ts";
import { STORE_FILE } from "../sqlite/storeFile.ts";
import { type Moved, moveStore } from "./moveStore.ts";
import { PostgresSource, readWhole } from "./PostgresSource.ts";
import { PostgresTarget } from "./PostgresTarget.ts";
import type { Source, Target } from "./Records.ts";
import { SqliteSource } from "./SqliteSource.ts";
import { SqliteTarget } from "./SqliteTarget.ts";

/** A store by its address: of the environment, or as a target is named. */
export interface StorePlace {
  /** `postgres://…`, or `""`. */
  databaseUrl: string;
  /** File of an embedded store. */
  file: string;
}

/** @param databaseUrl `DATABASE_URL`, or `""` @param folder `MGT_DATA` */
export const placeInUse = (databaseUrl: string, folder: string): StorePlace => ({
  databaseUrl,
  file: join(folder, STORE_FILE),
});

/** @param to `postgres://…` or `sqlite:FILE` @param cwd of a relative file; undefined: neither */
export function placeNamed(to: string, cwd: string): StorePlace | undefined {
  if (isPostgresUrl(to)) return { databaseUrl: to, file: "" };
  const [, file] = /^sqlite:(.+)$/.exec(to) ?? [];
  return file === undefined ? undefined : { databaseUrl: "", file: resolve(cwd, file) };
}

/** Everything of one store into another, which is empty, or has had a part of it. */
export async function moveBetween(from: StorePlace, to: StorePlace): Promise<Moved> {
  const target = await openTarget(to);
  try {
    return await withSource(from, (source) => moveStore(source, target));
  } finally {
    await target.close();
  }
}

async function openTarget({ databaseUrl, file }: StorePlace): Promise<Target> {
  if (databaseUrl !== "") return new PostgresTarget(await migrated(databaseUrl));
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return new SqliteTarget(openDatabase(file));
}

async function migrated(databaseUrl: string): Promise<Connections> {
  const connections = new Connections(databaseUrl);
  try {
    await migrate(connections);
    return connections;
  } catch (error) {
    await connections.close();
    throw error;
  }
}

async function withSource<T>(
  { databaseUrl, file }: StorePlace,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== "") {
    const connections = await migrated(databaseUrl);
    try {
      return await readWhole(connections, (runner) => work(new PostgresSource(runner)));
    } finally {
      await connections.close();
    }
  }
  if (!existsSync(file)) throw new Error(`there is no store at ${file}`);
  // Folds what its inbox holds, and brings the schema up to date.
  const store = await SqliteStore.openFile(file);
  await store.settle();
  await store.close();
  const source = new SqliteSource(openDatabase(file));
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}
