import type { Channel } from "../../vocabulary/channels.ts";
import { AI_ASSISTANTS, SEARCH_ENGINES, SOCIAL_NETWORKS } from "./hosts.ts";

export interface Classified {
  channel: Channel;
  /** The parameter, list entry or referrer host that decided; `""` when nothing did. */
  by: string;
}

type Table = readonly (readonly [Channel, RegExp])[];

/** What each click id in a query says of its click. `fbclid` stands apart: it also marks unpaid posts. */
const CLICK_IDS: Table = [
  ["paid_search", /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]/],
  ["paid_social", /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]/],
  ["display", /[?&](dclid)=[^&]/],
  ["email", /[?&](mc_[ce]id)=[^&]/],
];

/** Values of `utm_medium`. */
const MEDIUMS: Table = [
  ["paid_social", /^paid.?social|^social.?(paid|ads)/i],
  ["paid_search", /^(cpc|ppc|sea|sem|paid|paid.?search)$/i],
  ["organic_search", /^(organic|seo)$/i],
  ["organic_social", /^(social|sm$)/i],
  ["ai_assistant", /^(ai|llm|ai.assistant)$/i],
  ["email", /^(e.?mail|mail|newsletter)/i],
  ["display", /^(display|banner|cpm|retargeting)/i],
  ["affiliate", /^affiliat/i],
  ["referral", /^(referral|partner)/i],
];

/** In the order in which they decide. */
const HOSTS: Table = [
  ["ai_assistant", AI_ASSISTANTS],
  ["organic_social", SOCIAL_NETWORKS],
  ["organic_search", SEARCH_ENGINES],
];

/** Values of `utm_source` that are no site. */
const SENDERS: Table = [["email", /^(newsletter|e.?mail|brevo|mailchimp|mailjet)/i]];

/** The first row that a text matches, and what in it matched. */
function lookUp(table: Table, text: string, by?: string): Classified | undefined {
  const row = table.find(([, pattern]) => pattern.test(text));
  return (
    row && { channel: row[0], by: HAS.by ? by || row[1].exec(text)?.slice(1).find(Boolean) || text : "" }
  );
}

/** Host of a referrer, `""` when there is none or it cannot be read. */
export function hostOf(referrer: string): string {
  return URL.canParse(referrer) ? new URL(referrer).hostname : "";
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
      ? { channel: "organic_social", by: "fbclid" }
      : { channel: from ? "referral" : "direct", by: from })
  );
}
