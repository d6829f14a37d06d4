import { type Channel, isWithoutSource } from "../../vocabulary/channels.ts";
import { parseUrl } from "../../vocabulary/parseUrl.ts";
import { SIGNS } from "./signs.ts";

/** Whether a text is the name of a channel. */
export const isChannel = (name: string): boolean => Object.hasOwn(SIGNS, name) || isWithoutSource(name);

/** The channel whose sign a text bears. */
export const signIn = (text: string): Channel | undefined =>
  (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).find((channel) => SIGNS[channel].test(text));

/** Host of a referrer, `""` when there is none or it cannot be read. */
export function hostOf(referrer: string): string {
  return parseUrl(referrer)?.hostname || "";
}

/** Whether a URL says that it was reached through a campaign: a click id, or any `utm_` parameter. */
export function hasCampaign({ search }: URL): boolean {
  return !!signIn(search) || /[?&](fbclid|utm_\w+)=[^&]/.test(search);
}

/** What may bear a sign, in the order in which it decides; its first character tells what it is (`SIGNS`). */
export function textsOf({ search, searchParams }: URL, from: string): string[] {
  const param = (name: string) => (searchParams.get(name) || "").toLowerCase();
  const source = `#${param("utm_source")}`;
  return [search, param("utm_medium"), source, `${source}.com`, `#.${from}`];
}

/**
 * Channel of an arrival, decided by the first of: click id, `utm_medium`, `utm_source`, AI assistant,
 * social network, search engine, `fbclid`, other referrer, none.
 *
 * @param from host of the referrer, `""` when there is none
 */
export function channelOf(url: URL, from: string): Channel {
  const [click, medium, ...sources] = textsOf(url, from).map(signIn);
  const source = sources.find(Boolean);
  return (
    click ||
    // "cpc" bought from a social network is paid social.
    (medium === "paid_search" && source === "organic_social" ? "paid_social" : medium) ||
    source ||
    (/[?&]fbclid=[^&]/.test(url.search) ? "organic_social" : from ? "referral" : "direct")
  );
}
