import type { Arrival } from "../Store.ts";
import type { Sqlite } from "./openDatabase.ts";

/** How long one transaction moves rows out of the inbox (ms): a commit may have to wait for it. */
const FOLD_FOR = 40;
/** Arrivals that may wait in the inbox before each commit has to pay for a step of folding. */
const MAX_BACKLOG = 100_000;
/** Folding waits for this much quiet (ms). */
const FOLD_AFTER = 25;
/** And for this long (ms) after it failed: waiting for another program's lock, it would hold up commits. */
const FOLD_AGAIN = 2_000;

/** Where the arrivals of the inbox go. */
export interface Folded {
  add(arrival: Arrival): void;
  /** A transaction begins. */
  begin(): void;
}

/** Arrivals as they came, until they are folded into the indexed tables, in quiet moments. */
export class Inbox {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #folded: Folded;
  readonly #foldTransaction: () => number;
  readonly #quiet: NodeJS.Timeout;
  #foldNotBefore = 0;
  #backlog = 0;

  constructor(database: Sqlite, folded: Folded) {
    this.#folded = folded;
    this.#statements = prepare(database);
    this.#foldTransaction = database.transaction(() => this.#fold()).immediate;
    this.#quiet = setTimeout(() => this.#foldQuietly(), FOLD_AFTER);
    // A predecessor that was killed left its inbox; whatever it holds was acknowledged.
    if (this.#lastSeq() > 0) this.#backlog = 1;
  }

  /** Part of a commit. @param arrivals one `Arrival` as JSON per line */
  add(arrivals: string): void {
    this.#statements.addArrivals.run(arrivals);
  }

  /** They are durable. */
  committed(arrivals: string): void {
    this.#backlog += count(arrivals, "\n");
    if (this.#backlog > MAX_BACKLOG) this.#foldStep();
    this.#quiet.refresh();
  }

  /** Resolves once everything committed so far is in the indexed tables; commits go on in between. */
  async settle(): Promise<void> {
    const target = this.#lastSeq();
    while (this.#firstSeq() <= target) {
      this.#foldStep();
      await new Promise(setImmediate);
    }
  }

  close(): void {
    clearTimeout(this.#quiet);
  }

  #foldQuietly(): void {
    if (this.#backlog === 0) return;
    if (performance.now() < this.#foldNotBefore) {
      this.#quiet.refresh();
      return;
    }
    try {
      this.#foldStep();
      // Rows left by a predecessor were never counted: only an empty inbox ends it.
      if (this.#lastSeq() === 0) this.#backlog = 0;
    } catch {
      // A full disk now is no loss: the inbox is durable, the next step tries again.
      this.#foldNotBefore = performance.now() + FOLD_AGAIN;
    }
    if (this.#backlog > 0) setImmediate(() => this.#quiet.refresh());
  }

  #foldStep(): void {
    this.#backlog = Math.max(1, this.#backlog - this.#foldTransaction());
  }

  /** Moves the oldest rows; returns how many arrivals they held. */
  #fold(): number {
    const { nextArrivals, removeArrivals } = this.#statements;
    let arrivals = 0;
    this.#folded.begin();
    const end = performance.now() + FOLD_FOR;
    for (let row = nextArrivals.get(); row && performance.now() < end; row = nextArrivals.get()) {
      for (const line of row.arrivals.split("\n")) {
        if (line === "") continue;
        const arrival: Arrival = JSON.parse(line);
        arrivals++;
        this.#folded.add(arrival);
      }
      removeArrivals.run(row.seq);
    }
    return arrivals;
  }

  #firstSeq(): number {
    return this.#statements.bounds.get()?.first ?? Number.POSITIVE_INFINITY;
  }

  #lastSeq(): number {
    return this.#statements.bounds.get()?.last ?? 0;
  }
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

function prepare(database: Sqlite) {
  return {
    addArrivals: database.prepare("INSERT INTO inbox (arrivals) VALUES (?)"),
    bounds: database.prepare<[], { first: number | null; last: number | null }>(
      "SELECT (SELECT min(seq) FROM inbox) AS first, (SELECT max(seq) FROM inbox) AS last",
    ),
    nextArrivals: database.prepare<[], { seq: number; arrivals: string }>(
      "SELECT seq, arrivals FROM inbox ORDER BY seq LIMIT 1",
    ),
    removeArrivals: database.prepare("DELETE FROM inbox WHERE seq = ?"),
  };
}
