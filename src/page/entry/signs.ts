// Written by `npm run build`: do not edit.
/**
 * Signs of each channel in what an arrival brings with it, told apart by the first character: `?` a query,
 * with click ids; `#` a `utm_source`, `#.` the host of a referrer; anything else a `utm_medium`. In lower case,
 * but for the query. Made of `signs.table.ts`.
 */
export const SIGNS = {
  paid_search:
    /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]|^(cpc|ppc|sea|sem|paid|paid.?search)$/,
  paid_social:
    /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]|^(paid.?social|social.?paid|social.?ads)/,
  display: /[?&](dclid)=[^&]|^(display|banner|cpm|retargeting)/,
  ai_assistant:
    /^(ai|llm|ai.assistant)$|^#(?:.*\.)?((chatgpt|openai|deepseek|grok|poe|perplexity|gemini\.google|copilot\.microsoft)\.com|(claude|mistral|meta|duck|perplexity)\.ai|copilot\.cloud\.microsoft)$/,
  organic_social:
    /^(social|sm$)|^#(fb|ig|msg|an|meta)$|^#(?:.*\.)?((facebook|instagram|linkedin|twitter|reddit|snapchat)\.(com|android|katana|frontpage)|(x|tiktok|youtube|threads|whatsapp)\.com|pinterest\.[a-z.]{2,6}|threads\.net|bsky\.app|lnkd\.in|t\.co|youtu\.be|pin\.it|(wa|t)\.me)$/,
  organic_search:
    /^(organic|seo)$|^#\.?(?:(?:www\.|m\.|images\.|lens\.)?(google)\.(?:com?\.)?[a-z]{2,3}|yahoo\.com|com\.google\.android\.googlequicksearchbox)$|^#(?:.*\.)?((bing|duckduckgo|qwant|startpage|baidu|kagi|mojeek|swisscows|search\.brave|search\.yahoo|search\.aol)\.com|yandex\.[a-z]{2,3}|ya\.ru|(ecosia|lilo|metager)\.org|seznam\.cz|lemoteur\.orange\.fr)$/,
  email: /[?&](mc_cid|mc_eid)=[^&]|^(e.?mail|newsletter|mail)|^#(e.?mail|newsletter|brevo|mailchimp|mailjet)/,
  affiliate: /^affiliat/,
  referral: /^(referral|partner)/,
};
