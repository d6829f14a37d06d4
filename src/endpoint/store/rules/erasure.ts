import { hash } from "node:crypto";

/**
 * What stands in the place of a visitor who was erased: the consent log keeps the record, whose chain leaves
 * him out; the log of accesses keeps that there was one.
 */
export const ERASED = { consent: "", access: "erased" } as const;

/** For so long (ms) an erased id is refused: what a page sends again does not bring it back. */
export const REFUSED_FOR_MS = 86_400_000;

/** What an erased id is known by, while it is refused: the id itself is nowhere any more. */
export const markOf = (site: string, visitor: string): string =>
  hash("sha256", `${site} ${visitor}`, "hex").slice(0, 32);
