import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Puts a text between two markers of a document, and leaves the rest as it is.
 *
 * @param {string} document from the root of the repository, such as `docs/limits.md`
 * @param {string} open first marker, such as `<!-- sizes -->`: the first that is found counts
 * @param {string} close the marker after it
 * @param {string} text Markdown
 */
export function writeTable(document, open, close, text) {
  const file = fileURLToPath(new URL(`../${document}`, import.meta.url));
  const old = readFileSync(file, "utf8");
  const start = old.indexOf(open) + open.length;
  const end = old.indexOf(close, start);
  if (start < open.length || end < 0) throw new Error(`${document} has no ${open} … ${close}`);
  const next = `${old.slice(0, start)}\n${text}\n${old.slice(end)}`;
  if (next !== old) writeFileSync(file, next);
}

/**
 * @param {readonly string[]} head a heading that ends in `:` is of a column of numbers
 * @param {readonly (readonly string[])[]} rows
 * @returns {string} a table in Markdown
 */
export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(head.map((name) => name.replace(/:$/, ""))),
    line(head.map((name) => (name.endsWith(":") ? "--:" : "---"))),
    ...rows.map(line),
  ].join("\n");
}
