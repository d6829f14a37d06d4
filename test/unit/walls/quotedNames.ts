import { parseSync } from "oxc-parser";

/** A back-quoted text, and the line that it stands in. */
export interface Quoted {
  text: string;
  line: number;
}

const IS_CODE = /\.(?:[cm]?js|jsx|ts)$/;

/** Its comments alone, or its code alone, the rest blanked out: offsets and lines stay. */
export function only(part: "comments" | "code", file: string, source: string): string {
  const { comments } = parseSync(file, source);
  const blank = (text: string) => text.replace(/[^\n]/g, " ");
  let result = "";
  let end = 0;
  for (const comment of comments) {
    const [code, words] = [source.slice(end, comment.start), source.slice(comment.start, comment.end)];
    result += part === "code" ? code + blank(words) : blank(code) + words;
    end = comment.end;
  }
  return result + (part === "code" ? source.slice(end) : "");
}

/** In code what stands between back quotes in comments, in a document outside of its blocks of code. */
export function quotedIn(file: string, source: string): Quoted[] {
  const text = IS_CODE.test(file)
    ? only("comments", file, source)
    : source.replace(/^( *)```.*?^ *```$/gms, (block) => block.replace(/[^\n]/g, " "));
  return [...text.matchAll(/`([^`\n]+)`/g)].map(({ 1: quoted = "", index }) => ({
    text: quoted,
    line: text.slice(0, index).split("\n").length,
  }));
}

export const isCode = (file: string): boolean => IS_CODE.test(file);
