/**
 * Host tables for channels: our own short lists of the sites that matter in Europe, as of 2026-11.
 * A name stands for itself under any top-level domain; one that ends in a dot and more is taken whole.
 */

/** Any subdomain. */
export const AI_ASSISTANTS =
  "chatgpt|openai|perplexity|claude|gemini.google|copilot.microsoft|mistral|deepseek|grok|meta.ai|duck.ai|poe";

/** Any subdomain. */
export const SOCIAL_NETWORKS =
  "facebook|instagram|linkedin|lnkd.in|t.co|twitter|x.com|tiktok|youtube|youtu.be|pinterest|pin.it|reddit|snapchat|threads|bsky|whatsapp|wa.me|t.me";

/** With nothing before them but `www`, `m` or what ends in `search`: mail.google.com is none. */
export const SEARCH_ENGINES =
  "google|bing|yahoo|duckduckgo|qwant|ecosia|brave|yandex|startpage|lilo|baidu|com.google.android.googlequicksearchbox";
