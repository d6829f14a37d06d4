import type { StoredEvent } from "../Store.ts";

type Ordered = Pick<StoredEvent, "id" | "type" | "at" | "pages">;

/**
 * Order of one visitor's events. An entry stands before the page views of the same millisecond; ids decide the
 * rest, never the order of arrival.
 */
export const byTime = (a: Ordered, b: Ordered): number =>
  a.at - b.at ||
  Number(b.type === "entry") - Number(a.type === "entry") ||
  (a.pages ?? 0) - (b.pages ?? 0) ||
  (a.id < b.id ? -1 : 1);
