import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The files of the repository, new ones too that nobody has added yet. */
export const TRACKED: readonly string[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
  { cwd: ROOT, encoding: "utf8", maxBuffer: 1e8 },
)
  .split("\0")
  // Deleted, and not yet committed.
  .filter((file) => file && existsSync(ROOT + file));

export const read = (file: string): string => readFileSync(ROOT + file, "utf8");
