/** How many were not kept, on a site's day, and why. */
export interface Dropped {
  site: string;
  day: string;
  reason: string;
  count: number;
}

/** Counts wait for company this long (ms). */
const KEEP_AFTER_MS = 1_000;

/** Counts of what was not kept, until they are durable. */
export class DroppedTally {
  readonly #keep: (counts: Dropped[]) => Promise<void>;
  #counts = new Map<string, Dropped>();
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();

  /** @param keep makes counts durable, all or none */
  constructor(keep: (counts: Dropped[]) => Promise<void>) {
    this.#keep = keep;
  }

  add({ site, day, reason, count }: Dropped): void {
    const key = `${site} ${day} ${reason}`;
    const counted = this.#counts.get(key);
    if (counted) counted.count += count;
    else this.#counts.set(key, { site, day, reason, count });
    this.#timer ??= setTimeout(() => this.flush(), KEEP_AFTER_MS).unref();
  }

  /** Resolves once what was counted so far is durable, or waits for another try. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#counts.size > 0) {
      const counts = [...this.#counts.values()];
      this.#counts = new Map();
      this.#last = this.#keep(counts).catch(() => {
        for (const each of counts) this.add(each);
      });
    }
    return this.#last;
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
