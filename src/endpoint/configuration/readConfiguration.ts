import { readFileSync } from "node:fs";
import { type Checked, checkConfiguration } from "./checkConfiguration.ts";

/** Reads and checks a file. One that cannot be read is an error like the others. */
export function readConfiguration(file: string): Checked {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code = "error" } = error as NodeJS.ErrnoException;
    const message = `cannot read ${file}: ${code === "ENOENT" ? "no such file" : code}`;
    return {
      ok: false,
      errors: [{ path: "$", code: "unreadable", message, found: code, expected: "a readable file" }],
      warnings: [],
      sites: [],
    };
  }
  return checkConfiguration(text, file);
}
