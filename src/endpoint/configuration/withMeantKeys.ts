import { memberPath, parentPath } from "./jsonPath.ts";
import type { MeantKey } from "./schemaProblems.ts";

type Renamed = { data: unknown; originalPath(path: string): string };

/**
 * A file with keys as they were meant, so that what stands in them can be told too.
 *
 * @returns the same data but for these keys, and how a path in it reads in the file
 */
export function withMeantKeys(data: unknown, keys: readonly MeantKey[]): Renamed {
  const meant = new Map(keys.map((key) => [key.path, key.meant]));
  const written = new Map<string, string>();
  const copy = (value: unknown, path: string, meantPath: string): unknown => {
    if (Array.isArray(value))
      return value.map((item, index) => copy(item, memberPath(path, index), memberPath(meantPath, index)));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, item]) => {
      const place = memberPath(path, key);
      const wanted = meant.get(place) ?? key;
      const name = wanted === key || Object.hasOwn(value, wanted) ? key : wanted;
      const meantPlace = memberPath(meantPath, name);
      if (name !== key || path !== meantPath) written.set(meantPlace, place);
      return [name, copy(item, place, meantPlace)] as const;
    });
    return Object.fromEntries(entries);
  };
  return { data: copy(data, "$", "$"), originalPath: (path) => originalOf(path, written) };
}

/** Of the longest part of a path that is known; what follows is the same in both. */
function originalOf(path: string, written: ReadonlyMap<string, string>): string {
  for (let at = path; at; at = parentPath(at)) {
    const original = written.get(at);
    if (original !== undefined) return original + path.slice(at.length);
  }
  return path;
}
