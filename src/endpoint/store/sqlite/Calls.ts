import { StoreUnavailable } from "../Store.ts";

/** Calls of the methods of a writer or a reader, wherever it lives. */
export interface Calls {
  /** Resolves when the file is open. */
  opened(): Promise<void>;
  /** @throws {StoreUnavailable} */
  call<T>(method: string, ...parameters: unknown[]): Promise<T>;
  close(): Promise<void>;
}

/** One that lives in this thread. */
export class LocalCalls implements Calls {
  readonly #target: Record<string, (...parameters: unknown[]) => unknown>;

  constructor(target: object) {
    this.#target = target as Record<string, (...parameters: unknown[]) => unknown>;
  }

  async opened(): Promise<void> {}

  async call<T>(method: string, ...parameters: unknown[]): Promise<T> {
    try {
      return (await this.#target[method]?.(...parameters)) as T;
    } catch (error) {
      throw new StoreUnavailable((error as Error).message, { cause: error });
    }
  }

  async close(): Promise<void> {
    await this.call("close");
  }
}
