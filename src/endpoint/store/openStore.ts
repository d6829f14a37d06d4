import type { Store } from "./Store.ts";
import { SqliteStore } from "./sqlite/SqliteStore.ts";

/** Whether an address is one of a database that is spoken to as PostgreSQL is. */
export const isPostgresUrl = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

/**
 * The store that the environment names.
 *
 * @param databaseUrl `DATABASE_URL`, or `""` @param folder `MGT_DATA`
 */
export async function openStore(databaseUrl: string, folder: string): Promise<Store> {
  if (databaseUrl === "") return SqliteStore.open(folder);
  if (!isPostgresUrl(databaseUrl)) throw new Error("DATABASE_URL must begin with postgres://");
  const { PostgresStore } = await import("./postgres/PostgresStore.ts");
  return PostgresStore.open(databaseUrl);
}

/** An address without its password, for messages. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "the database";
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "…";
  return shown.href;
}
