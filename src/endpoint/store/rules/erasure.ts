/**
 * What stands in the place of a visitor who was erased: the consent log keeps the record, whose chain leaves
 * him out; the log of accesses keeps that there was one.
 */
export const ERASED = { consent: "", access: "erased" } as const;
