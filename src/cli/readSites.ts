import { relative } from "node:path";
import { readConfiguration } from "../endpoint/configuration/readConfiguration.ts";
import type { Site } from "../vocabulary/site.ts";
import { configurationFile } from "./configurationFile.ts";
import type { Io } from "./Io.ts";
import { count, problemLines } from "./problemLines.ts";
import { InputError, UsageError } from "./UsageError.ts";

/**
 * The sites of a configuration file; nothing where it has errors, which are told.
 *
 * @throws InputError if it cannot be read
 */
export function readSites(
  given: string | undefined,
  io: Io,
  asJson: boolean | undefined,
): readonly Site[] | undefined {
  const file = configurationFile(given, io);
  const { ok, errors, warnings, sites, text } = readConfiguration(file);
  if (errors.some(({ code }) => code === "unreadable")) throw new InputError(errors[0]?.message ?? "");
  if (ok) return sites;
  if (asJson) io.out(JSON.stringify({ ok, errors, warnings }, null, 2));
  for (const line of problemLines({ errors, warnings: [] }, text)) io.err(line);
  io.err(`${relative(io.cwd, file) || file}: ${count(errors.length, "error")}`);
  return undefined;
}

/** The site of that key, or the only one. @param place of the key, put before what is wrong with it */
export function siteNamed(sites: readonly Site[], key: string | undefined, place = ""): Site {
  const keys = sites.map((site) => site.key).join(", ");
  if (key === undefined && sites.length > 1)
    throw new UsageError(`${place}--site is missing: one of ${keys}`);
  const site = key === undefined ? sites[0] : sites.find((one) => one.key === key);
  if (!site) throw new InputError(`${place}no site "${key}" in the configuration: one of ${keys}`);
  return site;
}
