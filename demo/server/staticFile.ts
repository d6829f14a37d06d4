import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
};

export interface StaticFile {
  type: string;
  body: Buffer;
}

/**
 * A file under `folder`, or `undefined` when there is none, when its kind is not served, or when the path
 * tries to leave the folder (encoded, doubled or with backslashes: anything but plain names is refused).
 */
export async function staticFile(folder: string, path: string): Promise<StaticFile | undefined> {
  const type = CONTENT_TYPES[extname(path)];
  if (!type || !/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path)) return undefined;
  const file = join(folder, path);
  if (!file.startsWith(folder + sep)) return undefined;
  try {
    return { type, body: await readFile(file) };
  } catch {
    return undefined;
  }
}
