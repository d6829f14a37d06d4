import type { Channel } from "../channels.ts";

/** Hosts: each of the names with each of the ends, such as `facebook` and `com`. */
export interface Hosts {
  names: readonly string[];
  /** `{country}`, `{national}` and `{domain}` are parts of expressions (`build/signs.ts`). */
  ends: readonly string[];
  /** With these subdomains, or with none. Without it: with all. */
  under?: readonly string[];
}

/**
 * The signs of one channel. In a medium or a source a `-` is any character or none, a `_` any character, a `~` at
 * either end the border of a word, a `*` any run of characters. All in lower case, but for parameters.
 */
export interface Signs {
  /** Query parameters that a platform adds to a click that was bought, or sent. */
  clicks?: readonly string[];
  /** Query parameters that a platform adds to any link: they decide after the referrer. */
  shares?: readonly string[];
  /** Values of `utm_medium`, or of a `utm_source` that is nothing else. */
  mediums?: readonly string[];
  /** The whole of a `utm_source`. */
  sources?: readonly string[];
  /** One of the words of a `utm_source`, with `ads` or without: what advertisers write. */
  words?: readonly string[];
  /** Such a word, and the host of that name in any domain. */
  names?: readonly string[];
  /** The host of a referrer, or a `utm_source` that is one. */
  hosts?: readonly Hosts[];
  /** A part of a host, with digits and a letter after it or none: Orange's "webmail1n". */
  labels?: readonly string[];
}

/**
 * What tells each channel, in the order in which they are looked through; the build makes `signs.ts` of it.
 *
 * Hosts are our own short list of the sites that matter in Europe, as of 2026-12. Each stands for itself and its
 * subdomains. An Android package is a host written backwards: "com.facebook.katana" is told by "facebook.com".
 * Names that are also common words stand among the hosts, with their own domain.
 */
