import type { Channel } from "../../vocabulary/channels.ts";
import { CLICK_IDS, MEDIUMS } from "./campaigns.ts";
import { AI_ASSISTANTS, SEARCH_ENGINES, SOCIAL_NETWORKS } from "./hosts.ts";

export interface Classified {
  channel: Channel;
  /** The parameter, list entry or referrer host that decided; `""` when nothing did. */
  by: string;
}

/** Host of a referrer, `""` when there is none or it cannot be read. */
export function hostOf(referrer: string): string {
  return URL.canParse(referrer) ? new URL(referrer).hostname : "";
}

/** The first channel of a table one of whose names a value is, and that name. */
function lookUp(
  table: Readonly<Record<string, string>>,
  value: string,
  before = "",
  after = "",
): Classified | undefined {
  for (const [channel, names] of Object.entries(table)) {
    const found = new RegExp(`^${before}(${names})${after}$`, "i").exec(value);
    if (found) return { channel: channel as Channel, by: found[1] as string };
  }
  return undefined;
}

/** The list entry that a host, or a bare name such as `utm_source=facebook`, belongs to. */
function listed(host: string): Classified | undefined {
  const after = "(?:\\.[a-z]{2,4}){0,2}";
  return (
    lookUp({ ai_assistant: AI_ASSISTANTS, organic_social: SOCIAL_NETWORKS }, host, "(?:.*\\.)?", after) ||
    lookUp({ organic_search: SEARCH_ENGINES }, host, "(?:(?:.*\\.)?(?:www|m|search)\\.)?", after)
  );
}

/** The first click id of a URL. */
function clickId({ searchParams }: URL): Classified | undefined {
  for (const [name, value] of searchParams) {
    const found = value && lookUp(CLICK_IDS, name);
    if (found) return { channel: found.channel, by: name };
  }
  return undefined;
}

/** Whether a URL says that it was reached through a campaign: a click id, or any `utm_` parameter. */
export function hasCampaign(url: URL): boolean {
  return (
    !!clickId(url) || [...url.searchParams].some(([name, value]) => value && /^(fbclid$|utm_)/.test(name))
  );
}

/**
 * Channel of an arrival, decided by the first of: click id, `utm_medium`, `utm_source`, AI assistant,
 * social network, search engine, `fbclid`, other referrer, none.
 *
 * @param from host of the referrer, `""` when there is none
 */
export function channelOf(url: URL, from: string): Classified {
  const value = (name: string) => url.searchParams.get(name) || "";
  const source = listed(value("utm_source"));
  const medium = lookUp(MEDIUMS, value("utm_medium").replace(/[-_ ]/g, ""));
  // "cpc" bought from a social network is paid social.
  if (medium?.channel === "paid_search" && source?.channel === "organic_social")
    medium.channel = "paid_social";
  return (
    clickId(url) ||
    (medium && { ...medium, by: "utm_medium" }) ||
    (source && { ...source, by: "utm_source" }) ||
    listed(from) ||
    (value("fbclid")
      ? { channel: "organic_social", by: "fbclid" }
      : { channel: from ? "referral" : "direct", by: from })
  );
}
