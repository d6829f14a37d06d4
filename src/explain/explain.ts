import { decide, type Ruling, type View } from "../page/entry/decide.ts";
import { isFromInside } from "../vocabulary/channels/isFromInside.ts";
import { type Channel, isWithoutSource } from "../vocabulary/channels.ts";
import type { Swap } from "../vocabulary/events.ts";
import { MODES } from "../vocabulary/modes.ts";
import { type Rules, rulesOf } from "../vocabulary/rulesOf.ts";
import type { PageSite, Site } from "../vocabulary/site.ts";
import { swapsOf } from "../vocabulary/swapsOf.ts";
import type { Facts } from "../vocabulary/when/Facts.ts";
import { matches } from "../vocabulary/when/matches.ts";
import type { When } from "../vocabulary/when/When.ts";
import { channelBy } from "./channelBy.ts";

/** An arrival, and what the visitor has already. URLs may be paths: of the site, and of `url`. */
export interface Arrival {
  url: string;
  /** `""` or `"direct"`: none. A bare host is taken as `https://host/`. */
  referrer?: string | undefined;
  /** The page now, when it is a later one than `url`. */
  page?: string | undefined;
  /** Pages viewed, the current one included; default 1. */
  pages?: number | undefined;
  /** The reference entry that the visitor already has. */
  first_url?: string | undefined;
  first_referrer?: string | undefined;
  /** ISO 8601, or milliseconds since the epoch; default now. */
  at?: string | number | undefined;
  /** As in `navigator.languages[0]`. */
  language?: string | undefined;
  device?: "mobile" | "desktop" | undefined;
}

export interface Tried {
  id: string;
  matched: boolean;
  /** The leaf (or `not`) that did not hold; `null` for the winner. */
  failed: When | null;
}

/** The entry that conditions are evaluated on. */
export interface ReferenceEntry {
  channel: Channel;
  by: string;
  /** Its page. */
  landing: string;
}

export interface Explanation {
  entry: boolean;
  /** Of this page view itself, whatever stays in force. */
  channel: Channel;
  /** The parameter or list entry that decided the channel; `""` when nothing did. */
  by: string;
  /** What the conditions saw. */
  reference: ReferenceEntry;
  /** Of the winning condition, else the channel of the reference entry. */
  source: string;
  /** Id of the winning condition, or `""`. */
  condition: string;
  to_swap: Swap[];
  /** In the order of the configuration, up to the winner. */
  tried: Tried[];
}

/** A value of an `Arrival` that cannot be used. */
export class ArrivalError extends Error {
  override name = "ArrivalError";
  readonly field: keyof Arrival;
  constructor(field: keyof Arrival, message: string) {
    super(message);
    this.field = field;
  }
}

/**
 * What the page would decide about an arrival, and why: the page's own code on the same facts.
 *
 * @throws {ArrivalError} a value that is no URL, date or count
 */
export function explain(site: Site, arrival: Arrival): Explanation {
  return explainFacts(site, arrival).explanation;
}

export interface Explained {
  explanation: Explanation;
  /** What the conditions were evaluated on. */
  facts: Facts;
}

/** The same with the facts. */
export function explainFacts(site: Site, arrival: Arrival): Explained {
  // The page reads neither plans nor conditions it has no use for.
  const page: PageSite = {
    ...site,
    plans: {},
    conditions: MODES[site.mode].conditions ? site.conditions : [],
  };
  const view = viewOf(site, arrival);
  // Conditions look at the page now, which may be a later one.
  const now = (facts: Facts): Facts => ({
    ...facts,
    view: { ...facts.view, ...(arrival.page && { url: urlOf("page", arrival.page, view.url) }) },
  });
  const interpreted = rulesOf(page);
  const rules = { ...interpreted, winner: (facts: Facts) => interpreted.winner(now(facts)) };
  const firstView = arrival.first_url && {
    ...view,
    url: urlOf("first_url", arrival.first_url, baseOf(site)),
    referrer: referrerOf("first_referrer", arrival.first_referrer),
    pages: 1,
  };
  const first = firstView
    ? {
        landing: firstView.url,
        referrer: firstView.referrer,
        channel: decide(rules, undefined, firstView, true).own.channel,
      }
    : undefined;
  if (!arrival.first_url && arrival.first_referrer)
    throw new ArrivalError("first_referrer", "a first referrer goes with a first URL");
  const { entry, own, inForce } = decide(rules, first, view, true);
  const { condition, channel, url, host } = inForce;
  const by = (ruling: Ruling) => byOf(ruling, interpreted);
  const facts = now({ url, host, channel, view });
  const tried: Tried[] = [];
  for (const { id, when } of page.conditions) {
    const failed = failedLeaf(when, facts);
    tried.push({ id, matched: failed === null, failed });
    if (failed === null) break;
  }
  return {
    explanation: {
      entry,
      channel: told(own),
      by: by(own),
      reference: { channel: told(inForce), by: by(inForce), landing: url.href },
      source: condition?.source ?? channel,
      condition: condition?.id ?? "",
      to_swap: swapsOf(page, condition),
      tried,
    },
    facts,
  };
}

