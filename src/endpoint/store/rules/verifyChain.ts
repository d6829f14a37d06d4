import type { BrokenRecord, ConsentVerification, LoggedConsent, SiteVerification } from "../Store.ts";
import { type ChainedConsent, chainConsent } from "./consentChain.ts";

/** Walks one site's chain. */
export class ChainWalk {
  readonly #site: string;
  readonly #wanted: string | undefined;
  #records = 0;
  #head = "";
  #broken: BrokenRecord | null = null;
  #noted: number | null = null;

  constructor(site: string, wanted?: string) {
    this.#site = site;
    this.#wanted = wanted;
  }

  /** Takes the next record. @returns false when it does not fit: nothing after it is of use */
  take({ position, chain, former, ...record }: ChainedConsent): boolean {
    const place = this.#records + 1;
    if (position !== place || chainConsent(this.#head, record, former) !== chain) {
      this.#broken = brokenRecord(place, record);
      return false;
    }
    this.#head = chain;
    this.#records = place;
    if (this.#wanted && (chain === this.#wanted || former === this.#wanted)) this.#noted = place;
    return true;
  }

  /** The next record cannot be read. */
  fail(reason: string): void {
    const site = this.#site === "" ? null : this.#site;
    this.#broken = { record: this.#records + 1, id: null, site, time: null, reason };
  }

  result(): SiteVerification & { noted: number | null } {
    return {
      site: this.#site,
      records: this.#records,
      broken: this.#broken,
      head: this.#head,
      noted: this.#noted,
    };
  }
}

export function verification(walks: readonly ChainWalk[]): ConsentVerification {
  const results = walks.map((walk) => walk.result());
  const found = results.find(({ noted }) => noted !== null);
  return {
    records: results.reduce((sum, { records }) => sum + records, 0),
    broken: results.find(({ broken }) => broken)?.broken ?? null,
    sites: results.map(({ noted: _, ...site }) => site),
    noted: found ? { site: found.site, record: found.noted ?? 0 } : null,
  };
}

/** A record that was tampered with may hold anything, of any type. */
function brokenRecord(place: number, { id, site, time }: Record<keyof LoggedConsent, unknown>): BrokenRecord {
  return {
    record: place,
    id: String(id),
    site: String(site),
    time: typeof time === "number" && Number.isFinite(time) ? time : null,
    reason: "hash",
  };
}
