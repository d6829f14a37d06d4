import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { type Checked, checkConfiguration } from "./checkConfiguration.ts";
import type { Problem } from "./Problem.ts";

export interface ReadConfiguration extends Checked {
  /** What was checked, to quote places from: the file may be another one by then. Absent when it is no text. */
  text?: string;
}

/** A file's bytes, or the system's code for why they cannot be read. */
export type Content = Buffer | { failure: string };

/** Reads and checks a file. One that cannot be read is an error like the others. Never throws. */
export function readConfiguration(file: string): ReadConfiguration {
  return checkContent(contentOf(file), file);
}

export function contentOf(file: string): Content {
  try {
    return readFileSync(file);
  } catch (error) {
    return { failure: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

/** Checks what was read of a file. */
export function checkContent(content: Content, file: string): ReadConfiguration {
  if (!Buffer.isBuffer(content)) {
    const { failure } = content;
    return refused({
      path: "$",
      code: "unreadable",
      message: `cannot read ${file}: ${FAILURES[failure] ?? failure}`,
      found: failure,
      expected: "a readable file",
    });
  }
  if (!isUtf8(content)) {
    return refused({
      path: "$",
      code: "encoding",
      message: `${file}:${brokenLine(content)}: not UTF-8`,
      found: BYTE_ORDER_MARKS[content.subarray(0, 2).toString("hex")] ?? null,
      expected: "a file saved as UTF-8",
    });
  }
  const text = content.toString("utf8");
  return { ...checkConfiguration(text, file), text };
}

const FAILURES: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "this user may not read it",
  EISDIR: "it is a folder",
};

const BYTE_ORDER_MARKS: Readonly<Record<string, string>> = { fffe: "UTF-16", feff: "UTF-16" };

const refused = (error: Problem): ReadConfiguration => ({
  ok: false,
  errors: [error],
  warnings: [],
  sites: [],
});

/** A line feed is never part of a longer character, so lines can be looked at one by one. */
function brokenLine(content: Buffer): number {
  let line = 1;
  for (let at = 0; ; line++) {
    const end = content.indexOf("\n", at);
    if (end < 0 || !isUtf8(content.subarray(at, end))) return line;
    at = end + 1;
  }
}
