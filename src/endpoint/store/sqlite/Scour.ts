import { setTimeout as sleep } from "node:timers/promises";
import type { Calls } from "./Calls.ts";

/** Between two tries (ms) to empty the log that somebody reads. */
const AGAIN_AFTER_MS = 100;
/** After one that failed (ms): the disk may have had no room for a second file. */
const RETRY_AFTER_MS = 60_000;

/** Of all time at most this part is spent on it: while the file is written anew no commit is. */
const MAX_SHARE = 0.1;

/** Takes care that nothing deleted is left in any file. One run serves all that wait for it. */
export class Scour {
  readonly #writer: Calls;
  readonly #stop = new AbortController();
  #underWay: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #notBefore = 0;

  constructor(writer: Calls) {
    this.#writer = writer;
  }

  /** Resolves once no byte is left of what was deleted before; rejects when the store is closed before that. */
  run(): Promise<void> {
    if (this.#next) return this.#next;
    const before = this.#underWay?.catch(() => {}) ?? Promise.resolve();
    const next: Promise<void> = before.then(() => {
      this.#underWay = next;
      this.#next = undefined;
      return this.#clean();
    });
    this.#next = next;
    return next;
  }

  /** What is left is made good when the store is opened again. */
  stop(): void {
    this.#stop.abort();
  }

  async #clean(): Promise<void> {
    const { signal } = this.#stop;
    for (;;) {
      try {
        const wait = this.#notBefore - performance.now();
        if (wait > 0) await sleep(wait, undefined, { signal, ref: false });
        const began = performance.now();
        const served = await this.#writer.call<number>("rewrite");
        const ended = performance.now();
        this.#notBefore = ended + (ended - began) * (1 / MAX_SHARE - 1);
        while (!(await this.#writer.call<boolean>("emptyLog")))
          await sleep(AGAIN_AFTER_MS, undefined, { signal, ref: false });
        await this.#writer.call("cleaned", served);
        return;
      } catch (error) {
        if (signal.aborted) throw error;
        await sleep(RETRY_AFTER_MS, undefined, { signal, ref: false });
      }
    }
  }
}
