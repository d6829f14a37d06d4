/**
 * What stands in a run of text where one node ends and the next begins, where an inline element begins and ends, and
 * at the border of one that is a thing of its own (`BORDERED` in `nodes.ts`). Control characters, which no page's text
 * holds. https://html.spec.whatwg.org/multipage/parsing.html#parse-error-control-character-in-input-stream
 */
export const NODE = "\x01";
export const BEGIN = "\x02";
export const END = "\x03";
export const BORDER = "\x04";

const EDGES = `${NODE}-${BORDER}`;
/** These marks; for `replace` alone. */
export const EDGE: RegExp = new RegExp(`[${EDGES}]`, "g");
export const withoutEdges = (text: string): string => text.replace(EDGE, "");

/**
 * Inside of a class: what may stand between two digits: spaces, dashes, dots, bullets and brackets of all kinds and
 * widths, invisible marks, an element's edge.
 */
export const SEPARATOR = `\\s./()[\\]\\xad\\xb7\\u200b-\\u2069\\u2212\\u2219\\u22c5\\u25cf\\u30fc\\uff08\\uff09\\uff0d-\\uff0f${EDGES}-`;

/** The zeros of Arabic-Indic, eastern Arabic-Indic and full-width digits; the last four bits of a digit are its value. */
const OTHER_ZEROS = [0x660, 0x6f0, 0xff10];
const ANY_DIGIT = /[\d\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
/** Finds the digits that are read. */
export const digitPattern = (): RegExp => (HAS.otherDigits ? ANY_DIGIT : /\d/g);

/** A text with its digits as 0–9, one for one. */
export const plain = (text: string): string =>
  HAS.otherDigits ? text.replace(ANY_DIGIT, (digit) => `${digit.charCodeAt(0) & 15}`) : text;

/** The way back: digits 0–9 in the script of this digit. */
export const inScriptOf = (digit: string, text: string): string =>
  HAS.otherDigits
    ? text.replace(/\d/g, (each) => String.fromCharCode((digit.charCodeAt(0) & ~15) | +each))
    : text;

/** Source of a pattern for a digit, in whichever script. */
export const digitIn = (digit: string): string =>
  HAS.otherDigits
    ? `[${digit}${OTHER_ZEROS.map((zero) => String.fromCharCode(zero + +digit)).join("")}]`
    : digit;
