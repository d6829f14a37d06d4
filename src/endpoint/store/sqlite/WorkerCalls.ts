import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { isFromSource } from "../../isFromSource.ts";
import { StoreUnavailable } from "../Store.ts";
import type { Calls } from "./Calls.ts";
import type { Answer, SqliteWorkerData } from "./sqliteWorker.ts";

/** Bundled, this module is part of dist/cli/mgt.mjs or of a chunk in a folder below; the worker is not. */
function workerFile(): URL {
  const names = isFromSource ? ["./sqliteWorker.ts"] : ["./sqliteWorker.mjs", "../sqliteWorker.mjs"];
  const files = names.map((name) => new URL(name, import.meta.url));
  return files.find((file) => existsSync(file)) ?? new URL("./sqliteWorker.mjs", import.meta.url);
}

interface Waiter {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Calls into one SQLite worker thread, answered as promises. */
export class WorkerCalls implements Calls {
  readonly #worker: Worker;
  readonly #waiters = new Map<number, Waiter>();
  readonly #opened: Promise<unknown>;
  #last = 0;
  #dead: string | undefined;

  constructor(data: SqliteWorkerData) {
    this.#worker = new Worker(workerFile(), { workerData: data, execArgv: [] });
    this.#opened = new Promise((resolve, reject) => this.#waiters.set(0, { resolve, reject }));
    // Whoever does not wait for it learns it from the first call.
    this.#opened.catch(() => {});
    this.#worker.on("message", ({ call, result, error }: Answer) => {
      const waiter = this.#waiters.get(call);
      this.#waiters.delete(call);
      if (error === undefined) waiter?.resolve(result);
      else waiter?.reject(new StoreUnavailable(error));
    });
    this.#worker.on("error", (error) => this.#die(String(error)));
    this.#worker.on("exit", () => this.#die("the store is closed"));
  }

  /** Resolves when the file is open. */
  async opened(): Promise<void> {
    await this.#opened;
  }

  call<T>(method: string, ...parameters: unknown[]): Promise<T> {
    if (this.#dead !== undefined) return Promise.reject(new StoreUnavailable(this.#dead));
    const call = ++this.#last;
    return new Promise<T>((resolve, reject) => {
      this.#waiters.set(call, { resolve: resolve as Waiter["resolve"], reject });
      this.#worker.postMessage({ call, method, parameters });
    });
  }

  async close(): Promise<void> {
    if (this.#dead === undefined) await this.call("close");
    await this.#worker.terminate();
  }

  #die(reason: string): void {
    this.#dead ??= reason;
    for (const { reject } of this.#waiters.values()) reject(new StoreUnavailable(this.#dead));
    this.#waiters.clear();
  }
}
