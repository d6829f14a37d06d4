import type { Channel } from "../channels.ts";
import { paramIn } from "../paramIn.ts";
import { signIn } from "./signIn.ts";
import { SIGNS } from "./signs.ts";

/** A parameter as it is compared; `(not set)` and the like are what reports write for none. */
function read(url: URL, name: string): string {
  const value = (paramIn(url, name) || "").trim().toLowerCase();
  return value[0] === "(" ? "" : value;
}

/** "facebook_ads" as "# facebook ads ". */
const nameText = (name: string) => `# ${name.replace(/[^a-z0-9.]+/g, " ")} `;

/** Where each of `textsOf` stands. */
export const CLICK = 0;
export const MEDIUM = 1;
export const SOURCE = 2;

/**
 * What may bear a sign, in the order in which it decides: click ids, the medium, the source (as a name, as a
 * medium), the medium as a name, the referrer (as a host, as an Android package), what is added to any link.
 *
 * @param from host of the referrer, `""` when there is none
 */
export function textsOf(url: URL, from: string): readonly [string, string, string, ...string[]] {
  const medium = read(url, "utm_medium");
  const source = read(url, "utm_source") || read(url, "utm_source_platform");
  return [
    `?${url.search}`,
    `= ${medium}`,
    nameText(source),
    // A partner's name is no kind of source.
    SIGNS.referral.test(`= ${source}`) ? "" : `= ${source}`,
    nameText(medium),
    `#.${from}`,
    `#.${from.split(".").reverse().join(".")}`,
    `!${url.search}`,
  ];
}

/** Whether a medium says that the click was bought; without one, the source: "google_ads". */
export const isPaid = (medium: string, source: string): boolean =>
  SIGNS.paid_other.test(medium) || (medium === "= " && / ad(s|words)? $/.test(source));

/** A `utm_` parameter that holds more than `(not set)`: group 1. */
export const TAG = /[?&](utm_\w+)=(?!\(|%28)[^&]/;

/** Channel of a click that was bought: its source says which. */
function paidChannel(medium: Channel | undefined, known: Channel | undefined, mediumText: string): Channel {
  if (known === "organic_social") return "paid_social";
  if (medium === "display") return medium;
  if (known === "organic_search") return "paid_search";
  return /^= re\w+ing/.test(mediumText) ? "display" : "paid_other";
}

/**
 * Channel of an arrival, decided by the first of: click id, `utm_medium`, `utm_source`, AI assistant, social
 * network, search engine or webmail, `fbclid`, other referrer, another `utm_` parameter, none.
 *
 * @param from host of the referrer, `""` when there is none
 */
export function channelOf(url: URL, from: string): Channel {
  const texts = textsOf(url, from);
  const [click, medium, source, ...others] = texts.map(signIn);
  if (click) return click;
  if (medium === "display" || isPaid(texts[MEDIUM], texts[SOURCE]))
    return paidChannel(medium, [source, medium, ...others].find(Boolean), texts[MEDIUM]);
  return (
    // "organic" says no more than that it was not bought.
    (medium === "organic_search" && source) ||
    [medium, source, ...others].find(Boolean) ||
    (from ? "referral" : TAG.test(url.search) ? "other" : "direct")
  );
}
