// Written by `npm run build`: do not edit.
/**
 * Signs of each channel in what an arrival brings with it, told apart by the first character (`textsOf`): `?` a
 * query, with click ids; `!` a query, with what platforms add to any link; `=` a medium; `#` a name or a host.
 * In lower case, but for the queries. Made of `signs.table.ts`.
 */
export const SIGNS = {
  paid_search: /^\?.*[?&](gclid|gbraid|wbraid|msclkid|gad_source|gad_campaignid|yclid)=[^&]/,
  paid_social: /^\?.*[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid|sccid)=[^&]/,
  paid_other:
    /^=(?: (?:ppc$|sea$|sem$|re.*eting|pmax$|sponso)|.*(?:cp|payant)|.*[^a-z](?:paid|ads(?![a-z])))/,
  display: /^\?.*[?&](dclid)=[^&]|^= (?:display|bann|cpm$|expandable|interstitial|programmati)/,
  ai_assistant:
    /^= (?:gen.?ai(?![a-z])|ai(?![a-z])|ia(?![a-z])|llm(?![a-z]))|^# (?:claude|gemini|mistral)(?: ads?)? $|^#.*[ .](?:(chatgpt|openai|perplexity|deepseek|copilot|grok|lechat)(?:ads?)?(?: |\.[a-z.]{2,6}(?: |$))|((?:claude|mistral|meta|duck|iask)\.ai|(?:claude|claude\.anthropic|you|poe|phind|copilot\.microsoft)\.com|(?:gemini|bard|bard\.apps\.android|notebooklm)\.google\.com|(?:m365|copilot)\.cloud\.microsoft|lumo\.proton\.me|le\.chat)(?: |$))/,
  organic_social:
    /^=(?: (?:sm$|r.seau)|.*social)|^# (?:an|msg|th|x|li)(?: ads?)? $|^#.* (?:fb|ig|fbig|insta|meta|snap|tt|yt)(?:ads?)? |^#.*[ .](?:(facebook|instagram|linkedin|twitter|reddit|snapchat|tiktok|youtube|threads|whatsapp|telegram|messenger|pinterest|tumblr|quora|nextdoor|mastodon|bluesky|discord|xing|zhiliaoapp)(?:ads?)?(?: |\.[a-z.]{2,6}(?: |$))|((?:x|fb|vk|youtube\.android\.google)\.com|(?:wa|t|m|fb)\.me|bsky\.app|lnkd\.in|t\.co|youtu\.be|(?:redd|pin)\.it|blueskyweb\.xyz)(?: |$))|^!.*[?&](fbclid|igshid|igsh)=[^&]/,
  email:
    /^\?.*[?&](mc_cid|mc_eid)=[^&]|^=(?: (?:mail(?![a-z])|mails$|mailing|newsletter|courriel|infolettre)|.*e.?mail)|^#.* (?:brevo|mailchimp|mailjet|sarbacane)(?:ads?)? |^#.*[ .](?:mail|webmail|email|gmail|protonmail|fastmail|mailo|outlook|messagerie|zimbra|roundcube|poczta|posteo|icloud|tuta|navigator\.gmx|navigator-bs\.gmx|navigator\.web|deref-gmx|deref-web-|gm\.android\.google)(?:\d+[a-z]?)?\./,
  organic_search:
    /^=(?: (?:organic|seo$|sea$|sem$)|.*search)|^#.* (?:gmb|gbp|gads|google.*|adwords|microsoft|yahoo)(?:ads?)? |^#[ .](?:(?:www\.|m\.|images\.|lens\.|maps\.|googlequicksearchbox\.android\.)?(google)\.(?:com?\.)?[a-z]{2,3}|(?:www\.|fr\.)?(yahoo)\.com)(?: |$)|^#.*[ .](?:(bing|duckduckgo|qwant|ecosia|startpage|baidu|kagi|mojeek|swisscows|yandex|seznam|metager|lilo|presearch|naver|search\.yahoo|search\.brave|search\.aol|suche\.web|suche\.gmx|suche\.t-online|lemoteur\.orange)(?:ads?)?(?: |\.[a-z.]{2,6}(?: |$))|((?:ask|so|bing\.microsoft)\.com|syndicatedsearch\.goog|ya\.ru)(?: |$))|^!.*[?&](srsltid)=[^&]/,
  sms: /^=(?: (?:mms$|text$)|.*[^a-z]sms(?![a-z]))/,
  push: /^=(?: push(?![a-z])|.*push$|.*[^a-z]notification)|^#.* firebase(?:ads?)? /,
  offline:
    /^=(?: (?:print(?![a-z])|flyer|d.pliant|brochure|prospectus|poster|affiche|billboard|radio|ctv$|t.l.vision|audio(?![a-z])|podcast|direct.?mail|courrier|catalog|magazine|presse|offline)|.*qr.?code|.*[^a-z](?:qr(?![a-z])|tv(?![a-z])))/,
  affiliate: /^\?.*[?&](awc)=[^&]|^= affili|^#.* awin(?:ads?)? /,
  referral: /^= (?:referr|partner|parten|link$|app$|annuaire|director)/,
};
