/** Weights halve in about eight hours: the share of sources follows the day's campaigns. */
const DECAY_MS = 12 * 3_600_000;
/** Observations that the shares are shrunk by: fewer than this many arrivals decide nothing. */
const SHRINK = 10;
const ENOUGH = 0.5;

export interface Prior {
  /** `""` when no condition is likely enough. */
  condition: string;
  /** Of the likeliest condition, in sixteenths, always below 1. */
  confidence: number;
}

/**
 * A site's share of arrivals per condition: a decayed weight for each, in memory only, and
 * nothing else. Fed by arrivals that were observed, never by an answer of its own.
 */
export class Priors {
  readonly #weights = new Map<string, number>();
  #total = 0;
  #updated = 0;

  /** @param condition a condition of the site's configuration, or `""` @param now ms */
  observe(condition: string, now: number): void {
    this.#decay(now);
    this.#weights.set(condition, (this.#weights.get(condition) ?? 0) + 1);
    this.#total += 1;
  }

  /** @param conditions those of the configuration in force */
  likeliest(conditions: readonly string[], now: number): Prior {
    this.#decay(now);
    let best = "";
    let weight = 0;
    for (const condition of conditions) {
      const candidate = this.#weights.get(condition) ?? 0;
      if (candidate > weight) [best, weight] = [condition, candidate];
    }
    const share = weight / (this.#total + SHRINK);
    const confidence = Math.min(15, Math.round(share * 16)) / 16;
    return { condition: share >= ENOUGH ? best : "", confidence };
  }

  #decay(now: number): void {
    const factor = Math.exp(-Math.max(0, now - this.#updated) / DECAY_MS);
    this.#updated = Math.max(now, this.#updated);
    this.#total *= factor;
    for (const [condition, weight] of this.#weights) this.#weights.set(condition, weight * factor);
  }
}
