/**
 * Stands in a run of text where an element begins or ends: a letter beyond it is not glued to a number,
 * a digit is. A word joiner: invisible, and so allowed between the digits of a number.
 */
export const EDGE = "\u2060";

/** Inside of a class: what may stand between two digits: spaces, dashes and dots of all kinds and widths, invisible marks. */
export const SEPARATOR =
  "\\s./()\\xad\\xb7\\u200b-\\u2015\\u202a-\\u202e\\u2060-\\u2069\\u2212\\u30fc\\uff08\\uff09\\uff0d-\\uff0f-";

/** Inside of a class: digits that are not 0–9: Arabic-Indic, eastern Arabic-Indic, full-width. */
export const OTHER_DIGITS = "\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19";
const OTHER_DIGIT = new RegExp(`[${OTHER_DIGITS}]`, "g");

/** The zeros of all four scripts: each is a multiple of 16. */
export const ZEROS = [0x30, 0x660, 0x6f0, 0xff10];

/** A text with its digits as 0–9, one for one. */
export const plain = (text: string): string =>
  text.replace(OTHER_DIGIT, (digit) => `${digit.charCodeAt(0) & 15}`);

/** The way back: digits 0–9 in the script that has its zero there. */
export const withZero = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + +digit));
