import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packScript, type Script, versionOf } from "./packScript.ts";

/** Versions of a site's script on disk, so that `/{key}.{version}.js` survives a restart. */
export class ScriptArchive {
  readonly #folder: string;
  readonly #kept: number;
  readonly #failed: (error: unknown) => void;

  /**
   * @param folder made when it is missing @param kept newest versions of each site that stay
   * @param failed told what could not be kept: the scripts are served all the same
   */
  constructor(folder: string, kept: number, failed: (error: unknown) => void) {
    this.#folder = folder;
    this.#kept = kept;
    this.#failed = failed;
  }

  /** Resolves once the scripts are on disk, or could not be. */
  async keep(scripts: readonly { key: string; script: Script }[]): Promise<void> {
    if (scripts.length === 0) return;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      for (const { key, script } of scripts) await this.#write(this.#file(key, script.version), script.body);
      const names = Map.groupBy(await readdir(this.#folder), (name) => name.split(".", 1)[0]);
      for (const { key } of scripts) await this.#prune(names.get(key) ?? []);
    } catch (error) {
      this.#failed(error);
    }
  }

  async find(key: string, version: string): Promise<Script | undefined> {
    const body = await readFile(this.#file(key, version)).catch(() => undefined);
    // A file that a full disk cut short, or that somebody changed, is not that version.
    return body && versionOf(body) === version ? packScript(body, "") : undefined;
  }

  #file(key: string, version: string): string {
    return join(this.#folder, `${key}.${version}.js`);
  }

  async #write(file: string, body: Buffer): Promise<void> {
    const now = new Date();
    const old = await readFile(file).catch(() => undefined);
    // The time tells which versions are the newest: one that is in force again is.
    if (old?.equals(body)) return utimes(file, now, now);
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, body, { mode: 0o600 });
    await rename(draft, file);
  }

  /** @param names of one site's files */
  async #prune(names: readonly string[]): Promise<void> {
    if (names.length <= this.#kept) return;
    const files = await Promise.all(
      names.map(async (name) => {
        const file = join(this.#folder, name);
        return { file, time: (await stat(file)).mtimeMs };
      }),
    );
    files.sort((a, b) => b.time - a.time);
    for (const { file } of files.slice(this.#kept)) await rm(file, { force: true });
  }
}
