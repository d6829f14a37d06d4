import type { Store } from "../store/Store.ts";

/** Each count in the store costs a commit some pages: it is told of them together, after this long (ms). */
const TOLD_AFTER_MS = 1_000;

/** Adds up what is not kept, by site, day and reason, until the store is told. */
export class DroppedTally {
  readonly #store: Pick<Store, "countDropped">;
  readonly #counts = new Map<string, { site: string; day: string; reason: string; count: number }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Pick<Store, "countDropped">) {
    this.#store = store;
  }

  add(site: string, day: string, reason: string, count: number): void {
    const key = `${site} ${day} ${reason}`;
    const counted = this.#counts.get(key);
    if (counted) counted.count += count;
    else this.#counts.set(key, { site, day, reason, count });
    this.#timer ??= setTimeout(() => this.flush(), TOLD_AFTER_MS).unref();
  }

  /** Before anything reads the store's counts, and at the end. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const counts = [...this.#counts.values()];
    this.#counts.clear();
    for (const { site, day, reason, count } of counts) this.#store.countDropped(site, day, reason, count);
  }
}