/** Here it is told whatever the conditions name: as the endpoint does it where the script does not. */
const told = ({ channel }: Ruling) => channel as Channel;

/** What decided the channel of an arrival: a referrer of the site's own never does. */
function byOf({ channel, url, host }: Ruling, { isInside }: Rules): string {
  if (isWithoutSource(channel)) return "";
  return channelBy(url, isFromInside(url, host, isInside) ? "" : host);
}

/** The leaf for which a rule does not hold, `null` when it holds. */
export function failedLeaf(when: When, facts: Facts): When | null {
  if (matches(when, facts)) return null;
  if ("all" in when) {
    const child = when.all.find((one) => !matches(one, facts));
    return child ? failedLeaf(child, facts) : when;
  }
  if ("any" in when) {
    const child = when.any.at(-1);
    return child ? failedLeaf(child, facts) : when;
  }
  return when;
}

function viewOf(site: Site, arrival: Arrival): View {
  const url = urlOf("url", arrival.url, baseOf(site));
  const pages = arrival.pages ?? 1;
  if (!Number.isInteger(pages) || pages < 1)
    throw new ArrivalError("pages", "the number of pages is a whole number from 1");
  const device = arrival.device ?? "desktop";
  if (device !== "desktop" && device !== "mobile")
    throw new ArrivalError("device", 'the device is "mobile" or "desktop"');
  return {
    url,
    referrer: referrerOf("referrer", arrival.referrer),
    arrival: true,
    pages,
    at: timeOf(arrival.at),
    language: arrival.language ?? "",
    device,
  };
}

/** Where paths are resolved: the site's first origin that names one host. */
const baseOf = (site: Site) => site.origins.find((origin) => !origin.includes("*")) ?? "https://site.invalid";

/** `https://host/path`, or a path of the site: any other text would be read as a path too, and never told. */
const WRITTEN_URL = /^(https?:\/\/|[/?#])/i;

function urlOf(field: "url" | "page" | "first_url", value: string, base: string): string {
  const url = WRITTEN_URL.test(value) && URL.canParse(value, base) ? new URL(value, base) : undefined;
  if (!url) {
    const meant = WRITTEN_HOST.test(value)
      ? `, did you mean "https://${value}"?`
      : ": https://host/path, or /path";
    throw new ArrivalError(field, `"${value}" is no URL of a page${meant}`);
  }
  return url.href;
}

/** `www.google.com`, `localhost:8787/a`: a word alone (`(not set)`, `google`, `-`) is what reports write for none. */
const WRITTEN_HOST =
  /^([\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+|localhost)(:\d+)?([/?#]\S*)?$/u;

/** Whether a text can be read as a referrer, or says that there is none. */
export function isReferrer(value: string): boolean {
  if (!value || value === "direct") return true;
  const written = value.includes("://") ? value : WRITTEN_HOST.test(value) ? `https://${value}` : "";
  return !/\s/.test(value) && URL.canParse(written) && new URL(written).hostname !== "";
}

function referrerOf(field: "referrer" | "first_referrer", value = ""): string {
  if (!value || value === "direct") return "";
  const written = value.includes("://") ? value : `https://${value}`;
  if (!isReferrer(value))
    throw new ArrivalError(field, `"${value}" is no referrer: https://host/path, or nothing`);
  return new URL(written).href;
}

function timeOf(value: string | number | undefined): number {
  // Texts (CSV, options) hold milliseconds too; thirteen digits are no year and no compact date.
  const given = typeof value === "string" && /^\d{13}$/.test(value) ? Number(value) : value;
  const at = given === undefined || given === "" ? Date.now() : new Date(given).getTime();
  if (Number.isNaN(at)) throw new ArrivalError("at", `"${value}" is no date: 2026-11-22T09:30:00+01:00`);
  return at;
}
