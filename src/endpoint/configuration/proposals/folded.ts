/** A word as it is compared with what it may have been meant to be: no case, no accents, no separators. */
export const folded = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\s_.’'-]/gu, "")
    .toLowerCase();
