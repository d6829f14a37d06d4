import {
  configurationFile,
  readConfiguration
} from "./chunk-QQYXQANC.mjs";
import "./chunk-BN34JTAQ.mjs";
import "./chunk-EKFFRSDW.mjs";
import {
  count,
  parseOptions,
  problemLines
} from "./chunk-JPWWSZFR.mjs";
import "./chunk-VGKXINQR.mjs";

// src/cli/check.ts
import { relative } from "node:path";
var CHECK_HELP = `mgt check [config] [--json]

Checks a configuration file: every error and every warning at once.

  config   the file; default: MGT_CONFIG, else mgt.config.json here, else the demo's
  --json   { "ok", "errors": [ { "path", "code", "message", "found", "expected" } ], "warnings": [ same ] }

Exit: 0 no error (warnings allowed), 1 errors, 2 wrong usage or a file that cannot be read`;
async function check(argv, io) {
  const { values, positionals } = parseOptions(argv, {}, 1);
  if (values.help) {
    io.out(CHECK_HELP);
    return 0;
  }
  const file = configurationFile(positionals[0], io);
  const { ok, errors, warnings, sites, text } = readConfiguration(file);
  const unreadable = errors.some(({ code }) => code === "unreadable");
  if (values.json) io.out(JSON.stringify({ ok, errors, warnings }, null, 2));
  else if (unreadable) for (const { message } of errors) io.err(`mgt check: ${message}`);
  else {
    for (const line of problemLines({ errors, warnings }, text)) io.out(line);
    const found = `${count(errors.length, "error")}, ${count(warnings.length, "warning")}`;
    const keys = ok ? `, ${count(sites.length, "site")}: ${sites.map(({ key }) => key).join(", ")}` : "";
    io.out(`${relative(io.cwd, file) || file}: ${found}${keys}`);
  }
  return ok ? 0 : unreadable ? 2 : 1;
}
export {
  CHECK_HELP,
  check
};
