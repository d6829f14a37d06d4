import { existsSync } from "node:fs";
import { Piscina } from "piscina";
import type { Site } from "../../vocabulary/site.ts";
import { isFromSource } from "../isFromSource.ts";
import { createCompilationId } from "./compilationId.ts";
import type { Script } from "./packScript.ts";
import { ScriptCache } from "./ScriptCache.ts";

/** Makes the scripts of sites, off the thread that answers. */
export interface Compiler {
  /** What a site's script is compiled from: the same id, the same script. */
  idOf(site: Site): string;
  /** A script that was compiled before, by this process or an earlier one. */
  kept(id: string): Promise<Script | undefined>;
  /** Rejects with what the compiler reports. */
  compile(site: Site): Promise<Script>;
  /** @param ids of the scripts in use: of the others only the newest stay kept */
  retain(ids: ReadonlySet<string>): Promise<void>;
  /** Ends what is being compiled: it rejects. */
  close(): Promise<void>;
}

export interface CompilerOptions {
  /** Where compiled scripts are kept; without it each start compiles them all. */
  folder?: string | undefined;
  /** Told what could not be kept: the scripts are served all the same. */
  failed(error: unknown): void;
}

/** The thread ends, and its memory is given back, once nothing was compiled for so long (ms). */
const IDLE_MS = 10_000;

/** A small young generation costs some time, and keeps the process small: garbage is most of what terser makes. */
const HEAP = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** Bundled, this module is part of a file in `dist/cli/` or in a folder below; the worker is not. */
function workerFile(): string {
  const names = isFromSource ? ["./compileWorker.ts"] : ["./compileWorker.mjs", "../compileWorker.mjs"];
  const files = names.map((name) => new URL(name, import.meta.url));
  return String(files.find((file) => existsSync(file)) ?? files[0]);
}

/** A compiler in a thread of its own, which exists only while there is something to compile. */
export function createCompiler({ folder, failed }: CompilerOptions): Compiler {
  const idOf = createCompilationId();
  const cache = folder === undefined ? undefined : new ScriptCache(folder);
  const pool = new Piscina<Site, Script>({
    filename: workerFile(),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    // Waiting on a lock, the thread could not hear that esbuild has ended.
    atomics: "disabled",
    resourceLimits: HEAP,
    execArgv: [],
    // esbuild would take every core of the machine.
    env: { ...process.env, GOMAXPROCS: "1" },
  });
  let isClosed = false;

  const run = async (site: Site): Promise<Script> => {
    const { body, gzip, brotli, ...rest } = await pool.run(site);
    return { ...rest, body: Buffer.from(body), gzip: Buffer.from(gzip), brotli: Buffer.from(brotli) };
  };

  return {
    idOf,
    async kept(id) {
      return cache?.find(id);
    },
    async compile(site) {
      // Once more: memory may have been short, or a signal for this process has reached esbuild first.
      const script = await run(site).catch((error) => {
        if (isClosed) throw error;
        return run(site);
      });
      await cache?.keep(idOf(site), script).catch(failed);
      return script;
    },
    async retain(ids) {
      await cache?.prune(ids).catch(failed);
    },
    async close() {
      isClosed = true;
      await pool.destroy();
    },
  };
}
