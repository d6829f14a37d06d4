import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Of a process that keeps personal data: what it makes is its own user's only. */
const OWNER_ONLY = 0o077;

/**
 * Makes whatever this process writes, and what a former one has left in a folder, readable by its own user only.
 * Where another user made a file, or the system has no such rights, it stays as it is.
 */
export function keepPrivate(folder: string): void {
  process.umask(OWNER_ONLY);
  let entries: ReturnType<typeof readFolder>;
  try {
    chmodSync(folder, 0o700);
    entries = readFolder(folder);
  } catch {
    // There is none yet, or it is another's: whoever opens it says so.
    return;
  }
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    try {
      if (entry.isDirectory()) chmodSync(path, 0o700);
      else if (entry.isFile()) chmodSync(path, 0o600);
    } catch {}
  }
}

const readFolder = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true });
