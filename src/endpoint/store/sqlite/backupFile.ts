import { chmodSync } from "node:fs";
import { openReader } from "./openDatabase.ts";

/** Copies a store as it stands into a new file; whoever writes it goes on. */
export async function backupFile(file: string, copy: string): Promise<void> {
  const database = openReader(file);
  const umask = process.umask(0o077);
  try {
    await database.backup(copy);
    chmodSync(copy, 0o600);
  } finally {
    process.umask(umask);
    database.close();
  }
}
