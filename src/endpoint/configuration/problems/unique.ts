import type { Say } from "./Context.ts";
import { text } from "./readLoosely.ts";

/** Says every value that an earlier one repeats. */
export function unique(values: { path: string; value: unknown }[], what: string, error: Say): void {
  const seen = new Map<string, string>();
  for (const { path, value } of values) {
    const key = text(value);
    if (key === undefined) continue;
    const first = seen.get(key);
    const article = /^[aeiou]/.test(what) ? "an" : "a";
    if (first)
      error(path, "duplicate", `${what} "${key}" is taken by ${first}`, key, `${article} ${what} of its own`);
    else seen.set(key, path);
  }
}
