import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Metafile } from "esbuild";

/** Stands for the build id in a bundle, since the id is known only once it is bundled. */
const PLACEHOLDER = "{build id}";

/** Build option: the constant `BUILD`, until `withBuildId` has filled it in. */
export const BUILD_PLACEHOLDER: string = JSON.stringify(PLACEHOLDER);

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * The build id: first 12 hex digits of a SHA-256 over the contents of what esbuild bundled and over the
 * configuration. Neither the files' places nor how they name each other count: a file that moves changes
 * nothing, one that changes does.
 *
 * @param inputs of esbuild's metafile
 * @param folder that its paths are relative to
 * @param configuration what stands in the script besides its sources
 */
export function buildId(inputs: Metafile["inputs"], folder: string, configuration = ""): string {
  const contents = Object.keys(inputs)
    // What a plugin or the entry point adds is no file: it is the configuration's.
    .filter((path) => path.endsWith("js") || path.endsWith("ts"))
    .filter((path) => !path.startsWith("<"))
    .map((path) => readFileSync(resolve(folder, path), "utf8"))
    // Line ends differ between checkouts; builds must not.
    .map((text) => sha256(text.replaceAll("\r\n", "\n").replace(/\b(from|import) "[^"]+"/g, "$1")));
  return sha256([...contents.sort(), configuration].join("\n")).slice(0, 12);
}

/** A bundle with its build id filled in. */
export const withBuildId = (code: string, id: string): string => code.replace(PLACEHOLDER, id);
