/**
 * Hosts by channel: our own short lists of the sites that matter in Europe, as of 2026-11. Each stands for
 * itself and its subdomains; names that are also common words only with their own top-level domain.
 */
export const AI_ASSISTANTS =
  /(?:^|\.)((chatgpt|openai|deepseek|grok|poe)\.com|perplexity\.(ai|com)|(claude|mistral|meta|duck)\.ai|gemini\.google\.com|copilot\.(microsoft\.com|cloud\.microsoft))$/i;

/** The last but one are Android apps, the last what Meta writes into `utm_source`. */
export const SOCIAL_NETWORKS =
  /(?:^|\.)((facebook|instagram|linkedin|twitter|x|tiktok|youtube|reddit|snapchat|threads|whatsapp)\.com|pinterest\.[a-z.]{2,6}|threads\.net|bsky\.app|lnkd\.in|t\.co|youtu\.be|pin\.it|wa\.me|t\.me|(facebook|instagram|linkedin|twitter|reddit|snapchat)\.(android|katana|frontpage))$|^(fb|ig|msg|an|meta)$/i;

/** Google without its mail and other services. */
export const SEARCH_ENGINES =
  /^(?:(?:www\.|m\.|images\.|lens\.)?(google)\.(?:com?\.)?[a-z]{2,3}|(yahoo\.com|com\.google\.android\.googlequicksearchbox))$|(?:^|\.)((bing|duckduckgo|qwant|startpage|baidu|kagi|mojeek|swisscows|search\.(brave|yahoo|aol))\.com|yandex\.[a-z]{2,3}|ya\.ru|(ecosia|lilo|metager)\.org|seznam\.cz|lemoteur\.orange\.fr)$/i;
