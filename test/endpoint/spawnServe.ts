import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";

const SERVE = fileURLToPath(new URL("../../src/cli/serve.ts", import.meta.url));

/** `mgt serve` from the sources, as a process of its own. */
const PROGRAM = `
  import { serve } from ${JSON.stringify(pathToFileURL(SERVE).href)};
  const line = (stream) => (text) => void stream.write(text + "\\n");
  const io = { out: line(process.stdout), err: line(process.stderr), env: process.env, cwd: process.cwd() };
  process.exitCode = await serve(process.argv.slice(1), io);
`;

export interface Served {
  child: ChildProcess;
  /** What it wrote so far. */
  said: { out: string; err: string };
  /** Base address, once it listens; rejects with what it said when it ends before. */
  address: Promise<string>;
  /** Exit code or signal. */
  ended: Promise<number | string | null>;
}

export function spawnServe(argv: string[], env: Record<string, string>, cwd: string): Served {
  const child = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM, "--", ...argv], {
    cwd,
    env: { PATH: process.env.PATH, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  const ended = new Promise<number | string | null>((resolve) => {
    child.once("close", (code, signal) => resolve(signal ?? code));
  });
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data) => {
      said.out += data;
      const [, found] = /listening on (\S+)/.exec(said.out) ?? [];
      if (found) resolve(found);
    });
    child.stderr.on("data", (data) => {
      said.err += data;
    });
    ended.then((code) => reject(new Error(`ended with ${code}: ${said.out}${said.err}`)));
  });
  address.catch(() => {});
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, said, address, ended };
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mgt-serve-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
