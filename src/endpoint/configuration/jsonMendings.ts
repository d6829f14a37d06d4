/** Where reading stopped, and what stands around it. */
export interface Stop {
  text: string;
  at: number;
  /** What JSON wants there, such as `"," or "}"`. */
  expected: string;
  /** Brackets that are open, innermost last: which, and where. */
  open: readonly { bracket: string; at: number }[];
}

export interface Place extends Stop {
  /** From where reading stopped. */
  rest: string;
  /** Up to there, without the blanks at its end. */
  before: string;
  /** From there to the end of the line. */
  line: string;
}

export const CURLY = /[“”„‟«»″〝〞＂‘’‚‛′]/u;

/** Characters in the place of those from `at` on. */
export const put = (text: string, at: number, characters: string): string =>
  text.slice(0, at) + characters + text.slice(at + characters.length);

export const blank = (text: string, from: number, to: number): string =>
  put(text, from, text.slice(from, to).replace(/[^\n]/g, " "));

/** A text in other quotes than JSON's, in JSON's. */
export function requoted({ text, at, line }: Place): string | undefined {
  const end = /^.[^"\n]*?[“”„‟«»″〝〞＂‘’‚‛′'`](?=\s*[,:}\]]|\s*$)/u.exec(line)?.[0].length;
  return end === undefined ? undefined : put(put(text, at, '"'), at + end - 1, '"');
}

/** A text in JSON's quotes at its beginning and others at its end. */
export function reclosed({ text, at, line }: Place): string | undefined {
  const end = /^"[^"\n]*?[“”„‟«»″〝〞＂‘’](?=\s*[,:}\]]|\s*$)/u.exec(line)?.[0].length;
  return end === undefined ? undefined : put(text, at + end - 1, '"');
}

/** Where on the line before the stop a typographic quote stands; -1 where none does. */
export function curlyBefore({ text, at }: Stop): number {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const found = [...text.slice(start, at).matchAll(new RegExp(CURLY, "gu"))].at(-1)?.index;
  return found === undefined ? -1 : start + found;
}

export function withoutComment({ text, at, rest }: Place): string {
  const end = rest.startsWith("/*") ? rest.indexOf("*/") + 2 : rest.search(/\n|$/);
  return blank(text, at, at + (end < 2 ? rest.length : end));
}

/** A text with quotes in the place of the first and last character of a part. */
export function framed(text: string, at: number, part = ""): string | undefined {
  if (part.length < 2 || at < 0) return undefined;
  return put(text, at, `"${part.slice(1, -1).replace(/["\\]/g, " ")}"`);
}
