import { setTimeout as sleep } from "node:timers/promises";
import type { WorkerCalls } from "./WorkerCalls.ts";

/** Between two tries (ms) to empty the log that somebody reads. */
const AGAIN_AFTER_MS = 100;

/** Takes care that nothing deleted is left in any file. One run serves all that wait for it. */
export class Scour {
  readonly #writer: WorkerCalls;
  #underWay: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(writer: WorkerCalls) {
    this.#writer = writer;
  }

  /** Resolves once no byte is left of what was deleted before. */
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

  async #clean(): Promise<void> {
    await this.#writer.call("rewrite");
    while (!(await this.#writer.call<boolean>("emptyLog"))) await sleep(AGAIN_AFTER_MS);
  }
}
