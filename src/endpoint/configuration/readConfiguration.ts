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
  // Plain Latin text in UTF-16 without a mark is UTF-8 too, with a NUL after each letter.
  if (!isUtf8(content) || content.includes(0)) {
    const form = formOf(content);
    return refused({
      path: "$",
      code: "encoding",
      message: `${file}:${brokenLine(content)}: not UTF-8${form?.words ?? ANSI}`,
      found: form?.name ?? null,
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

const UTF_16 = `: it was saved as UTF-16, which some editors call "Unicode"; save it as UTF-8`;
const ANSI = `: it was probably saved as "ANSI" or Windows-1252; save it as UTF-8`;
const OFFICE =
  ": this is a document of an office program or an archive, not a text; save it as plain text in UTF-8";

/** What files begin with, in hexadecimal. */
const FORMS: readonly { begins: string; name: string | null; words: string }[] = [
  { begins: "fffe", name: "UTF-16", words: UTF_16 },
  { begins: "feff", name: "UTF-16", words: UTF_16 },
  { begins: "7b00", name: "UTF-16", words: UTF_16 },
  { begins: "007b", name: "UTF-16", words: UTF_16 },
  { begins: "504b0304", name: null, words: OFFICE },
  { begins: "d0cf11e0", name: null, words: OFFICE },
  { begins: "25504446", name: null, words: ": this is a PDF, not a configuration in JSON" },
  { begins: "1f8b", name: null, words: ": this is a compressed file; unpack it" },
];

const formOf = (content: Buffer) => {
  const head = content.subarray(0, 8).toString("hex");
  return FORMS.find(({ begins }) => head.startsWith(begins));
};

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
