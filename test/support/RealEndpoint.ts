import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { SiteInput } from "../../src/vocabulary/site.ts";

const PROGRAM = fileURLToPath(new URL("../../src/cli/mgt.ts", import.meta.url));
const TOKEN = "token-of-the-browser-tests";

/** What the endpoint keeps of one visitor. */
export interface Copy {
  visitor: string;
  site: string;
  since: number;
  consents: Record<string, unknown>[];
  events: Record<string, unknown>[];
}

/** The endpoint as its own process, on an empty store of its own. */
export class RealEndpoint {
  readonly #folder = mkdtempSync(join(tmpdir(), "mgt-endpoint-"));
  readonly #options: readonly string[];
  #process: ChildProcess | undefined;
  address = "";

  /** @param options of `mgt serve`, such as `--demo` */
  constructor(sites: readonly SiteInput[], ...options: string[]) {
    writeFileSync(join(this.#folder, "mgt.config.json"), JSON.stringify({ sites }));
    this.#options = options;
  }

  /** Starts it, the second time where it was before. */
  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [PROGRAM, "serve", "--config", join(this.#folder, "mgt.config.json"), "--json", ...this.#options],
      {
        stdio: ["ignore", "pipe", "inherit"],
        env: {
          ...process.env,
          PORT: new URL(this.address || "http://127.0.0.1:0").port || "0",
          HOST: "127.0.0.1",
          MGT_DATA: join(this.#folder, "data"),
          MGT_ADMIN_TOKEN: TOKEN,
          // A browser without a window calls itself a robot.
          MGT_BOTS: "keep",
          MGT_RATE: "0",
        },
      },
    );
    this.#process = child;
    this.address = await new Promise<string>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`the endpoint ended with ${code}`)));
      createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
        const { listening } = JSON.parse(line) as { listening?: string };
        if (listening) resolve(listening);
      });
    });
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Reads an admin route. */
  async admin<T>(path: string): Promise<T> {
    const answer = await fetch(this.address + path, { headers: { Authorization: `Bearer ${TOKEN}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<T>;
  }

  visitor(key: string, id: string): Promise<Copy> {
    return this.admin(`/v1/sites/${key}/visitors/${id}`);
  }
}
