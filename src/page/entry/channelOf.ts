import type { Channel } from "../../vocabulary/channels.ts";
import { AI_ASSISTANTS, SEARCH_ENGINES, SOCIAL_NETWORKS } from "./hosts.ts";

export interface Classified {
  channel: Channel;
  /** The parameter, list entry or referrer host that decided; `""` when nothing did. */
  by: string;
}

type Table = readonly (readonly [Channel, RegExp])[];

/** What each click id says of its click. `fbclid` stands apart: it also marks unpaid posts. */
const CLICK_IDS: Table = [
  ["paid_search", /^(gclid|gbraid|wbraid|msclkid|gad_source|yclid)$/],
  ["paid_social", /^(ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)$/],
  ["display", /^(dclid)$/],
  ["email", /^(mc_[ce]id)$/],
];

/** Values of `utm_medium`. */
const MEDIUMS: Table = [
  ["paid_social", /^paid.?social|^social.?(paid|ads)/i],
  ["paid_search", /^(cpc|ppc|sea|sem|paid|paid.?search)$/i],
  ["organic_search", /^(organic|seo)$/i],
  ["organic_social", /^(social|sm$)/i],
  ["ai_assistant", /^(ai|llm|ai.assistant)$/i],
  ["email", /^(e-?mail|mail|newsletter)/i],
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

function lookUp(table: Table, value: string): Classified | undefined {
  const row = table.find(([, names]) => names.test(value));
  return row && { channel: row[0], by: (HAS.by && row[1].exec(value)?.[1]) || value };
}

/** Host of a referrer, `""` when there is none or it cannot be read. */
export function hostOf(referrer: string): string {
  return URL.canParse(referrer) ? new URL(referrer).hostname : "";
}

/** The first parameter of a URL that is a click id. */
function clickId({ searchParams }: URL): Classified | undefined {
  return lookUp(
    CLICK_IDS,
    [...searchParams].find(([name, value]) => value && lookUp(CLICK_IDS, name))?.[0] || "",
  );
}

/** Whether a URL says that it was reached through a campaign: a click id, or any `utm_` parameter. */
export function hasCampaign(url: URL): boolean {
  return !!clickId(url) || /[?&](fbclid|utm_\w+)=[^&]/.test(url.search);
}

/**
 * Channel of an arrival, decided by the first of: click id, `utm_medium`, `utm_source`, AI assistant,
 * social network, search engine, `fbclid`, other referrer, none.
 *
 * @param from host of the referrer, `""` when there is none
 */
export function channelOf(url: URL, from: string): Classified {
  const value = (name: string) => url.searchParams.get(name) || "";
  const source = lookUp(HOSTS, value("utm_source"));
  let medium = lookUp(MEDIUMS, value("utm_medium"))?.channel;
  // "cpc" bought from a social network is paid social.
  if (medium === "paid_search" && source?.channel === "organic_social") medium = "paid_social";
  const utm = medium || source?.channel;
  return (
    clickId(url) ||
    (utm && { channel: utm, by: medium ? "utm_medium" : "utm_source" }) ||
    lookUp(HOSTS, from) ||
    (value("fbclid")
      ? { channel: "organic_social", by: "fbclid" }
      : { channel: from ? "referral" : "direct", by: from })
  );
}
