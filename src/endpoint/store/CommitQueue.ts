import { StoreUnavailable } from "./Store.ts";

interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

export interface CommitQueueOptions<Item> {
  /** Makes items durable, all or none. */
  commit(items: Item[]): Promise<void>;
  /** What an item takes of the room for what waits. */
  sizeOf(item: Item): number;
  maxWaiting: number;
  maxSize: number;
  /** Commits at the same time. */
  maxCommits: number;
  /** Items of one commit. */
  maxItems?: number;
}

/**
 * Group commit: whatever arrives while commits are under way goes into the next one, so that the cost of one
 * is shared by as many requests as are waiting for it.
 */
export class CommitQueue<Item> {
  readonly #options: CommitQueueOptions<Item>;
  #items: Item[] = [];
  #waiters: Waiter[] = [];
  #size = 0;
  #underWay = new Set<Promise<void>>();
  #scheduled = false;
  #closed = false;

  constructor(options: CommitQueueOptions<Item>) {
    this.#options = options;
  }

  /** Resolves once the item is durable. @throws {StoreUnavailable} nothing of it was kept */
  add(item: Item): Promise<void> {
    const { maxWaiting, maxSize, maxCommits, sizeOf } = this.#options;
    if (this.#closed) return Promise.reject(new StoreUnavailable("the store is closed"));
    if (this.#waiters.length >= maxWaiting || this.#size >= maxSize)
      return Promise.reject(new StoreUnavailable("too much waits for the store"));
    this.#items.push(item);
    this.#size += sizeOf(item);
    if (this.#underWay.size < maxCommits && !this.#scheduled) {
      this.#scheduled = true;
      // The requests that the same turn of the event loop is still to read share the commit.
      setImmediate(() => {
        this.#scheduled = false;
        this.#start();
      });
    }
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  /** Resolves once everything accepted so far is durable, or was refused. */
  async flush(): Promise<void> {
    while (this.#items.length > 0) this.#commit();
    await Promise.all(this.#underWay);
  }

  async close(): Promise<void> {
    this.#closed = true;
    while (this.#items.length + this.#underWay.size > 0) await this.flush();
  }

  #start(): void {
    while (this.#items.length > 0 && this.#underWay.size < this.#options.maxCommits) this.#commit();
  }

  #commit(): void {
    const { commit, maxItems = Number.POSITIVE_INFINITY } = this.#options;
    const all = this.#items.length <= maxItems;
    const items = all ? this.#items : this.#items.slice(0, maxItems);
    const waiters = all ? this.#waiters : this.#waiters.slice(0, maxItems);
    this.#items = all ? [] : this.#items.slice(maxItems);
    this.#waiters = all ? [] : this.#waiters.slice(maxItems);
    this.#size = all ? 0 : this.#items.reduce((sum, item) => sum + this.#options.sizeOf(item), 0);
    const done = commit(items)
      .then(
        () => {
          for (const { resolve } of waiters) resolve();
        },
        (error) => {
          for (const { reject } of waiters) reject(error);
        },
      )
      .finally(() => {
        this.#underWay.delete(done);
        this.#start();
      });
    this.#underWay.add(done);
  }
}
