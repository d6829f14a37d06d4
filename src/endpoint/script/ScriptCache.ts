import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Script } from "./packScript.ts";

/** Files that stay although no site in force needs them: a configuration that is taken back compiles nothing. */
const SPARE_FILES = 100;

/** First line of a file, as JSON. The bodies follow it, in the order of `BODIES`. */
interface Head extends Pick<Script, "version" | "build"> {
  /** Bytes of each body. */
  lengths: number[];
  /** SHA-256 of what follows, in hex. */
  sum: string;
}

const BODIES = ["body", "gzip", "brotli"] as const;

const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");

/** Compiled scripts on disk, by what they were compiled from, so that a restart compiles only what changed. */
export class ScriptCache {
  readonly #folder: string;

  /** @param folder made when it is missing, for its owner alone: what lies here is served as it is */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Nothing for a script that is not kept, and for a file that was cut short. */
  async find(id: string): Promise<Script | undefined> {
    const file = this.#file(id);
    const content = await readFile(file).catch(() => undefined);
    const script = content && parse(content);
    // The time tells which were needed last.
    if (script) await utimes(file, new Date(), new Date()).catch(() => {});
    return script;
  }

  /** @throws what the disk refuses */
  async keep(id: string, script: Script): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const draft = `${this.#file(id)}.${randomUUID()}`;
    try {
      await writeFile(draft, print(script), { mode: 0o600 });
      await rename(draft, this.#file(id));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {});
      throw error;
    }
  }

  /** Removes what has been needed least lately, and nothing of `used`. */
  async prune(used: ReadonlySet<string>): Promise<void> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => !used.has(name));
    if (names.length <= SPARE_FILES) return;
    const files = await Promise.all(
      names.map(async (name) => {
        const file = join(this.#folder, name);
        return { file, time: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 };
      }),
    );
    files.sort((a, b) => b.time - a.time);
    for (const { file } of files.slice(SPARE_FILES)) await rm(file, { force: true });
  }

  #file(id: string): string {
    return join(this.#folder, id);
  }
}

function print(script: Script): Buffer {
  const bodies = BODIES.map((name) => script[name]);
  const content = Buffer.concat(bodies);
  const { version, build } = script;
  const head: Head = {
    version,
    build,
    lengths: bodies.map(({ length }) => length),
    sum: sha256(content),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), content]);
}

function parse(file: Buffer): Script | undefined {
  const end = file.indexOf("\n");
  try {
    const { version, build, lengths, sum: expected }: Head = JSON.parse(file.toString("utf8", 0, end));
    const content = file.subarray(end + 1);
    if (sha256(content) !== expected) return undefined;
    const [body, gzip, brotli] = lengths.map((length, index) => {
      const start = lengths.slice(0, index).reduce((bytes, before) => bytes + before, 0);
      return content.subarray(start, start + length);
    });
    return body && gzip && brotli && { version, build, body, gzip, brotli };
  } catch {
    return undefined;
  }
}
