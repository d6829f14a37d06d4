#!/usr/bin/env node
import {
  packageRoot
} from "./chunks/chunk-EKFFRSDW.mjs";
import {
  InputError,
  UsageError
} from "./chunks/chunk-VGKXINQR.mjs";

// src/cli/mgt.ts
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
var COMMANDS = {
  serve: {
    summary: "run the endpoint:  mgt serve [--config F] [--demo]",
    load: async () => (await import("./chunks/serve-QRMEAPNE.mjs")).serve
  },
  check: {
    summary: "check a configuration file:  mgt check [config]",
    load: async () => (await import("./chunks/check-K7H2PGYN.mjs")).check
  },
  explain: {
    summary: "say which condition an arrival meets, and why:  mgt explain [config] --url U \u2026",
    load: async () => (await import("./chunks/explainCommand-PX5WHWDD.mjs")).explainCommand
  },
  verify: {
    summary: "check that no consent record was changed or removed:  mgt verify [--data DIR] [--head HASH]",
    load: async () => (await import("./chunks/verify-ENY6QBAW.mjs")).verify
  }
};
var HELP = `mgt <command> [options]

${Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`).join("\n")}

  --json   a stable shape for programs      --help   of mgt, or of a command
  --version

Exit: 0 fine, 1 findings, 2 wrong usage`;
var OLDEST_NODE = [22, 12];
function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST_NODE[0] || major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1];
}
async function main(argv, io, node = process.versions.node) {
  if (!isSupportedNode(node)) {
    io.err(`mgt needs Node ${OLDEST_NODE.join(".")} or later; this is ${node}.`);
    return 2;
  }
  const [name = "", ...rest] = argv;
  if (name === "--help" || name === "-h" || name === "help") {
    io.out(HELP);
    return 0;
  }
  if (name === "--version" || name === "-v") {
    io.out(JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")).version);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : void 0;
  if (!command) {
    io.err(`${name ? `mgt: unknown command "${name}"

` : ""}${HELP}`);
    return 2;
  }
  const run = await command.load();
  try {
    return await run(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`mgt ${name}: ${error.message}`);
    if (!(error instanceof InputError)) await run(["--help"], { ...io, out: (line) => io.err(`
${line}`) });
    return 2;
  }
}
function isStartedDirectly() {
  const started = process.argv[1];
  try {
    return !!started && realpathSync(started) === fileURLToPath(import.meta.url);
  } catch {
    return false;
  }
}
if (isStartedDirectly()) {
  process.stdout.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
  process.exitCode = await main(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}
`),
    err: (line) => void process.stderr.write(`${line}
`),
    env: process.env,
    cwd: process.cwd()
  });
}
export {
  isSupportedNode,
  main
};
