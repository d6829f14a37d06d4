import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { packageRoot } from "../endpoint/packageRoot.ts";
import type { Io } from "./Io.ts";

/** What the command line calls its configuration where nobody names another. */
export const CONFIGURATION_NAME = "mgt.config.json";

/**
 * The owner's configuration: the file given, `MGT_CONFIG`, or `mgt.config.json` in the working folder. An absolute
 * path; nothing where none is named and the folder has none.
 */
export function ownConfigurationFile(
  given: string | undefined,
  { env, cwd }: Pick<Io, "env" | "cwd">,
): string | undefined {
  const named = given || env.MGT_CONFIG;
  if (named) return resolve(cwd, named);
  const local = join(cwd, CONFIGURATION_NAME);
  return existsSync(local) ? local : undefined;
}

/** The same, else the demo's. */
export const configurationFile = (given: string | undefined, io: Pick<Io, "env" | "cwd">): string =>
  ownConfigurationFile(given, io) ?? join(packageRoot(), "demo", CONFIGURATION_NAME);
