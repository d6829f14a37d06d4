import type { Site } from "../../vocabulary/site.ts";
import { KnownSources } from "../ingest/KnownSources.ts";
import { urlCleaner } from "../ingest/urlCleaner.ts";
import { Priors } from "../recognition/Priors.ts";
import type { Compiler } from "../script/createCompiler.ts";
import type { Script } from "../script/packScript.ts";
import type { ScriptArchive } from "../script/ScriptArchive.ts";
import { originCheck } from "./originCheck.ts";

/** A site in force, with what is worked out from its configuration once. */
export interface ServedSite {
  site: Site;
  /** As the site's script cuts URLs. */
  cleanUrl(url: string): string;
  allows(origin: string): boolean;
  sources: KnownSources;
  /** What its script is compiled from. */
  id: string;
  /** Nothing while it is compiled for the first time. */
  script: Script | undefined;
  /** `X-Mgt-Version` → script, of the newest ones: pages hold their address (SRI). */
  versions: Map<string, Script>;
  priors: Priors;
}

/** Versions of a site's script that stay available. */
export const KEPT_VERSIONS = 20;

/** A site whose script is not the one in force yet. */
interface Due {
  site: Site;
  id: string;
}

/** Some scripts could not be compiled: their sites keep what they had. */
export class CompilationFailed extends Error {
  override name = "CompilationFailed";
  /** Of the sites. */
  readonly keys: readonly string[];

  constructor(failures: ReadonlyMap<string, unknown>) {
    const [[key, error] = ["", ""]] = failures;
    super(`site "${key}": ${error instanceof Error ? error.message : error}`, { cause: error });
    this.keys = [...failures.keys()];
  }
}

/** The sites in force. Each is replaced as a whole, once the script that goes with it is ready. */
export class SiteRegistry {
  #sites = new Map<string, ServedSite>();
  readonly #compiler: Compiler;
  readonly #archive: ScriptArchive | undefined;
  #loads = 0;
  #latest: Promise<void> = Promise.resolve();

  /** @param archive keeps versions over a restart; without it they last as long as the process */
  constructor(compiler: Compiler, archive?: ScriptArchive) {
    this.#compiler = compiler;
    this.#archive = archive;
  }

  /** Whether any configuration is in force: events are taken. */
  get loaded(): boolean {
    return this.#loads > 0;
  }

  /** Whether every site's script is served. */
  get ready(): boolean {
    return this.loaded && this.all().every(({ script }) => script !== undefined);
  }

  find(key: string): ServedSite | undefined {
    return this.#sites.get(key);
  }

  /** A version of a site's script: one of this process, or one that an earlier one has left. */
  async version({ site, versions }: ServedSite, version: string): Promise<Script | undefined> {
    const script = versions.get(version) ?? (await this.#archive?.find(site.key, version));
    // The oldest goes; one that is asked for comes back from the archive.
    if (script && !versions.has(version)) remember(versions, script);
    return script;
  }

  all(): ServedSite[] {
    return [...this.#sites.values()];
  }

  /**
   * Puts sites in force: at once those whose script is the one they have, and those that were not there; each of the
   * others when its own script is ready. Resolves once all are, of this call or of a later one that has replaced it.
   *
   * @throws {CompilationFailed} after all others are in force
   */
  load(sites: readonly Site[]): Promise<void> {
    const load = ++this.#loads;
    const next = new Map<string, ServedSite>();
    const due: Due[] = [];
    for (const site of sites) {
      const id = this.#compiler.idOf(site);
      const before = this.#sites.get(site.key);
      const isCompiled = before?.id === id && before.script !== undefined;
      if (!isCompiled) due.push({ site, id });
      next.set(site.key, isCompiled || !before?.script ? served(site, id, before) : before);
    }
    this.#sites = next;
    this.#latest = this.#compileAll(load, due);
    return this.#latest;
  }

  /** Compiles nothing more. */
  async close(): Promise<void> {
    this.#loads++;
    this.#latest = Promise.resolve();
    await this.#compiler.close();
  }

  /** Whether a page of this origin may send credentials: it then needs exact CORS headers, on errors too. */
  sendsCredentials(origin: string): boolean {
    return this.all().some(({ site, allows }) => site.cookie === "server" && allows(origin));
  }

  async #compileAll(load: number, due: readonly Due[]): Promise<void> {
    const kept = await Promise.all(due.map(({ id }) => this.#compiler.kept(id)));
    const ready = due.flatMap((one, index) => {
      const script = kept[index];
      return script ? [{ ...one, script }] : [];
    });
    await this.#put(load, ready);
    const failures = new Map<string, unknown>();
    for (const one of due.filter((_, index) => !kept[index])) {
      if (load !== this.#loads) return this.#latest;
      try {
        await this.#put(load, [{ ...one, script: await this.#compiler.compile(one.site) }]);
      } catch (error) {
        failures.set(one.site.key, error);
      }
    }
    // What a later call has replaced, or closing has ended, failed nobody.
    if (load !== this.#loads) return this.#latest;
    await this.#compiler.retain(new Set(this.all().map(({ id }) => id)));
    if (failures.size > 0) throw new CompilationFailed(failures);
  }

  async #put(load: number, ready: readonly (Due & { script: Script })[]): Promise<void> {
    await this.#archive?.keep(ready.map(({ site: { key }, script }) => ({ key, script })));
    // A slow compilation must not bring back what a later load has replaced.
    if (load !== this.#loads) return;
    for (const { site, id, script } of ready) {
      const next = { ...served(site, id, this.#sites.get(site.key)), script };
      remember(next.versions, script);
      this.#sites.set(site.key, next);
    }
  }
}

/** A site with another configuration: what it has learnt, and its scripts, stay. */
function served(site: Site, id: string, before: ServedSite | undefined): ServedSite {
  return {
    site,
    cleanUrl: urlCleaner(site),
    allows: originCheck(site.origins),
    sources: new KnownSources(site, before?.sources),
    id,
    script: before?.script,
    versions: before?.versions ?? new Map(),
    priors: before?.priors ?? new Priors(),
  };
}

function remember(versions: Map<string, Script>, script: Script): void {
  versions.delete(script.version);
  versions.set(script.version, script);
  const [oldest = ""] = versions.keys();
  if (versions.size > KEPT_VERSIONS) versions.delete(oldest);
}
