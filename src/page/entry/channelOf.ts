import type { Channel } from "../../vocabulary/channels.ts";
import { parseUrl } from "../../vocabulary/parseUrl.ts";
import { AI_ASSISTANTS, SEARCH_ENGINES, SOCIAL_NETWORKS } from "./hosts.ts";

export interface Classified {
  channel: Channel;
  /** The parameter, list entry or referrer host that decided, `""` when nothing did: for `mgt explain`. */
  by?: string | undefined;
}

/** In the order in which they decide. */
type Table = Partial<Record<Channel, RegExp>>;

/** What each click id in a query says of its click. `fbclid` stands apart: it also marks unpaid posts. */
const CLICK_IDS: Table = {
  paid_search: /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]/,
  paid_social: /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]/,
  display: /[?&](dclid)=[^&]/,
  email: /[?&](mc_[ce]id)=[^&]/,
};

/** Values of `utm_medium`. */
const MEDIUMS: Table = {
  paid_social: /^paid.?social|^social.?(paid|ads)/i,
  paid_search: /^(cpc|ppc|sea|sem|paid|paid.?search)$/i,
  organic_search: /^(organic|seo)$/i,
  organic_social: /^(social|sm$)/i,
  ai_assistant: /^(ai|llm|ai.assistant)$/i,
  email: /^(e.?mail|mail|newsletter)/i,
  display: /^(display|banner|cpm|retargeting)/i,
  affiliate: /^affiliat/i,
  referral: /^(referral|partner)/i,
};

const HOSTS: Table = {
  ai_assistant: AI_ASSISTANTS,
  organic_social: SOCIAL_NETWORKS,
  organic_search: SEARCH_ENGINES,
};

/** Values of `utm_source` that are no site. */
const SENDERS: Table = { email: /^(newsletter|e.?mail|brevo|mailchimp|mailjet)/i };

/** Whether a text is the name of a channel: a medium can say each but two. */
export const isChannel = (name: string): boolean =>
  Object.hasOwn(MEDIUMS, name) || /^(direct|internal)$/.test(name);

/** The first row that a text matches, and what in it matched. */
function lookUp(table: Table, text: string, by?: string): Classified | undefined {
  for (const [channel, pattern] of Object.entries(table) as [Channel, RegExp][])
    if (pattern.test(text))
      return { channel, ...(HAS.by && { by: by || pattern.exec(text)?.slice(1).find(Boolean) || text }) };
  return undefined;
}

/** Host of a referrer, `""` when there is none or it cannot be read. */
export function hostOf(referrer: string): string {
  return parseUrl(referrer)?.hostname || "";
}

/** Whether a URL says that it was reached through a campaign: a click id, or any `utm_` parameter. */
export function hasCampaign({ search }: URL): boolean {
  return !!lookUp(CLICK_IDS, search) || /[?&](fbclid|utm_\w+)=[^&]/.test(search);
}

/**
 * Channel of an arrival, decided by the first of: click id, `utm_medium`, `utm_source`, AI assistant,
 * social network, search engine, `fbclid`, other referrer, none.
 *
 * @param from host of the referrer, `""` when there is none
 */
export function channelOf({ search, searchParams }: URL, from: string): Classified {
  const param = (name: string) => searchParams.get(name) || "";
  const host = lookUp(HOSTS, from);
  const name = param("utm_source");
  const source =
    lookUp(HOSTS, name, "utm_source") ||
    lookUp(HOSTS, `${name}.com`, "utm_source") ||
    lookUp(SENDERS, name, "utm_source");
  const medium = lookUp(MEDIUMS, param("utm_medium"), "utm_medium");
  // "cpc" bought from a social network is paid social.
  if (medium?.channel === "paid_search" && (source || host)?.channel === "organic_social")
    medium.channel = "paid_social";
  return (
    lookUp(CLICK_IDS, search) ||
    medium ||
    source ||
    host ||
    (param("fbclid")
      ? { channel: "organic_social", ...(HAS.by && { by: "fbclid" }) }
      : { channel: from ? "referral" : "direct", ...(HAS.by && { by: from }) })
  );
}
