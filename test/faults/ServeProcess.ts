import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { SiteInput } from "../../src/vocabulary/site.ts";

const PROGRAM = fileURLToPath(new URL("../../src/cli/mgt.ts", import.meta.url));

export const TOKEN = "a-token-for-tests-only";

export interface ServeOptions {
  /** Holds configuration and data; the same one again is a restart. */
  folder: string;
  sites: readonly SiteInput[];
  env?: Readonly<Record<string, string>>;
  /** What stands before the program: `["prlimit", "--fsize=…"]`. */
  wrapper?: readonly string[];
  /** Of Node itself. */
  flags?: readonly string[];
  uid?: number;
  gid?: number;
}

/** `mgt serve` as its own process, on loopback, without limits of rate. */
export class ServeProcess {
  readonly child: ChildProcess;
  /** Exit code or signal. */
  readonly ended: Promise<number | string | null>;
  /** Base address, once every site's script is served; rejects with what it said when it ends before. */
  readonly address: Promise<string>;
  /** Lines of its log. */
  readonly lines: string[] = [];
  errors = "";

  constructor({ folder, sites, env = {}, wrapper = [], flags = [], uid, gid }: ServeOptions) {
    mkdirSync(folder, { recursive: true });
    const config = join(folder, "mgt.config.json");
    writeFileSync(config, JSON.stringify({ sites }));
    if (uid !== undefined && gid !== undefined)
      for (const path of [folder, config]) chownSync(path, uid, gid);
    const [command = "", ...argv] = [
      ...wrapper,
      ...[process.execPath, ...flags, PROGRAM, "serve", "--json", "--config", config],
    ];
    this.child = spawn(command, argv, {
      stdio: ["ignore", "pipe", "pipe"],
      ...(uid !== undefined && { uid }),
      ...(gid !== undefined && { gid }),
      env: {
        PATH: process.env.PATH,
        PORT: "0",
        HOST: "127.0.0.1",
        MGT_DATA: join(folder, "data"),
        MGT_RATE: "0",
        MGT_BOTS: "keep",
        MGT_ADMIN_TOKEN: TOKEN,
        ...env,
      },
    });
    this.ended = new Promise((resolve) =>
      this.child.once("close", (code, signal) => resolve(signal ?? code)),
    );
    this.child.stderr?.on("data", (data) => {
      this.errors = (this.errors + data).slice(-10_000);
    });
    this.address = new Promise((resolve, reject) => {
      createInterface({ input: this.child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
        if (this.lines.length < 10_000) this.lines.push(line);
        const [, address] = /"listening":"([^"]+)"/.exec(line) ?? [];
        if (address) resolve(address);
      });
      this.child.once("error", reject);
      this.ended.then((code) => reject(new Error(`mgt serve ended with ${code}: ${this.errors}`)));
    });
    this.address.catch(() => {});
  }

  /** Resolves to its exit code. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<number | string | null> {
    this.child.kill(signal);
    return this.ended;
  }

  /** User and system time so far, of all threads (s). */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, "utf8");
    // Fields after the name, which may itself hold blanks: the 14th and 15th of all.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  /** Resident memory, now and at its highest (MB). */
  memory(): { now: number; highest: number } {
    const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    const megabytes = (name: string) => Number(RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    return { now: megabytes("VmRSS"), highest: megabytes("VmHWM") };
  }

  /** Reads wait until everything acknowledged before is indexed. */
  async settle(site: string): Promise<void> {
    const path = `/v1/sites/${site}/report?from=2000-01-01&to=2000-01-01`;
    const response = await fetch(`${await this.address}${path}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    if (!response.ok) throw new Error(`report: ${response.status}`);
  }
}
