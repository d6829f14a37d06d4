import {
  insideHosts,
  parseUrl
} from "./chunk-HTBAKS4L.mjs";
import {
  MODES,
  matchesHost,
  matchesPattern
} from "./chunk-KH3DYUIC.mjs";

// src/cli/allFeatures.ts
var scope = globalThis;
scope.HAS ??= new Proxy({}, { get: () => true });

// src/page/entry/hosts.ts
var AI_ASSISTANTS = /(?:^|\.)((chatgpt|openai|deepseek|grok|poe)\.com|perplexity\.(ai|com)|(claude|mistral|meta|duck)\.ai|gemini\.google\.com|copilot\.(microsoft\.com|cloud\.microsoft))$/i;
var SOCIAL_NETWORKS = /(?:^|\.)((facebook|instagram|linkedin|twitter|x|tiktok|youtube|reddit|snapchat|threads|whatsapp)\.com|pinterest\.[a-z.]{2,6}|threads\.net|bsky\.app|lnkd\.in|t\.co|youtu\.be|pin\.it|wa\.me|t\.me|(facebook|instagram|linkedin|twitter|reddit|snapchat)\.(android|katana|frontpage))$|^(fb|ig|msg|an|meta)$/i;
var SEARCH_ENGINES = /^(?:(?:www\.|m\.|images\.|lens\.)?(google)\.(?:com?\.)?[a-z]{2,3}|(yahoo\.com|com\.google\.android\.googlequicksearchbox))$|(?:^|\.)((bing|duckduckgo|qwant|startpage|baidu|kagi|mojeek|swisscows|search\.(brave|yahoo|aol))\.com|yandex\.[a-z]{2,3}|ya\.ru|(ecosia|lilo|metager)\.org|seznam\.cz|lemoteur\.orange\.fr)$/i;

// src/page/entry/channelOf.ts
var CLICK_IDS = {
  paid_search: /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]/,
  paid_social: /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]/,
  display: /[?&](dclid)=[^&]/,
  email: /[?&](mc_[ce]id)=[^&]/
};
var MEDIUMS = {
  paid_social: /^paid.?social|^social.?(paid|ads)/i,
  paid_search: /^(cpc|ppc|sea|sem|paid|paid.?search)$/i,
  organic_search: /^(organic|seo)$/i,
  organic_social: /^(social|sm$)/i,
  ai_assistant: /^(ai|llm|ai.assistant)$/i,
  email: /^(e.?mail|mail|newsletter)/i,
  display: /^(display|banner|cpm|retargeting)/i,
  affiliate: /^affiliat/i,
  referral: /^(referral|partner)/i
};
var HOSTS = {
  ai_assistant: AI_ASSISTANTS,
  organic_social: SOCIAL_NETWORKS,
  organic_search: SEARCH_ENGINES
};
var SENDERS = { email: /^(newsletter|e.?mail|brevo|mailchimp|mailjet)/i };
function lookUp(table, text, by) {
  for (const [channel, pattern] of Object.entries(table))
    if (pattern.test(text))
      return { channel, ...{ by: by || pattern.exec(text)?.slice(1).find(Boolean) || text } };
  return void 0;
}
function hostOf(referrer) {
  return parseUrl(referrer)?.hostname || "";
}
function hasCampaign({ search }) {
  return !!lookUp(CLICK_IDS, search) || /[?&](fbclid|utm_\w+)=[^&]/.test(search);
}
function channelOf({ search, searchParams }, from) {
  const param = (name2) => searchParams.get(name2) || "";
  const host = lookUp(HOSTS, from);
  const name = param("utm_source");
  const source = lookUp(HOSTS, name, "utm_source") || lookUp(HOSTS, `${name}.com`, "utm_source") || lookUp(SENDERS, name, "utm_source");
  const medium = lookUp(MEDIUMS, param("utm_medium"), "utm_medium");
  if (medium?.channel === "paid_search" && (source || host)?.channel === "organic_social")
    medium.channel = "paid_social";
  return lookUp(CLICK_IDS, search) || medium || source || host || (param("fbclid") ? { channel: "organic_social", ...{ by: "fbclid" } } : { channel: from ? "referral" : "direct", ...{ by: from } });
}

