import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

export interface CodeBlock {
  /** Word after the fence: `sh`, `json`, … */
  language: string;
  code: string;
  /** Of the fence, from 1. */
  line: number;
}

export interface Heading {
  level: number;
  text: string;
}

/** Every document of ours that is read as Markdown, but for what records the past. */
export function documents(): string[] {
  const tracked = execFileSync("git", ["ls-files", "*.md"], { cwd: ROOT, encoding: "utf8" })
    .trim()
    .split("\n");
  return tracked.filter((path) => !path.startsWith("test/fixtures/"));
}

export const readDocument = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Fenced blocks; those in lists lose their indentation. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: (CodeBlock & { indent: number; lines: string[] }) | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    const fence = /^( *)```(\w*)/.exec(line);
    if (fence && open) {
      blocks.push({ language: open.language, code: open.lines.join("\n"), line: open.line });
      open = undefined;
    } else if (fence) {
      open = {
        language: fence[2] ?? "",
        code: "",
        line: index + 1,
        indent: fence[1]?.length ?? 0,
        lines: [],
      };
    } else open?.lines.push(line.slice(open.indent));
  }
  return blocks;
}

/** The text without its fenced blocks. */
export function prose(markdown: string): string {
  let isCode = false;
  return markdown
    .split("\n")
    .filter((line) => {
      const isFence = /^ *```/.test(line);
      if (isFence) isCode = !isCode;
      return !isCode && !isFence;
    })
    .join("\n");
}

export const headings = (markdown: string): Heading[] =>
  [...prose(markdown).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = "", text = ""]) => ({
    level: marks.length,
    text,
  }));

/** Anchor that GitHub gives a heading. */
export const anchorOf = ({ text }: Heading): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
    .replaceAll(" ", "-");

/** Targets of `[text](target)`, and of `src="…"`. */
export const links = (markdown: string): string[] =>
  [
    ...prose(markdown)
      .replace(/`[^`\n]*`/g, "")
      .matchAll(/\]\(([^()\s]+)\)|\bsrc="([^"]+)"/g),
  ].map(([, link, source]) => link ?? source ?? "");

/** First cells of all rows of tables. */
export const firstCells = (markdown: string): string[] =>
  [...prose(markdown).matchAll(/^\|(.+?)(?<!\\)\|/gm)].map(([, cell = ""]) => cell.trim());

/** What stands between back quotes in the first cells of tables. */
export const rowNames = (markdown: string): Set<string> =>
  new Set(
    firstCells(markdown).flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name)),
  );
