import type { Dimension, Measures } from "../store/Store.ts";
import type { Attribution } from "./progress.ts";

export const DIMENSIONS = [
  "day",
  "condition",
  "source",
  "channel",
  "campaign",
  "landing",
] as const satisfies readonly Dimension[];
export const DEFAULT_DIMENSIONS: readonly Dimension[] = DIMENSIONS.slice(0, 4);
export const MEASURES = [
  "entries",
  "visitors",
  "pages",
  "taps",
] as const satisfies readonly (keyof Measures)[];

/** Dimensions beside the day, each one bit of a mask. */
export const PARTS = DIMENSIONS.filter((dimension) => dimension !== "day");
export const ALL_PARTS = 2 ** PARTS.length - 1;

/** Counts of a day, divided as finely as a report may be: what is frozen. */
export interface DayRow extends Attribution, Measures {
  day: string;
  /**
   * Mask of dimensions → how many of `visitors` stand, that day, in an earlier row of the same value in each
   * of them. Who is counted twice in two rows is told from it when they are added up.
   */
  again: Record<string, number>;
}

/** Mask of some dimensions; the day has none, since who comes on two days is counted on both. */
export const maskOf = (dimensions: Iterable<Dimension>): number =>
  [...new Set(dimensions)].reduce(
    (mask, dimension) => (dimension === "day" ? mask : mask | (1 << PARTS.indexOf(dimension))),
    0,
  );

export const partsKey = (row: Attribution, mask: number): string =>
  PARTS.map((part, bit) => (mask & (1 << bit) ? row[part] : "")).join("\u0000");
