import {
  matchesHost,
  matchesPattern
} from "./chunk-RUV3WOE7.mjs";
import {
  MODES
} from "./chunk-6FRGE2RX.mjs";

// src/cli/allFeatures.ts
var scope = globalThis;
scope.HAS ??= new Proxy({}, { get: () => true });

// src/page/entry/campaigns.ts
var CLICK_IDS = {
  paid_search: "gclid|gbraid|wbraid|msclkid|gad_source|yclid",
  paid_social: "ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid",
  display: "dclid",
  email: "mc_cid|mc_eid"
};
var MEDIUMS = {
  paid_search: "cpc|ppc|sea|sem|paid|paidsearch",
  paid_social: "paidsocial|socialpaid|socialads",
  organic_search: "organic|seo",
  organic_social: "social|socialmedia|socialnetwork|sm",
  ai_assistant: "ai|llm|aiassistant",
  email: "email|mail|newsletter|emailing",
  display: "display|banner|cpm|retargeting",
  affiliate: "affiliate|affiliation",
  referral: "referral|partner"
};

// src/page/entry/hosts.ts
var AI_ASSISTANTS = "chatgpt|openai|perplexity|claude|gemini.google|copilot.microsoft|mistral|deepseek|grok|meta.ai|duck.ai|poe";
var SOCIAL_NETWORKS = "facebook|instagram|linkedin|lnkd.in|t.co|twitter|x.com|tiktok|youtube|youtu.be|pinterest|pin.it|reddit|snapchat|threads|bsky|whatsapp|wa.me|t.me";
var SEARCH_ENGINES = "google|bing|yahoo|duckduckgo|qwant|ecosia|brave|yandex|startpage|lilo|baidu|com.google.android.googlequicksearchbox";

// src/page/entry/channelOf.ts
function hostOf(referrer) {
  return URL.canParse(referrer) ? new URL(referrer).hostname : "";
}
function lookUp(table, value, before = "", after = "") {
  for (const [channel, names] of Object.entries(table)) {
    const found = new RegExp(`^${before}(${names})${after}$`, "i").exec(value);
    if (found) return { channel, by: found[1] };
  }
  return void 0;
}
function listed(host) {
  const after = "(?:\\.[a-z]{2,4}){0,2}";
  return lookUp({ ai_assistant: AI_ASSISTANTS, organic_social: SOCIAL_NETWORKS }, host, "(?:.*\\.)?", after) || lookUp({ organic_search: SEARCH_ENGINES }, host, "(?:(?:.*\\.)?(?:www|m|search)\\.)?", after);
}
function clickId({ searchParams }) {
  for (const [name, value] of searchParams) {
    const found = value && lookUp(CLICK_IDS, name);
    if (found) return { channel: found.channel, by: name };
  }
  return void 0;
}
function hasCampaign(url) {
  return !!clickId(url) || [...url.searchParams].some(([name, value]) => value && /^(fbclid$|utm_)/.test(name));
}
function channelOf(url, from) {
  const value = (name) => url.searchParams.get(name) || "";
  const source = listed(value("utm_source"));
  const medium = lookUp(MEDIUMS, value("utm_medium").replace(/[-_ ]/g, ""));
  if (medium?.channel === "paid_search" && source?.channel === "organic_social")
    medium.channel = "paid_social";
  return clickId(url) || medium && { ...medium, by: "utm_medium" } || source && { ...source, by: "utm_source" } || listed(from) || (value("fbclid") ? { channel: "organic_social", by: "fbclid" } : { channel: from ? "referral" : "direct", by: from });
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
function matches(when, facts) {
  const { url, page, view } = facts;
  if ("all" in when) return when.all.every((child) => matches(child, facts));
  if ("any" in when) return when.any.some((child) => matches(child, facts));
  if ("not" in when) return !matches(when.not, facts);
  if ("param" in when) {
    const value = url.searchParams.get(when.param);
    return !!value && compares(when, value);
  }
  if ("referrer" in when) return matchesHost(when.referrer, hostOf(facts.referrer));
  if ("channel" in when) return [when.channel].flat().includes(facts.channel);
  if ("landing" in when) return matchesPattern(when.landing, url.pathname);
  if ("page" in when) return matchesPattern(when.page, page.pathname);
  if ("pages" in when) {
    const { min = 0, max = 1 / 0 } = when.pages;
    return view.pages >= min && view.pages <= max;
  }
  if ("language" in when)
    return view.language.split("-")[0]?.toLowerCase() === when.language.toLowerCase();
  if ("device" in when) return view.device === when.device;
  return "hours" in when && isWithinHours(when.hours, view.at);
}
function winningCondition(conditions, facts) {
  return conditions.find(({ when }) => matches(when, facts));
}

// src/page/entry/decide.ts
function decide(site, reference, view) {
  const { conditions } = site;
  const url = new URL(view.url);
  const from = hostOf(view.referrer);
  const inside = [
    url.hostname,
    ...site.origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")),
    ...site.referrerIgnore
  ].some((host) => matchesHost(host, from));
  const outside = !!from && !inside || hasCampaign(url);
  const entry = reference ? view.arrival && outside : outside || !inside;
  const found = entry ? channelOf(url, inside ? "" : from) : { channel: "internal", by: "" };
  const facts = {
    url,
    referrer: view.referrer,
    channel: found.channel,
    page: new URL(view.page || view.url),
    view
  };
  const condition = winningCondition(conditions, facts);
  const decision = {
    entry,
    ...found,
    own: { channel: found.channel, condition },
    reference: { landing: view.url, referrer: view.referrer, channel: found.channel },
    condition,
    facts
  };
  if (reference && !(entry && (site.entry === "last" || condition?.touch))) {
    const { landing, referrer, channel } = reference;
    decision.reference = reference;
    decision.facts = { ...facts, url: new URL(landing), referrer, channel };
    decision.condition = winningCondition(conditions, decision.facts);
    decision.channel = channel;
    decision.by = channel === "internal" ? "" : channelOf(decision.facts.url, hostOf(referrer)).by;
  }
  return decision;
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
  const first = arrival.first_url ? decide(page, void 0, {
    ...view,
    url: urlOf("first_url", arrival.first_url, baseOf(site)),
    referrer: referrerOf("first_referrer", arrival.first_referrer),
    pages: 1
  }).reference : void 0;
  if (!arrival.first_url && arrival.first_referrer)
    throw new ArrivalError("first_referrer", "a first referrer goes with a first URL");
  const { entry, channel, by, condition, facts } = decide(page, first, view);
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
      to_swap: page.numbers.flatMap(({ id, number, tracked: fallback }) => {
        const tracked = condition?.numbers[id] ?? fallback;
        return tracked ? [{ number, tracked }] : [];
      }),
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
  const at = value === void 0 || value === "" ? Date.now() : new Date(value).getTime();
  if (Number.isNaN(at)) throw new ArrivalError("at", `"${value}" is no date: 2026-11-22T09:30:00+01:00`);
  return at;
}

export {
  hostOf,
  ArrivalError,
  explain,
  explainFacts,
  failedLeaf
};
