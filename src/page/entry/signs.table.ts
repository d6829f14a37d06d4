import type { Channel } from "../../vocabulary/channels.ts";

/** Hosts: each of the names with each of the ends, such as `facebook` and `com`. */
export interface Hosts {
  names: readonly string[];
  /** `{country}`, `{national}` and `{domain}` are parts of expressions (`build/signs.ts`). */
  ends: readonly string[];
  /** With these subdomains, or with none. Without it: with all. */
  under?: readonly string[];
}

/**
 * The signs of one channel. A `-` in a word is any character or none, a `_` any
 * character; a `*` at its end any run of them.
 * All in lower case, but for the query.
 */
export interface Signs {
  /** Query parameters that a platform adds to a click. */
  clicks?: readonly string[];
  /** Values of `utm_medium`. */
  mediums?: readonly string[];
  /** Values of `utm_source`, besides the hosts and their names. */
  sources?: readonly string[];
  /** The host of a referrer, or a `utm_source` of that name or host. */
  hosts?: readonly Hosts[];
}

/**
 * What tells each channel, in the order in which they are looked through; the build makes `signs.ts` of it.
 *
 * Hosts are our own short list of the sites that matter in Europe, as of 2026-11. Each stands for itself and its
 * subdomains, or for a source of that name; names that are also common words only with their own top-level domain.
 */
export const SIGNS_TABLE: Readonly<Record<Exclude<Channel, "direct" | "internal">, Signs>> = {
  paid_search: {
    clicks: ["gclid", "gbraid", "wbraid", "msclkid", "gad_source", "yclid"],
    mediums: ["cpc", "ppc", "sea", "sem", "paid", "paid-search"],
  },
  paid_social: {
    // `fbclid` is not among these: it also marks unpaid posts.
    clicks: ["ttclid", "twclid", "li_fat_id", "rdt_cid", "epik", "ScCid"],
    mediums: ["paid-social*", "social-paid*", "social-ads*"],
  },
  display: {
    clicks: ["dclid"],
    mediums: ["display*", "banner*", "cpm*", "retargeting*"],
  },
  ai_assistant: {
    mediums: ["ai", "llm", "ai_assistant"],
    hosts: [
      {
        names: [
          "chatgpt",
          "openai",
          "deepseek",
          "grok",
          "poe",
          "perplexity",
          "gemini.google",
          "copilot.microsoft",
        ],
        ends: ["com"],
      },
      { names: ["claude", "mistral", "meta", "duck", "perplexity"], ends: ["ai"] },
      { names: ["copilot.cloud"], ends: ["microsoft"] },
    ],
  },
  organic_social: {
    mediums: ["social*", "sm"],
    // The shortest names are what Meta writes into `utm_source`.
    sources: ["fb", "ig", "msg", "an", "meta"],
    hosts: [
      {
        names: ["facebook", "instagram", "linkedin", "twitter", "reddit", "snapchat"],
        // `.android`, `.katana` and `.frontpage` are Android apps.
        ends: ["com", "android", "katana", "frontpage"],
      },
      { names: ["x", "tiktok", "youtube", "threads", "whatsapp"], ends: ["com"] },
      { names: ["pinterest"], ends: ["{domain}"] },
      { names: ["threads"], ends: ["net"] },
      { names: ["bsky"], ends: ["app"] },
      { names: ["lnkd"], ends: ["in"] },
      { names: ["t"], ends: ["co"] },
      { names: ["youtu"], ends: ["be"] },
      { names: ["pin"], ends: ["it"] },
      { names: ["wa", "t"], ends: ["me"] },
    ],
  },
  organic_search: {
    mediums: ["organic", "seo"],
    hosts: [
      // Google and Yahoo without their mail and other services.
      { names: ["google"], ends: ["{national}"], under: ["www", "m", "images", "lens"] },
      { names: ["yahoo"], ends: ["com"], under: [] },
      { names: ["com.google.android"], ends: ["googlequicksearchbox"], under: [] },
      {
        names: [
          "bing",
          "duckduckgo",
          "qwant",
          "startpage",
          "baidu",
          "kagi",
          "mojeek",
          "swisscows",
          "search.brave",
          "search.yahoo",
          "search.aol",
        ],
        ends: ["com"],
      },
      { names: ["yandex"], ends: ["{country}"] },
      { names: ["ya"], ends: ["ru"] },
      { names: ["ecosia", "lilo", "metager"], ends: ["org"] },
      { names: ["seznam"], ends: ["cz"] },
      { names: ["lemoteur.orange"], ends: ["fr"] },
    ],
  },
  email: {
    clicks: ["mc_cid", "mc_eid"],
    mediums: ["e-mail*", "newsletter*", "mail*"],
    sources: ["e-mail*", "newsletter*", "brevo*", "mailchimp*", "mailjet*"],
  },
  affiliate: { mediums: ["affiliat*"] },
  referral: { mediums: ["referral*", "partner*"] },
};
