/** What stands for the running counts of one stretch: a visitor's page views of a day, after one entry. */
export interface Stretch {
  /** Of the event with the highest count. */
  id: string;
  time: number;
  consent: string;
  /** Counts seen, from … to. */
  lowest: number;
  highest: number;
}

/** A running count that arrives. */
export interface Count {
  id: string;
  at: number;
  consent: string;
  pages: number;
}

/** The entries before and after a count: where its stretch begins, and where it has ended. */
export interface Bounds {
  after: number;
  before: number;
}

/** What becomes of a count: a stretch of its own, one that has seen it already, or one that it widens. */
export type Counted<Kept extends Stretch> = "own" | "seen" | { stretch: Kept; widened: Stretch };

/**
 * Of the running counts of a day only the highest after each entry is kept, since each entry has its own
 * source; the next entry ends what a stretch stands for.
 *
 * Counts only grow, so a count between a stretch's lowest and highest is one that it has seen. That, and not
 * its time, tells a repeated event: its time is corrected anew, and differs a little.
 *
 * @param stretches of the visitor's day
 * @param boundsOf asked only where it matters
 */
export function pagesOfStretch<Kept extends Stretch>(
  stretches: readonly Kept[],
  { id, at, consent, pages }: Count,
  boundsOf: () => Bounds,
): Counted<Kept> {
  if (stretches.length === 0) return "own";
  if (stretches.some(({ lowest, highest }) => lowest <= pages && pages <= highest)) return "seen";
  const { after, before } = boundsOf();
  const stretch = stretches.find(({ time }) => time >= after && time < before);
  if (!stretch) return "own";
  const { lowest, highest, ...latest } = stretch;
  const widened =
    pages < highest
      ? {
          id: latest.id,
          time: latest.time,
          consent: latest.consent,
          lowest: Math.min(lowest, pages),
          highest,
        }
      : { id, time: at, consent, lowest, highest: pages };
  return { stretch, widened };
}
