import type { Swap } from "./events.ts";
import type { Condition, PageSite } from "./site.ts";

/** The numbers that change: the condition's, else each number's own `tracked`. */
export function swapsOf({ numbers }: Pick<PageSite, "numbers">, condition?: Condition): Swap[] {
  return numbers.flatMap(({ id, number, tracked: fallback }) => {
    const tracked = condition?.numbers[id] || fallback;
    return tracked ? { number, tracked } : [];
  });
}
