/**
 * Signs of each channel in what an arrival brings with it, told apart by the first character: `?` a query,
 * with click ids; `#` a `utm_source`, `#.` the host of a referrer; anything else a `utm_medium`. In lower case,
 * but for the query.
 *
 * Hosts are our own short list of the sites that matter in Europe, as of 2026-11. Each stands for itself and its
 * subdomains, or for a source of that name; names that are also common words only with their own top-level domain.
 */
export const SIGNS = {
  paid_search:
    /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]|^(cpc|ppc|sea|sem|paid|paid.?search)$/,
  // `fbclid` is not among these: it also marks unpaid posts.
  paid_social: /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]|^(paid.?social|social.?(paid|ads))/,
  display: /[?&](dclid)=[^&]|^(display|banner|cpm|retargeting)/,
  ai_assistant:
    /^(ai|llm|ai.assistant)$|#(?:.*\.)?((chatgpt|openai|deepseek|grok|poe|perplexity|gemini\.google|copilot\.microsoft)\.com|(claude|mistral|meta|duck|perplexity)\.ai|copilot\.cloud\.microsoft)$/,
  // `.android`, `.katana` and `.frontpage` are Android apps. The shortest names are what Meta writes into `utm_source`.
  organic_social:
    /^(social|sm$|#(fb|ig|msg|an|meta)$)|#(?:.*\.)?((facebook|instagram|linkedin|twitter|reddit|snapchat)\.(com|android|katana|frontpage)|(x|tiktok|youtube|threads|whatsapp)\.com|pinterest\.[a-z.]{2,6}|threads\.net|bsky\.app|lnkd\.in|t\.co|youtu\.be|pin\.it|wa\.me|t\.me)$/,
  // Google and Yahoo without their mail and other services.
  organic_search:
    /^(organic|seo)$|^#\.?(?:(?:www\.|m\.|images\.|lens\.)?(google)\.(?:com?\.)?[a-z]{2,3}|yahoo\.com|com\.google\.android\.googlequicksearchbox)$|#(?:.*\.)?((bing|duckduckgo|qwant|startpage|baidu|kagi|mojeek|swisscows|search\.(brave|yahoo|aol))\.com|yandex\.[a-z]{2,3}|ya\.ru|(ecosia|lilo|metager)\.org|seznam\.cz|lemoteur\.orange\.fr)$/,
  email: /[?&](mc_[ce]id)=[^&]|^(#?(e.?mail|newsletter)|mail|#(brevo|mailchimp|mailjet))/,
  affiliate: /^affiliat/,
  referral: /^(referral|partner)/,
};
