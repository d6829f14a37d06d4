/** A number of the demo (France) as people write it: `+33123456789` → `01 23 45 67 89`. */
export function national(number) {
  const digits = /^\+33(\d{9})$/.exec(number)?.[1];
  return digits ? `0${digits}`.replace(/..(?=.)/g, "$& ") : number;
}

/** The part of a text that looks like a phone number, or the whole text. */
export function phoneIn(text) {
  return /[+(]?\d[\d\s.()/-]{7,}\d/.exec(text)?.[0] ?? text;
}
