import { matchesPattern } from "./patterns.ts";

// What can be told of globs without a value. For checks: no script has them.

/** Whether every value of the first is one of the second's; `false`: not seen. */
export const isWithin = (glob: string, other: string): boolean => matchesPattern(other, glob);

/** Whether no value is both's; `false`: not seen. */
export function areApart(glob: string, other: string): boolean {
  if (!glob.includes("*")) return !matchesPattern(other, glob);
  if (!other.includes("*")) return !matchesPattern(glob, other);
  const clash = (a: string, b: string) => !a.startsWith(b) && !b.startsWith(a);
  const reversed = (text: string) => [...text].reverse().join("");
  const [head = ""] = glob.split("*");
  const [otherHead = ""] = other.split("*");
  const tail = glob.split("*").at(-1) ?? "";
  const otherTail = other.split("*").at(-1) ?? "";
  return clash(head, otherHead) || clash(reversed(tail), reversed(otherTail));
}

/**
 * Signs of a regular expression, of which every character would be itself: `.+`, `^/a`, `(a|b)`, `\\d`, a `.*` before
 * which nothing stands (`google.*` and `/page.*` are globs).
 */
const EXPRESSION = /\.\+|(^|\/)\.\*|^\^|\$$|\([^(|]*\|[^()]*\)|\[[^[\]]+\]|\\[dwsb./?]/;

/** A glob that was written as a regular expression: the glob that it stands for; nothing where it is none. */
export function globMeant(written: string): string | undefined {
  if (!EXPRESSION.test(written)) return undefined;
  const plain = written
    .replace(/^\^|\$$/g, "")
    .replace(/\.[*+]\??/g, "*")
    .replace(/\\([./?])/g, "$1");
  return EXPRESSION.test(plain) || /[\\()|[\]]/.test(plain) ? "" : plain;
}
