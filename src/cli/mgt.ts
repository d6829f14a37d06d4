#!/usr/bin/env node
import { askOnTerminal } from "./askOnTerminal.ts";
import { main } from "./main.ts";

// A closed pipe (`mgt check | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  ...(process.stdin.isTTY && process.stderr.isTTY ? { ask: askOnTerminal } : {}),
  env: process.env,
  cwd: process.cwd(),
});
