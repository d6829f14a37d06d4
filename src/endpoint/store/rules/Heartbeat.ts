import { TrustedClock } from "./trustedClock.ts";

/** How often (ms) it is written down that the store is in use; it has to be at least hourly. */
const BEAT_EVERY_MS = 10 * 60_000;

export interface HeartbeatRow {
  read(): Promise<number | undefined>;
  write(time: number): Promise<void>;
}

/** Writes down that the store is in use, as long as the clock can be believed. */
export class Heartbeat {
  readonly #row: HeartbeatRow;
  readonly #clock: TrustedClock;
  #timer: NodeJS.Timeout | undefined;

  constructor(row: HeartbeatRow, clock = new TrustedClock()) {
    this.#row = row;
    this.#clock = clock;
  }

  async start(): Promise<void> {
    await this.beat();
    // A beat that fails is made good by the next one.
    this.#timer = setInterval(() => this.beat().catch(() => {}), BEAT_EVERY_MS).unref();
  }

  async beat(): Promise<void> {
    const now = Date.now();
    this.#clock.watch();
    if (this.#clock.isTrusted(await this.#row.read(), now)) await this.#row.write(now);
  }

  /** @throws {ClockNotTrusted} */
  async demand(now: number): Promise<void> {
    this.#clock.demand(await this.#row.read(), now);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
