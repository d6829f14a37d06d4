import { writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { compileOverlay, overlayFor } from "../endpoint/script/compileOverlay.ts";
import { compileScript } from "../endpoint/script/compileScript.ts";
import { packScript } from "../endpoint/script/packScript.ts";
import type { Io } from "./Io.ts";
import { parseOptions } from "./parseOptions.ts";
import { readSites, siteNamed } from "./readSites.ts";
import { InputError } from "./UsageError.ts";

export const SCRIPT_HELP = `mgt script [config] --site KEY [--overlay] [--out FILE]

Prints the compiled script of a site, as the endpoint would serve it: for those who serve files only.

  config       the file; default: MGT_CONFIG, else mgt.config.json here, else the demo's
  --site KEY   the site; may be left out when the file has only one
  --overlay    the overlay of mgt('debug') instead: a file garage.debug.js beside garage.js
  --out FILE   writes it there instead
  --json       { "site", "version", "bytes", "brotli", "endpoint", "file" }, or "script" in the place of "file"

Exit: 0 fine, 1 errors in the configuration, 2 wrong usage or a file that cannot be written`;

const OPTIONS = {
  site: { type: "string" },
  out: { type: "string" },
  overlay: { type: "boolean" },
} as const;

/** `mgt script`: 0 fine, 1 the configuration has errors. */
export async function script(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(argv, OPTIONS, 1);
  if (values.help) {
    io.out(SCRIPT_HELP);
    return 0;
  }
  const sites = readSites(positionals[0], io, values.json);
  if (!sites) return 1;
  const site = siteNamed(sites, values.site);
  const { body, brotli, version } = values.overlay
    ? await packScript(Buffer.from(overlayFor(await compileOverlay(), site)), "")
    : await compileScript(site);
  const file = values.out === undefined ? undefined : resolve(io.cwd, values.out);
  if (file) write(file, body);
  if (values.json)
    io.out(
      JSON.stringify(
        {
          site: site.key,
          version,
          bytes: body.length,
          brotli: brotli.length,
          endpoint: site.endpoint,
          ...(file ? { file } : { script: String(body) }),
        },
        null,
        2,
      ),
    );
  else if (file)
    io.err(`${relative(io.cwd, file) || file}: ${body.length} bytes, ${brotli.length} with brotli`);
  else io.out(String(body).trimEnd());
  if (!site.endpoint && site.mode !== "invisible")
    io.err(
      `mgt script: site "${site.key}" names no "endpoint": the script will report to where the file is served from`,
    );
  return 0;
}

function write(file: string, body: Buffer): void {
  try {
    writeFileSync(file, body);
  } catch (error) {
    throw new InputError(`cannot write ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
}
