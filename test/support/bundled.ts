import { build } from "esbuild";

const cache = new Map<string, Promise<string>>();

/** A script of this folder with all that it imports, for a test page to load. */
export function bundled(name: string): Promise<string> {
  const file = new URL(name, import.meta.url).pathname;
  const found = cache.get(file) ?? bundle(file);
  cache.set(file, found);
  return found;
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "iife",
    target: "chrome109",
  });
  return outputFiles[0]?.text ?? "";
}
