const HOUR_MS = 3_600_000;
/** What may be said in an hour: whoever makes us say things fills no disk. */
const MAX_PER_HOUR = 200;
/** Keys that are remembered: a day's. */
const MAX_KEYS = 24 * MAX_PER_HOUR;

/** What is said once in a while, and not each time that it happens. */
export class Reminders {
  readonly #said = new Map<string, number>();
  #hour = 0;
  #inHour = 0;

  /** Whether a thing was not said for this long (ms); from now on it was. */
  isDue(key: string, everyMs: number, now = Date.now()): boolean {
    const said = this.#said.get(key);
    if (said !== undefined && now - said < everyMs) return false;
    const hour = Math.floor(now / HOUR_MS);
    if (hour !== this.#hour) [this.#hour, this.#inHour] = [hour, 0];
    if (++this.#inHour > MAX_PER_HOUR) return false;
    this.#said.delete(key);
    this.#said.set(key, now);
    const [oldest = ""] = this.#said.keys();
    if (this.#said.size > MAX_KEYS) this.#said.delete(oldest);
    return true;
  }
}
