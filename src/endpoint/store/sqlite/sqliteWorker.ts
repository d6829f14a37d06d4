import { parentPort, workerData } from "node:worker_threads";
import { openDatabase, openReader } from "./openDatabase.ts";
import { SqliteReader } from "./SqliteReader.ts";
import { SqliteWriter } from "./SqliteWriter.ts";

/** What the main thread asks of a worker: a method of the writer or of the reader. */
export interface Call {
  call: number;
  method: string;
  parameters: unknown[];
}

/** `call` 0 announces that the file is open, or why it is not. */
export interface Answer {
  call: number;
  result?: unknown;
  error?: string;
}

export interface SqliteWorkerData {
  file: string;
  role: "writer" | "reader";
}

const { file, role } = workerData as SqliteWorkerData;

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

try {
  const target =
    role === "writer" ? new SqliteWriter(openDatabase(file)) : new SqliteReader(openReader(file));
  const methods = target as unknown as Record<string, (...parameters: unknown[]) => unknown>;
  parentPort?.on("message", async ({ call, method, parameters }: Call) => {
    try {
      // Synchronous results are answered at once: commits are answered in the order of their calls.
      const returned = methods[method]?.(...parameters);
      answer({ call, result: returned instanceof Promise ? await returned : returned });
    } catch (error) {
      answer({ call, error: describe(error) });
    }
    if (method === "close") parentPort?.close();
  });
  answer({ call: 0 });
} catch (error) {
  answer({ call: 0, error: describe(error) });
  parentPort?.close();
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
