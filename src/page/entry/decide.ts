import type { Channel } from "../../vocabulary/channels.ts";
import { matchesHost } from "../../vocabulary/patterns.ts";
import type { Condition, PageSite } from "../../vocabulary/site.ts";
import { type Classified, channelOf, hasCampaign, hostOf } from "./channelOf.ts";
import { type Facts, winningCondition } from "./matches.ts";

/** The entry that conditions are evaluated on. */
export interface Reference {
  landing: string;
  /** `""` when there is none. */
  referrer: string;
  channel: Channel;
}

/** One page view, as far as deciding is concerned. */
export interface View {
  url: string;
  referrer: string;
  /** False for reloads, back and forward, restores and navigation within the page. */
  arrival: boolean;
  /** The current page, when it is a later one than `url`. */
  page?: string;
  /** Pages viewed, this one included. */
  pages: number;
  /** Milliseconds since the epoch. */
  at: number;
  language: string;
  device: "mobile" | "desktop";
}

export interface Decision extends Classified {
  /** The view is an arrival from outside. */
  entry: boolean;
  /** What this view by itself amounts to, whatever stays in force. */
  own: { channel: Channel; condition: Condition | undefined };
  reference: Reference;
  condition: Condition | undefined;
  facts: Facts;
}

/**
 * Decides what a page view is and which condition is in force. Pure: the same values in, the same out,
 * on the page and in `mgt explain`.
 *
 * @param reference the entry that the visitor already has; none on a first page
 */
export function decide(site: PageSite, reference: Reference | undefined, view: View): Decision {
  const { conditions } = site;
  const url = new URL(view.url);
  const from = hostOf(view.referrer);
  // The page's own host, those of `origins`, and those whose round trip is not an entry.
  const inside = [
    url.hostname,
    ...site.origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")),
    ...site.referrerIgnore,
  ].some((host) => matchesHost(host, from));
  const outside = (!!from && !inside) || hasCampaign(url);
  const entry = reference ? view.arrival && outside : outside || !inside;
  const found: Classified = entry ? channelOf(url, inside ? "" : from) : { channel: "internal", by: "" };
  const facts: Facts = {
    url,
    referrer: view.referrer,
    channel: found.channel,
    page: new URL(view.page || view.url),
    view,
  };
  const condition = winningCondition(conditions, facts);
  const decision: Decision = {
    entry,
    ...found,
    own: { channel: found.channel, condition },
    reference: { landing: view.url, referrer: view.referrer, channel: found.channel },
    condition,
    facts,
  };
  if (reference && !(HAS.lastTouch && entry && (site.entry === "last" || condition?.touch))) {
    const { landing, referrer, channel } = reference;
    decision.reference = reference;
    decision.facts = { ...facts, url: new URL(landing), referrer, channel };
    decision.condition = winningCondition(conditions, decision.facts);
    decision.channel = channel;
    decision.by = channel === "internal" ? "" : channelOf(decision.facts.url, hostOf(referrer)).by;
  }
  return decision;
}
