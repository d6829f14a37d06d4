import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { serverAccount, serverBinaries } from "./binaries.ts";

export interface PostgresServer {
  /** Makes an empty database. @returns its address */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** A server may take so long (ms) to come up on a machine that is busy. */
const UP_WITHIN = 60_000;

/** What tests do not need: the machine that they run on does not lose its power. */
const SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  unix_socket_directories: "",
  log_min_messages: "fatal",
};

/** The server lives as long as the pipe to whoever started it, however that ends; its folder goes with it. */
const SUPERVISED = 'folder=$1; shift; "$@" & cat >/dev/null; kill -INT $!; wait $!; rm -rf "$folder"';

/**
 * A real PostgreSQL: the one that `MGT_TEST_DATABASE_URL` names, else one of our own on a free port, gone with
 * `stop()`, or with the process.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.MGT_TEST_DATABASE_URL;
  if (given) return serverAt(given, async () => {});
  const account = serverAccount();
  const folder = mkdtempSync(join(tmpdir(), "mgt-postgres-"));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const bin = serverBinaries(account, folder);
  const data = join(folder, "data");
  const initdb = ["-D", data, "-U", "mgt", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  await promisify(execFile)(join(bin, "initdb"), initdb, { ...account, cwd: folder });
  const port = await freePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const args = ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...settings];
  const command = ["-c", SUPERVISED, "sh", folder, join(bin, "postgres"), ...args];
  const child = spawn("/bin/sh", command, { ...account, cwd: "/", stdio: ["pipe", "ignore", "pipe"] });
  let said = "";
  child.stderr?.on("data", (text) => {
    said += text;
  });
  const url = `postgres://mgt@127.0.0.1:${port}/postgres`;
  await untilUp(url, () => said);
  return serverAt(url, () => ended(child));
}

function serverAt(url: string, stop: () => Promise<void>): PostgresServer {
  const made: string[] = [];
  return {
    async database() {
      const name = `mgt_test_${randomUUID().replaceAll("-", "")}`;
      await ask(url, `CREATE DATABASE ${name}`);
      made.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    async stop() {
      if (process.env.MGT_TEST_DATABASE_URL)
        for (const name of made) await ask(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await stop();
    },
  };
}

/** One statement, on a connection of its own. */
export async function ask(url: string, statement: string) {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function untilUp(url: string, said: () => string): Promise<void> {
  const end = performance.now() + UP_WITHIN;
  for (;;) {
    try {
      await ask(url, "SELECT 1");
      return;
    } catch (error) {
      const isDead = String(error).includes("ECONNREFUSED") && said().includes("FATAL");
      if (isDead || performance.now() > end)
        throw new Error(`the server did not come up: ${error}\n${said()}`);
      await sleep(50);
    }
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once("exit", () => resolve());
    child.stdin?.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
