import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../packageRoot.ts";

/** Where the script's sources are: the package ships them, since each site's script is compiled from them. */
export const PAGE_SOURCES: string = join(packageRoot(), "src", "page");
const VOCABULARY_SOURCES = join(packageRoot(), "src", "vocabulary");

/** First 12 hex digits of the SHA-256 of the script's sources and of what is added to them. */
export function buildId(configuration = ""): string {
  const hash = createHash("sha256");
  for (const folder of [PAGE_SOURCES, VOCABULARY_SOURCES]) {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    // Line ends differ between checkouts; builds must not.
    for (const name of names.filter((file) => file.endsWith(".ts")).sort())
      hash.update(`${name}\n${readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n")}\n`);
  }
  return hash.update(configuration).digest("hex").slice(0, 12);
}
