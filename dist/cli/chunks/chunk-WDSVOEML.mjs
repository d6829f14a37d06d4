import {
  insideHosts,
  parseUrl
} from "./chunk-HTBAKS4L.mjs";
import {
  MODES,
  matchesHost,
  matchesPattern
} from "./chunk-BN34JTAQ.mjs";

// src/explain/allFeatures.ts
var scope = globalThis;
scope.HAS ??= new Proxy({}, { get: () => true });

// src/page/entry/signs.ts
var SIGNS = {
  paid_search: /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]|^(cpc|ppc|sea|sem|paid|paid.?search)$/,
  // `fbclid` is not among these: it also marks unpaid posts.
  paid_social: /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]|^(paid.?social|social.?(paid|ads))/,
  display: /[?&](dclid)=[^&]|^(display|banner|cpm|retargeting)/,
  ai_assistant: /^(ai|llm|ai.assistant)$|#(?:.*\.)?((chatgpt|openai|deepseek|grok|poe|perplexity|gemini\.google|copilot\.microsoft)\.com|(claude|mistral|meta|duck|perplexity)\.ai|copilot\.cloud\.microsoft)$/,
  // `.android`, `.katana` and `.frontpage` are Android apps. The shortest names are what Meta writes into `utm_source`.
  organic_social: /^(social|sm$|#(fb|ig|msg|an|meta)$)|#(?:.*\.)?((facebook|instagram|linkedin|twitter|reddit|snapchat)\.(com|android|katana|frontpage)|(x|tiktok|youtube|threads|whatsapp)\.com|pinterest\.[a-z.]{2,6}|threads\.net|bsky\.app|lnkd\.in|t\.co|youtu\.be|pin\.it|wa\.me|t\.me)$/,
  // Google and Yahoo without their mail and other services.
  organic_search: /^(organic|seo)$|^#\.?(?:(?:www\.|m\.|images\.|lens\.)?(google)\.(?:com?\.)?[a-z]{2,3}|yahoo\.com|com\.google\.android\.googlequicksearchbox)$|#(?:.*\.)?((bing|duckduckgo|qwant|startpage|baidu|kagi|mojeek|swisscows|search\.(brave|yahoo|aol))\.com|yandex\.[a-z]{2,3}|ya\.ru|(ecosia|lilo|metager)\.org|seznam\.cz|lemoteur\.orange\.fr)$/,
  email: /[?&](mc_[ce]id)=[^&]|^(#?(e.?mail|newsletter)|mail|#(brevo|mailchimp|mailjet))/,
  affiliate: /^affiliat/,
  referral: /^(referral|partner)/
};

// src/page/entry/channelOf.ts
var signIn = (text) => Object.keys(SIGNS).find((channel) => SIGNS[channel].test(text));
function hostOf(referrer) {
  return parseUrl(referrer)?.hostname || "";
}
function hasCampaign({ search }) {
  return !!signIn(search) || /[?&](fbclid|utm_\w+)=[^&]/.test(search);
}
function textsOf({ search, searchParams }, from) {
  const param = (name) => (searchParams.get(name) || "").toLowerCase();
  const source = `#${param("utm_source")}`;
  return [search, param("utm_medium"), source, `${source}.com`, `#.${from}`];
}
function channelOf(url, from) {
  const [click, medium, ...sources] = textsOf(url, from).map(signIn);
  const source = sources.find(Boolean);
  return click || // "cpc" bought from a social network is paid social.
  (medium === "paid_search" && source === "organic_social" ? "paid_social" : medium) || source || (/[?&]fbclid=[^&]/.test(url.search) ? "organic_social" : from ? "referral" : "direct");
}

// src/page/entry/decide.ts
function decide(rules, reference, view) {
  const rule = (url2, host, channel) => {
    const facts = { url: url2, host, channel, view };
    return { ...facts, condition: rules.winner(facts) };
  };
  const url = new URL(view.url);
  const from = hostOf(view.referrer);
  const isInside = from === url.hostname || rules.isInside(from);
  const isOutside = !!from && !isInside || hasCampaign(url);
  const entry = reference ? view.arrival && isOutside : isOutside || !isInside;
  const own = rule(url, from, entry ? channelOf(url, isInside ? "" : from) : "internal");
  const stays = reference && !(entry && (rules.entry === "last" || own.condition?.touch));
  return {
    entry,
    own,
    inForce: stays ? rule(new URL(reference.landing), hostOf(reference.referrer), reference.channel) : own
  };
}

// src/page/entry/isWithinHours.ts
var WEEK = "sat sun mon tue wed thu fri sat";
function isWithinHours({
  tz,
  days = WEEK,
  from = "00:00",
  to = "24:00"
}, at) {
  const now = new Date(at).toLocaleString("en-GB", {
    timeZone: tz || "Europe/Paris",
    dateStyle: "full",
    timeStyle: "short"
  });
  const time = now.slice(-5);
  const today = WEEK.lastIndexOf(now.slice(0, 3).toLowerCase());
  const on = (day) => days.includes(WEEK.slice(day, day + 3));
  return from < to ? on(today) && from <= time && time < to : on(today) && from <= time || on(today - 4) && time < to;
}

// src/page/entry/matches.ts
var DEMANDS = {
  all: (rules, facts) => rules.every((rule) => matches(rule, facts)),
  any: (rules, facts) => rules.some((rule) => matches(rule, facts)),
  not: (rule, facts) => !matches(rule, facts),
  param: (_, __, value) => value,
  is: (wanted, _, value) => value === wanted,
  in: (wanted, _, value) => wanted.includes(value),
  starts: (wanted, _, value) => value.startsWith(wanted),
  contains: (wanted, _, value) => value.includes(wanted),
  like: (wanted, _, value) => matchesPattern(wanted, value),
  referrer: (wanted, { host }) => host && matchesHost(wanted, host),
  channel: (wanted, { channel }) => [wanted].flat().includes(channel),
  landing: (wanted, { url }) => matchesPattern(wanted, url.pathname),
  page: (wanted, { view }) => matchesPattern(wanted, new URL(view.url).pathname),
  pages: ({ min = 0, max = 1 / 0 }, { view }) => view.pages >= min && view.pages <= max,
  language: (wanted, { view }) => view.language.split("-")[0]?.toLowerCase() === wanted.toLowerCase(),
  device: (wanted, { view }) => view.device === wanted,
  hours: (wanted, { view }) => isWithinHours(wanted, view.at)
};
function matches(when, facts) {
  const demands = Object.entries(when);
  const value = facts.url.searchParams.get(when.param) || "";
  return demands.length > 0 && demands.every(
    ([key, wanted]) => Object.hasOwn(DEMANDS, key) && DEMANDS[key]?.(wanted, facts, value)
  );
}

// src/vocabulary/swapsOf.ts
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

// src/explain/channelBy.ts
var NAMES = ["", "utm_medium", "utm_source", "utm_source"];
function channelBy(url, from) {
  const texts = textsOf(url, from);
  const index = texts.findIndex(signIn);
  const text = texts[index] ?? "";
  const channel = signIn(text);
  if (!channel) return /[?&]fbclid=[^&]/.test(url.search) ? "fbclid" : from;
  return NAMES[index] || SIGNS[channel].exec(text)?.slice(1).find(Boolean) || from;
}

// src/explain/explain.ts
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
  const now = (facts2) => ({
    ...facts2,
    view: { ...facts2.view, ...arrival.page && { url: urlOf("page", arrival.page, view.url) } }
  });
  const interpreted = rulesOf(page);
  const rules = { ...interpreted, winner: (facts2) => interpreted.winner(now(facts2)) };
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
  const { entry, inForce } = decide(rules, first, view);
  const { condition, channel, url, host } = inForce;
  const facts = now({ url, host, channel, view });
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
      by: /^(direct|internal)$/.test(channel) ? "" : channelBy(url, host),
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
  ArrivalError,
  explain,
  explainFacts,
  failedLeaf
};
