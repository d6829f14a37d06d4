import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverAccount, serverBinaries } from "../support/postgres/binaries.ts";

/** A PostgreSQL of our own, on loopback: it may be stopped, killed and started again. */
export class PostgresServer {
  readonly url: string;
  readonly #folder: string;
  readonly #data: string;
  readonly #port: number;
  readonly #bin: string;
  readonly #user = serverAccount();
  #process: ChildProcess | undefined;

  /** Makes one, of the machine's or the dev dependencies' PostgreSQL, and starts it. */
  static async start(): Promise<PostgresServer> {
    const server = new PostgresServer(await freePort());
    await server.start();
    return server;
  }

  private constructor(port: number) {
    this.#port = port;
    // Not in a folder of ours: its user could not get there.
    this.#folder = mkdtempSync(join(tmpdir(), "mgt-postgres-"));
    this.#data = join(this.#folder, "data");
    this.#bin = serverBinaries(this.#user, this.#folder);
    this.url = `postgres://mgt@127.0.0.1:${port}/postgres`;
    const { uid, gid } = this.#user;
    if (uid !== undefined && gid !== undefined) chownSync(this.#folder, uid, gid);
    execFileSync(
      join(this.#bin, "initdb"),
      ["-D", this.#data, "-U", "mgt", "-A", "trust", "-E", "UTF8", "--no-locale"],
      { ...this.#user, cwd: this.#folder, stdio: "pipe" },
    );
  }

  /** Resolves once it takes connections. */
  async start(): Promise<void> {
    const child = spawn(
      join(this.#bin, "postgres"),
      ["-D", this.#data, "-p", String(this.#port), "-h", "127.0.0.1", "-k", this.#data],
      { ...this.#user, cwd: this.#data, stdio: ["ignore", "ignore", "pipe"] },
    );
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      let said = "";
      child.stderr.on("data", (data) => {
        said = (said + data).slice(-10_000);
        if (said.includes("ready to accept connections")) resolve();
      });
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)));
    });
  }

  /** `fast` ends its connections, `immediate` leaves it to recover like after a power cut. */
  async stop(how: "fast" | "immediate" = "fast"): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(how === "fast" ? "SIGINT" : "SIGQUIT");
    await ended;
  }

  /** Stops it and deletes what it kept. */
  async remove(): Promise<void> {
    await this.stop("immediate");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** User and system time of all its processes so far (s); of those that have ended only once they are reaped. */
  cpuSeconds(): number {
    const lines = execFileSync("ps", ["-o", "cputimes=", "--pid", String(this.#process?.pid)], {
      encoding: "utf8",
    });
    const children = execFileSync("ps", ["-o", "cputimes=", "--ppid", String(this.#process?.pid)], {
      encoding: "utf8",
    });
    return `${lines}\n${children}`.split("\n").reduce((sum, line) => sum + Number(line || 0), 0);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("no port");
  return address.port;
}
