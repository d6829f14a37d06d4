import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { packageRoot } from "../endpoint/packageRoot.ts";
import type { Io } from "./Io.ts";

/**
 * Which configuration file a command reads: the one given, `MGT_CONFIG`, `mgt.config.json` in the
 * working folder, else the demo's. An absolute path.
 */
export function configurationFile(given: string | undefined, { env, cwd }: Pick<Io, "env" | "cwd">): string {
  const named = given || env.MGT_CONFIG;
  if (named) return resolve(cwd, named);
  const local = join(cwd, "mgt.config.json");
  return existsSync(local) ? local : join(packageRoot(), "demo", "mgt.config.json");
}