export const SIGNS_TABLE: Readonly<Record<Exclude<Channel, "direct" | "internal" | "other">, Signs>> = {
  paid_search: {
    clicks: ["gclid", "gbraid", "wbraid", "msclkid", "gad_source", "gad_campaignid", "yclid"],
  },
  paid_social: {
    // `fbclid` is not among these: it also marks unpaid posts.
    clicks: ["ttclid", "twclid", "li_fat_id", "rdt_cid", "epik", "ScCid", "sccid"],
  },
  // Paid, and its source says what for (`channelOf`).
  paid_other: {
    mediums: ["*cp*", "ppc", "sea", "sem", "~paid*", "re*eting*", "pmax", "~ads~", "sponso*", "*payant*"],
  },
  display: {
    clicks: ["dclid"],
    mediums: ["display*", "bann*", "cpm", "expandable*", "interstitial*", "programmati*"],
  },
  ai_assistant: {
    mediums: ["gen-ai~", "ai~", "ia~", "llm~"],
    sources: ["claude", "gemini", "mistral"],
    names: ["chatgpt", "openai", "perplexity", "deepseek", "copilot", "grok", "lechat"],
    hosts: [
      { names: ["claude", "mistral", "meta", "duck", "iask"], ends: ["ai"] },
      { names: ["claude", "claude.anthropic", "you", "poe", "phind", "copilot.microsoft"], ends: ["com"] },
      { names: ["gemini", "bard", "bard.apps.android", "notebooklm"], ends: ["google.com"] },
      { names: ["m365", "copilot"], ends: ["cloud.microsoft"] },
      { names: ["lumo"], ends: ["proton.me"] },
      { names: ["le"], ends: ["chat"] },
    ],
  },
  organic_social: {
    shares: ["fbclid", "igshid", "igsh"],
    mediums: ["*social*", "sm", "r_seau*"],
    // What Meta writes into `utm_source`, and short names.
    sources: ["an", "msg", "th", "x", "li"],
    words: ["fb", "ig", "fbig", "insta", "meta", "snap", "tt", "yt"],
    names: [
      "facebook",
      "instagram",
      "linkedin",
      "twitter",
      "reddit",
      "snapchat",
      "tiktok",
      "youtube",
      "threads",
      "whatsapp",
      "telegram",
      "messenger",
      "pinterest",
      "tumblr",
      "quora",
      "nextdoor",
      "mastodon",
      "bluesky",
      "discord",
      "xing",
      // TikTok's app.
      "zhiliaoapp",
    ],
    hosts: [
      { names: ["x", "fb", "vk", "youtube.android.google"], ends: ["com"] },
      { names: ["wa", "t", "m", "fb"], ends: ["me"] },
      { names: ["bsky"], ends: ["app"] },
      { names: ["lnkd"], ends: ["in"] },
      { names: ["t"], ends: ["co"] },
      { names: ["youtu"], ends: ["be"] },
      { names: ["redd", "pin"], ends: ["it"] },
      { names: ["blueskyweb"], ends: ["xyz"] },
    ],
  },
  // Before the search engines: some have a webmail, and no other host has such a part.
  email: {
    clicks: ["mc_cid", "mc_eid"],
    mediums: ["*e-mail*", "mail~", "mails", "mailing*", "newsletter*", "courriel*", "infolettre*"],
    words: ["brevo", "mailchimp", "mailjet", "sarbacane"],
    labels: [
      "mail",
      "webmail",
      "email",
      "gmail",
      "protonmail",
      "fastmail",
      "mailo",
      "outlook",
      "messagerie",
      "zimbra",
      "roundcube",
      "poczta",
      "posteo",
      "icloud",
      "tuta",
      "navigator.gmx",
      "navigator-bs.gmx",
      "navigator.web",
      // GMX and WEB.DE send every click through these.
      "deref-gmx",
      "deref-web-",
      // Gmail's app.
      "gm.android.google",
    ],
  },
  organic_search: {
    // Free listings of Google's Merchant Center.
    shares: ["srsltid"],
    mediums: ["organic*", "seo", "*search*", "sea", "sem"],
    words: ["gmb", "gbp", "gads", "google*", "adwords", "microsoft", "yahoo"],
    names: [
      "bing",
      "duckduckgo",
      "qwant",
      "ecosia",
      "startpage",
      "baidu",
      "kagi",
      "mojeek",
      "swisscows",
      "yandex",
      "seznam",
      "metager",
      "lilo",
      "presearch",
      "naver",
      "search.yahoo",
      "search.brave",
      "search.aol",
      "suche.web",
      "suche.gmx",
      "suche.t-online",
      "lemoteur.orange",
    ],
    hosts: [
      // Google and Yahoo without their mail and other services.
      {
        names: ["google"],
        ends: ["{national}"],
        under: ["www", "m", "images", "lens", "maps", "googlequicksearchbox.android"],
      },
      { names: ["yahoo"], ends: ["com"], under: ["www", "fr"] },
      { names: ["ask", "so", "bing.microsoft"], ends: ["com"] },
      { names: ["syndicatedsearch"], ends: ["goog"] },
      { names: ["ya"], ends: ["ru"] },
    ],
  },
  sms: { mediums: ["~sms~", "mms", "text"] },
  push: { mediums: ["push~", "*push", "~notification*"], words: ["firebase"] },
  offline: {
    mediums: [
      "~qr~",
      "*qr-code*",
      "print~",
      "flyer*",
      "d_pliant*",
      "brochure*",
      "prospectus*",
      "poster*",
      "affiche*",
      "billboard*",
      "radio*",
      "~tv~",
      "ctv",
      "t_l_vision*",
      "audio~",
      "podcast*",
      "direct-mail*",
      "courrier*",
      "catalog*",
      "magazine*",
      "presse*",
      "offline*",
    ],
  },
  affiliate: { clicks: ["awc"], mediums: ["affili*"], words: ["awin"] },
  referral: { mediums: ["referr*", "partner*", "parten*", "link", "app", "annuaire*", "director*"] },
};
