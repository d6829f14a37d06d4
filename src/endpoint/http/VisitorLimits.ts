import type { Store } from "../store/Store.ts";

/** Beyond, more events of one visitor are dropped and counted `too_many`, whatever `MGT_RATE` says. */
const MAX_PER_DAY = 2_000;
const MAX_IN_ALL = 10_000;
/** Events of one visitor in this process before the store is asked how many it has: few visitors come so far. */
const ASKED_AFTER = 100;
/** Visitors that are remembered, at least; of twice as many, those that did not come again are forgotten. */
const MAX_VISITORS = 25_000;
const DAY_MS = 86_400_000;

interface Counts {
  /** UTC day of arrival. */
  day: number;
  today: number;
  inAll: number;
  /** `inAll` includes what the store had before. */
  isAsked: boolean;
}

/** How many events of each visitor were taken: by the UTC day of their arrival, and in all. */
export class VisitorLimits {
  readonly #store: Pick<Store, "copy">;
  #visitors = new Map<string, Counts>();
  /** Those before them. Deleting one by one from the front of a Map takes longer with each. */
  #former = new Map<string, Counts>();

  constructor(store: Pick<Store, "copy">) {
    this.#store = store;
  }

  /** How many of so many events of a visitor may be stored; they are counted. */
  async admit(site: string, visitor: string, events: number, now: number): Promise<number> {
    const counts = this.#countsOf(`${site} ${visitor}`, Math.floor(now / DAY_MS));
    if (!counts.isAsked && counts.inAll + events > ASKED_AFTER) {
      counts.isAsked = true;
      counts.inAll = Math.max(counts.inAll, await this.#stored(site, visitor));
    }
    const admitted = Math.max(0, Math.min(events, MAX_PER_DAY - counts.today, MAX_IN_ALL - counts.inAll));
    counts.today += admitted;
    counts.inAll += admitted;
    return admitted;
  }

  /** Erased: whoever comes under that id begins anew. */
  forget(site: string, visitor: string): void {
    for (const visitors of [this.#visitors, this.#former]) visitors.delete(`${site} ${visitor}`);
  }

  async #stored(site: string, visitor: string): Promise<number> {
    return (await this.#store.copy(site, visitor)).events.length;
  }

  #countsOf(key: string, day: number): Counts {
    let counts = this.#visitors.get(key);
    if (!counts) {
      if (this.#visitors.size >= MAX_VISITORS) {
        this.#former = this.#visitors;
        this.#visitors = new Map();
      }
      counts = this.#former.get(key) ?? { day, today: 0, inAll: 0, isAsked: false };
      this.#visitors.set(key, counts);
    }
    if (counts.day !== day) Object.assign(counts, { day, today: 0 });
    return counts;
  }
}
