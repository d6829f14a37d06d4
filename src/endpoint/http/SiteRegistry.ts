import type { Site } from "../../vocabulary/site.ts";
import { KnownSources } from "../ingest/KnownSources.ts";
import { urlCleaner } from "../ingest/urlCleaner.ts";
import { Priors } from "../recognition/Priors.ts";
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
  script: Script;
  /** `X-Mgt-Version` → script, of the newest ones: pages hold their address (SRI). */
  versions: Map<string, Script>;
  priors: Priors;
}

/** Versions of a site's script that stay available. */
export const KEPT_VERSIONS = 20;

export type Compile = (site: Site) => Promise<Script>;

/** The sites in force. A reload replaces all of them at once, or none. */
export class SiteRegistry {
  #sites = new Map<string, ServedSite>();
  #compile: Compile;
  readonly #archive: ScriptArchive | undefined;
  #loads = 0;
  #loaded = false;

  /** @param archive keeps versions over a restart; without it they last as long as the process */
  constructor(compile: Compile, archive?: ScriptArchive) {
    this.#compile = compile;
    this.#archive = archive;
  }

  get loaded(): boolean {
    return this.#loaded;
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

  /** Compiles every site's script, then puts them in force. Rejects, and changes nothing, when one fails. */
  async load(sites: readonly Site[]): Promise<void> {
    const load = ++this.#loads;
    const scripts = await Promise.all(sites.map(this.#compile));
    await this.#archive?.keep(sites.map(({ key }, index) => ({ key, script: scripts[index] as Script })));
    // A slow compilation must not bring back what a later reload has replaced.
    if (load !== this.#loads) return;
    const next = new Map<string, ServedSite>();
    for (const [index, site] of sites.entries()) {
      const script = scripts[index];
      if (!script) continue;
      const before = this.#sites.get(site.key);
      const versions = before?.versions ?? new Map<string, Script>();
      remember(versions, script);
      next.set(site.key, {
        site,
        cleanUrl: urlCleaner(site),
        allows: originCheck(site.origins),
        sources: new KnownSources(site, before?.sources),
        script,
        versions,
        priors: before?.priors ?? new Priors(),
      });
    }
    this.#sites = next;
    this.#loaded = true;
  }

  /** Whether a page of this origin may send credentials: it then needs exact CORS headers, on errors too. */
  sendsCredentials(origin: string): boolean {
    return this.all().some(({ site, allows }) => site.cookie === "server" && allows(origin));
  }
}

function remember(versions: Map<string, Script>, script: Script): void {
  versions.delete(script.version);
  versions.set(script.version, script);
  const [oldest = ""] = versions.keys();
  if (versions.size > KEPT_VERSIONS) versions.delete(oldest);
}
