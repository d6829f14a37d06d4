import type { Site } from "../../vocabulary/site.ts";
import { keptParameters } from "../ingest/cleanUrl.ts";
import { Priors } from "../recognition/Priors.ts";
import type { Script } from "../script/compileScript.ts";
import { originCheck } from "./originCheck.ts";

/** A site in force, with what is worked out from its configuration once. */
export interface ServedSite {
  site: Site;
  /** Query parameters kept in stored URLs. */
  kept: readonly string[];
  allows(origin: string): boolean;
  script: Script;
  /** `X-Mgt-Version` → script, of every one served since the start: pages hold their address (SRI). */
  versions: Map<string, Script>;
  priors: Priors;
}

export type Compile = (site: Site) => Promise<Script>;

/** The sites in force. A reload replaces all of them at once, or none. */
export class SiteRegistry {
  #sites = new Map<string, ServedSite>();
  #compile: Compile;
  #loads = 0;
  #loaded = false;

  constructor(compile: Compile) {
    this.#compile = compile;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  find(key: string): ServedSite | undefined {
    return this.#sites.get(key);
  }

  all(): ServedSite[] {
    return [...this.#sites.values()];
  }

  /** Compiles every site's script, then puts them in force. Rejects, and changes nothing, when one fails. */
  async load(sites: readonly Site[]): Promise<void> {
    const load = ++this.#loads;
    const scripts = await Promise.all(sites.map(this.#compile));
    // A slow compilation must not bring back what a later reload has replaced.
    if (load !== this.#loads) return;
    const next = new Map<string, ServedSite>();
    for (const [index, site] of sites.entries()) {
      const script = scripts[index];
      if (!script) continue;
      const before = this.#sites.get(site.key);
      const versions = before?.versions ?? new Map<string, Script>();
      versions.set(script.version, script);
      next.set(site.key, {
        site,
        kept: keptParameters(site),
        allows: originCheck(site.origins),
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