// src/page/entry/decide.ts
function decide(rules, reference, view) {
  const rule = (url2, host2, classified2) => {
    const facts = { url: url2, host: host2, channel: classified2.channel, view };
    return { ...classified2, condition: rules.winner(facts), ...{ facts } };
  };
  const url = new URL(view.url);
  const from = hostOf(view.referrer);
  const isInside = from === url.hostname || rules.isInside(from);
  const isOutside = !!from && !isInside || hasCampaign(url);
  const entry = reference ? view.arrival && isOutside : isOutside || !isInside;
  const own = rule(url, from, entry ? channelOf(url, isInside ? "" : from) : { channel: "internal" });
  if (!reference || entry && (rules.entry === "last" || own.condition?.touch))
    return { entry, own, inForce: own };
  const landing = new URL(reference.landing);
  const host = hostOf(reference.referrer);
  const { channel } = reference;
  const classified = true ? { ...channelOf(landing, host), channel } : { channel };
  return { entry, own, inForce: rule(landing, host, classified) };
}

// src/page/entry/isWithinHours.ts
var DAYS = "sun mon tue wed thu fri sat".split(" ");
function isWithinHours({
  tz,
  days = DAYS,
  from = "00:00",
  to = "24:00"
}, at) {
  const [, name = "", time = ""] = /^(\w+)\W+(\d+:\d+)/.exec(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: tz || "Europe/Paris",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23"
    }).format(at)
  ) || [];
  const today = DAYS.indexOf(name.toLowerCase());
  const on = (day) => days.includes(DAYS[(day + 7) % 7]);
  return from < to ? on(today) && from <= time && time < to : on(today) && from <= time || on(today - 1) && time < to;
}

// src/page/entry/matches.ts
function compares({ is, in: values, starts, contains, like }, value) {
  return (is === void 0 || value === is) && (!values || values.includes(value)) && value.startsWith(starts || "") && value.includes(contains || "") && (like === void 0 || matchesPattern(like, value));
}
var pageOf = ({ url, page }) => new URL(page || url);
function matches(when, facts) {
  const { url, host, view } = facts;
  if ("all" in when) return when.all.every((child) => matches(child, facts));
  if ("any" in when) return when.any.some((child) => matches(child, facts));
  if ("not" in when) return !matches(when.not, facts);
  if ("param" in when) {
    const value = url.searchParams.get(when.param);
    return !!value && compares(when, value);
  }
  if ("referrer" in when) return !!host && matchesHost(when.referrer, host);
  if ("channel" in when) return [when.channel].flat().includes(facts.channel);
  if ("landing" in when) return matchesPattern(when.landing, url.pathname);
  if ("page" in when) return matchesPattern(when.page, pageOf(view).pathname);
  if ("pages" in when) {
    const { min = 0, max = 1 / 0 } = when.pages;
    return view.pages >= min && view.pages <= max;
  }
  if ("language" in when) return view.language.split("-")[0]?.toLowerCase() === when.language.toLowerCase();
  if ("device" in when) return view.device === when.device;
  return "hours" in when && isWithinHours(when.hours, view.at);
}

// src/page/entry/swapsOf.ts
function swapsOf({ numbers }, condition) {
  return numbers.flatMap(({ id, number, tracked: fallback }) => {
    const tracked = condition?.numbers[id] || fallback;
    return tracked ? { number, tracked } : [];
  });
}

// src/page/entry/rulesOf.ts
function rulesOf(site) {
  const { params, conditions, entry } = site;
  const inside = insideHosts(site);
  return {
    isInside: (host) => inside.some((own) => matchesHost(own, host)),
    keeps: (name) => params.some((pattern) => matchesPattern(pattern, name)),
    keepsAsItIs: (name) => params.includes(name),
    winner: (facts) => conditions.find(({ when }) => matches(when, facts)),
    image: (src) => site.images.find((image) => matchesPattern(image.src, src)),
    always: swapsOf(site),
    entry
  };
}

