/** What nobody sees and a paste brings along: marks of direction, joiners, byte order marks, soft hyphens. */
const INVISIBLE = /[\p{Cf}\p{Cc}\u115f\u3164]/gu;

/** Blanks of every kind at either end. */
const ENDS = /^[\s\u2800]+|(?<![\s\u2800])[\s\u2800]+$/gu;

/** A text without what cannot be seen in it. */
export const visible = (text: string): string => text.replace(INVISIBLE, "").replace(ENDS, "");

/** The invisible characters of a text by their numbers: `U+202A, U+202C`; `""` when there are none. */
export function invisibleIn(text: string): string {
  const codes = [...text.matchAll(INVISIBLE)].map(
    ([found]) => `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return [...new Set(codes)].join(", ");
}
