import type { Swap } from "./events.ts";
import type { Condition, PageSite } from "./site.ts";

/** The numbers that change: the condition's, else each number's own `tracked`. */
export function swapsOf({ numbers }: Pick<PageSite, "numbers">, condition?: Condition): Swap[] {
  return numbers.flatMap(({ id, number, tracked: fallback }) => {
    const tracked = condition?.numbers[id] || fallback;
    return tracked ? { number, tracked } : [];
  });
}

/** Every number that may be shown in the place of one of the site's, whichever condition is in force, or none. */
export const trackedNumbers = (site: Pick<PageSite, "numbers">, conditions: readonly Condition[]): Swap[] =>
  [undefined, ...conditions].flatMap((condition) => swapsOf(site, condition));