// src/cli/explain.ts
var ArrivalError = class extends Error {
  name = "ArrivalError";
  field;
  constructor(field, message) {
    super(message);
    this.field = field;
  }
};
function explain(site, arrival) {
  return explainFacts(site, arrival).explanation;
}
function explainFacts(site, arrival) {
  const page = {
    ...site,
    plans: {},
    conditions: MODES[site.mode].conditions ? site.conditions : []
  };
  const view = viewOf(site, arrival);
  const rules = rulesOf(page);
  const firstView = arrival.first_url && {
    ...view,
    url: urlOf("first_url", arrival.first_url, baseOf(site)),
    referrer: referrerOf("first_referrer", arrival.first_referrer),
    pages: 1
  };
  const first = firstView ? {
    landing: firstView.url,
    referrer: firstView.referrer,
    channel: decide(rules, void 0, firstView).own.channel
  } : void 0;
  if (!arrival.first_url && arrival.first_referrer)
    throw new ArrivalError("first_referrer", "a first referrer goes with a first URL");
  const {
    entry,
    inForce: { channel, by = "", condition, facts }
  } = decide(rules, first, view);
  const tried = [];
  for (const { id, when } of page.conditions) {
    const failed = failedLeaf(when, facts);
    tried.push({ id, matched: failed === null, failed });
    if (failed === null) break;
  }
  return {
    explanation: {
      entry,
      channel,
      by,
      source: condition?.source ?? channel,
      condition: condition?.id ?? "",
      to_swap: swapsOf(page, condition),
      tried
    },
    facts
  };
}
function failedLeaf(when, facts) {
  if (matches(when, facts)) return null;
  if ("all" in when) {
    const child = when.all.find((one) => !matches(one, facts));
    return child ? failedLeaf(child, facts) : when;
  }
  if ("any" in when) {
    const child = when.any.at(-1);
    return child ? failedLeaf(child, facts) : when;
  }
  return when;
}
function viewOf(site, arrival) {
  const url = urlOf("url", arrival.url, baseOf(site));
  const pages = arrival.pages ?? 1;
  if (!Number.isInteger(pages) || pages < 1)
    throw new ArrivalError("pages", "the number of pages is a whole number from 1");
  const device = arrival.device ?? "desktop";
  if (device !== "desktop" && device !== "mobile")
    throw new ArrivalError("device", 'the device is "mobile" or "desktop"');
  return {
    url,
    referrer: referrerOf("referrer", arrival.referrer),
    arrival: true,
    ...arrival.page ? { page: urlOf("page", arrival.page, url) } : {},
    pages,
    at: timeOf(arrival.at),
    language: arrival.language ?? "",
    device
  };
}
var baseOf = (site) => site.origins.find((origin) => !origin.includes("*")) ?? "https://site.invalid";
function urlOf(field, value, base) {
  const url = URL.canParse(value, base) ? new URL(value, base) : void 0;
  if (!value || !url || !/^https?:$/.test(url.protocol))
    throw new ArrivalError(field, `"${value}" is no URL of a page: https://host/path, or /path`);
  return url.href;
}
function referrerOf(field, value = "") {
  if (!value || value === "direct") return "";
  const written = value.includes("://") ? value : `https://${value}`;
  if (/\s/.test(value) || !URL.canParse(written) || !new URL(written).hostname)
    throw new ArrivalError(field, `"${value}" is no referrer: https://host/path, or nothing`);
  return new URL(written).href;
}
function timeOf(value) {
  const given = typeof value === "string" && /^\d{13}$/.test(value) ? Number(value) : value;
  const at = given === void 0 || given === "" ? Date.now() : new Date(given).getTime();
  if (Number.isNaN(at)) throw new ArrivalError("at", `"${value}" is no date: 2026-11-22T09:30:00+01:00`);
  return at;
}

export {
  pageOf,
  ArrivalError,
  explain,
  explainFacts,
  failedLeaf
};
