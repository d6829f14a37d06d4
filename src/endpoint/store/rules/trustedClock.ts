import { ClockNotTrusted } from "../Store.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A clock that keeps its pace may be set by so much (ms) within an hour. */
const MAX_SLIP_MS = 60_000;

interface Clocks {
  /** Milliseconds since the epoch: may be set, to anything. */
  wall(): number;
  /** Milliseconds, from wherever: only ever goes on. */
  steady(): number;
}

const CLOCKS: Clocks = { wall: () => Date.now(), steady: () => performance.now() };

/**
 * Tells whether something may be deleted by the clock. It may where the clock is at most a day ahead of the store's
 * heartbeat, which is written at least hourly. After a longer rest of the store it may once the clock has kept
 * pace for an hour with one that cannot be set.
 */
export class TrustedClock {
  readonly #clocks: Clocks;
  #start: { wall: number; steady: number };

  constructor(clocks: Clocks = CLOCKS) {
    this.#clocks = clocks;
    this.#start = { wall: clocks.wall(), steady: clocks.steady() };
  }

  /** @param heartbeat when the store was last known to be in use; undefined: never */
  isTrusted(heartbeat: number | undefined, now = this.#clocks.wall()): boolean {
    if (heartbeat === undefined || now <= heartbeat + DAY_MS) return true;
    const steady = this.#clocks.steady() - this.#start.steady;
    const slip = Math.abs(now - this.#start.wall - steady);
    return steady >= HOUR_MS && slip <= MAX_SLIP_MS;
  }

  /** @throws {ClockNotTrusted} */
  demand(heartbeat: number | undefined, now: number): void {
    if (this.isTrusted(heartbeat, now)) return;
    const days = Math.floor((now - (heartbeat ?? now)) / DAY_MS);
    throw new ClockNotTrusted(
      `the clock is ${days} days ahead of the store's last use: nothing is deleted until it has kept its pace for an hour`,
    );
  }

  /** Called now and then: a clock that was set has to prove itself anew. */
  watch(): void {
    const wall = this.#clocks.wall();
    const steady = this.#clocks.steady();
    if (Math.abs(wall - this.#start.wall - (steady - this.#start.steady)) > MAX_SLIP_MS)
      this.#start = { wall, steady };
  }
}
