/**
 * Hosts by channel: our own short lists of the sites that matter in Europe, as of 2026-11. A name stands
 * for itself under any top-level domain; one that holds a dot is taken whole.
 */
const ANY_TLD = "(?:\\.[a-z]{2,4}){0,2}$";

const hosts = (before: string, names: string) => new RegExp(`^(?:${before})?(${names})${ANY_TLD}`, "i");

export const AI_ASSISTANTS = /* @__PURE__ */ hosts(
  ".*\\.",
  "chatgpt|openai|perplexity|claude|gemini.google|copilot.microsoft|mistral|deepseek|grok|meta.ai|duck.ai|poe",
);

export const SOCIAL_NETWORKS = /* @__PURE__ */ hosts(
  ".*\\.",
  "facebook|instagram|linkedin|lnkd.in|t.co|twitter|x.com|tiktok|youtube|youtu.be|pinterest|pin.it|reddit|snapchat|threads|bsky|whatsapp|wa.me|t.me",
);

/** With nothing before them but `www`, `m` or what ends in `search`: mail.google.com is none. */
export const SEARCH_ENGINES = /* @__PURE__ */ hosts(
  "(?:.*\\.)?(?:www|m|search)\\.",
  "google|bing|yahoo|duckduckgo|qwant|ecosia|brave|yandex|startpage|lilo|baidu|com.google.android.googlequicksearchbox",
);
