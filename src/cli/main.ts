import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../endpoint/packageRoot.ts";
import type { Io } from "./Io.ts";
import { InputError, UsageError } from "./UsageError.ts";

type Command = (argv: string[], io: Io) => Promise<number>;

/** Loaded one by one, on call: `check` needs neither the database nor the compiler. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  serve: {
    summary: "run the endpoint:  mgt serve [--config F] [--demo]",
    load: async () => (await import("./serve.ts")).serve,
  },
  init: {
    summary: "write a first configuration:  mgt init [--mode M] [--number N] [--origin O]",
    load: async () => (await import("./init.ts")).init,
  },
  check: {
    summary: "check a configuration file:  mgt check [config]",
    load: async () => (await import("./check.ts")).check,
  },
  explain: {
    summary: "say which condition an arrival meets, and why:  mgt explain [config] --url U …",
    load: async () => (await import("./explainCommand.ts")).explainCommand,
  },
  script: {
    summary: "print the compiled script of a site:  mgt script [config] --site KEY [--out FILE]",
    load: async () => (await import("./script.ts")).script,
  },
  verify: {
    summary: "check that no consent record was changed or removed:  mgt verify [--data DIR] [--head HASH]",
    load: async () => (await import("./verify.ts")).verify,
  },
  purge: {
    summary: "delete what is past its time, now:  mgt purge [config] [--site KEY]",
    load: async () => (await import("./purge.ts")).purge,
  },
  backup: {
    summary: "copy the store while it is in use:  mgt backup FILE",
    load: async () => (await import("./backup.ts")).backup,
  },
  migrate: {
    summary: "move everything into another store:  mgt migrate [--to URL]",
    load: async () => (await import("./migrate.ts")).migrate,
  },
};

const HELP = `mgt <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`)
  .join("\n")}

  --json   a stable shape for programs      --help   of mgt, or of a command
  --version

Exit: 0 fine, 1 findings, 2 wrong usage`;

const OLDEST_NODE = [22, 12] as const;

/** Whether a Node version, such as `22.12.0`, is one that the native parts were built for. */
export function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** Runs a command line; returns the exit code. */
export async function main(argv: readonly string[], io: Io, node = process.versions.node): Promise<number> {
  // Before anything native loads: on an older Node it would crash without a word.
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
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.err(`${name ? `mgt: unknown command "${name}"\n\n` : ""}${HELP}`);
    return 2;
  }
  const run = await command.load();
  try {
    return await run(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`mgt ${name}: ${error.message}`);
    if (!(error instanceof InputError)) await run(["--help"], { ...io, out: (line) => io.err(`\n${line}`) });
    return 2;
  }
}
