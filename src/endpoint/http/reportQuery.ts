import { DEFAULT_DIMENSIONS, DIMENSIONS } from "../report/DayRow.ts";
import type { Dimension } from "../store/Store.ts";
import { HttpError } from "./HttpError.ts";

const isDimension = (name: string): name is Dimension => (DIMENSIONS as readonly string[]).includes(name);

/**
 * What a report is divided by, and what it is narrowed to: `by=day,source&channel=email`.
 * @throws {HttpError} 400 for what it cannot be divided by
 */
export function divisions(query: URLSearchParams): {
  by: readonly Dimension[];
  where: Partial<Record<Dimension, string>>;
} {
  const given = query.getAll("by").flatMap((names) => names.split(","));
  const names = [...new Set(given.map((name) => name.trim()).filter((name) => name !== ""))];
  if (!names.every(isDimension))
    throw new HttpError(400, "enum", `by must be some of ${DIMENSIONS.join(", ")}`, { path: "by" });
  const where = DIMENSIONS.flatMap((dimension) => {
    const value = query.get(dimension);
    return value === null ? [] : [[dimension, value]];
  });
  return { by: names.length > 0 ? names : DEFAULT_DIMENSIONS, where: Object.fromEntries(where) };
}
