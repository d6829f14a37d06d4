// src/vocabulary/patterns.ts
function matchesPattern(pattern, value) {
  let text = "\uD800" + value + "\uD800", at = 0;
  return ("\uD800" + pattern + "\uD800").split("*").every((part) => (at = text.indexOf(part, at) + part.length, at >= part.length));
}
var matchesHost = (pattern, host) => matchesPattern(`*.${pattern}`.toLowerCase(), `.${host}`.toLowerCase());

// src/vocabulary/keptParams.ts
var DEFAULT_PARAMS = ["utm_*"];
function keptParams({ params, conditions }) {
  let kept = new Set(params || DEFAULT_PARAMS);
  return JSON.stringify(
    conditions?.map(({ when }) => when),
    (key, value) => (key === "param" && kept.add(value), value)
  ), [...kept];
}
var paramRules = (params) => ({
  keeps: (name) => params.some((pattern) => matchesPattern(pattern, name)),
  keepsAsItIs: (name) => params.includes(name)
});

// src/vocabulary/modes.ts
var row = (consent, ...collects) => {
  let conditions = consent !== "none";
  return { conditions, storage: conditions, consent, collects, callClicks: consent === "required", probabilistic: conditions };
}, MODES = {
  invisible: row("none"),
  rotation: row("optional"),
  origine: row("required", "entry", "ids"),
  trafic: row("required", "entry", "ids", "pages"),
  parcours: row("required", "entry", "ids", "page")
}, MODE_ALIASES = {
  origin: "origine",
  traffic: "trafic",
  journey: "parcours"
};
function mayStore({ mode, probabilistic }) {
  return MODES[mode].storage && probabilistic !== "always";
}
function collectedTypes(site2) {
  let mode = MODES[site2.mode];
  return mayStore(site2) ? mode.callClicks && site2.callClicks ? [...mode.collects, "call_click"] : mode.collects : [];
}
function needsConsent(site2) {
  let { consent } = MODES[site2.mode];
  return (consent === "required" || consent === "optional" && site2.consent.rotation !== "exempt") && mayStore(site2);
}

// src/vocabulary/swapsOf.ts
function swapsOf({ numbers }, condition) {
  return numbers.flatMap(({ id, number, tracked: fallback }) => {
    let tracked = condition?.numbers[id] || fallback;
    return tracked ? { number, tracked } : [];
  });
}
var trackedNumbers = (site2, conditions) => [void 0, ...conditions].flatMap((condition) => swapsOf(site2, condition));

// src/vocabulary/features.ts
var WRITES_OTHER_DIGITS = {
  AE: "971",
  AF: "93",
  BH: "973",
  CN: "86",
  DJ: "253",
  DZ: "213",
  EG: "20",
  EH: "212",
  HK: "852",
  IQ: "964",
  IR: "98",
  JO: "962",
  JP: "81",
  KM: "269",
  KR: "82",
  KW: "965",
  LB: "961",
  LY: "218",
  MA: "212",
  MO: "853",
  MR: "222",
  OM: "968",
  PK: "92",
  PS: "970",
  QA: "974",
  SA: "966",
  SD: "249",
  SO: "252",
  SY: "963",
  TD: "235",
  TN: "216",
  TW: "886",
  YE: "967"
}, CODES = new Set(Object.values(WRITES_OTHER_DIGITS));
function modeFeatures(site2) {
  let { conditions, probabilistic: isOffered } = MODES[site2.mode], collected = collectedTypes(site2);
  return {
    conditions,
    storage: mayStore(site2),
    consent: needsConsent(site2),
    events: collected.length > 0,
    pagesEvents: collected.includes("pages"),
    pageEvents: collected.includes("page"),
    callClicks: collected.includes("call_click"),
    probabilistic: isOffered && site2.probabilistic !== "off",
    tab: site2.carry !== !1,
    marks: site2.marks,
    trees: site2.trees,
    fields: site2.fields,
    debug: site2.debug
  };
}

// src/vocabulary/paramIn.ts
var paramIn = ({ searchParams }, name) => searchParams.getAll(name).find(Boolean);

// src/vocabulary/channels.ts
var isWithoutSource = (channel) => channel === "direct" || channel === "internal";

// src/vocabulary/channels/signs.ts
var SIGNS = {
  paid_search: /^\?.*[?&](gclid|gbraid|wbraid|msclkid|gad_source|gad_campaignid|yclid)=[^&]/,
  paid_social: /^\?.*[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid|sccid)=[^&]/,
  paid_other: /^=(?: (?:ppc$|sea$|sem$|re.*eting|pmax$|sponso)|.*(?:cp|payant)|.*[^a-z](?:paid|ads(?![a-z])))/,
  display: /^\?.*[?&](dclid)=[^&]|^= (?:display|bann|cpm$|expandable|interstitial|programmati)/,
  ai_assistant: /^= (?:gen.?ai(?![a-z])|ai(?![a-z])|ia(?![a-z])|llm(?![a-z]))|^# (?:claude|gemini|mistral)(?: ads?)? $|^#.*[ .](?:(chatgpt|openai|perplexity|deepseek|copilot|grok|lechat)(?:ads?)?(?: |\.[a-z.]{2,6}(?: |$))|((?:claude|mistral|meta|duck|iask)\.ai|(?:claude|claude\.anthropic|you|poe|phind|copilot\.microsoft)\.com|(?:gemini|bard|bard\.apps\.android|notebooklm)\.google\.com|(?:m365|copilot)\.cloud\.microsoft|lumo\.proton\.me|le\.chat)(?: |$))/,
  organic_social: /^=(?: (?:sm$|r.seau)|.*social)|^# (?:an|msg|th|x|li)(?: ads?)? $|^#.* (?:fb|ig|fbig|insta|meta|snap|tt|yt)(?:ads?)? |^#.*[ .](?:(facebook|instagram|linkedin|twitter|reddit|snapchat|tiktok|youtube|threads|whatsapp|telegram|messenger|pinterest|tumblr|quora|nextdoor|mastodon|bluesky|discord|xing|zhiliaoapp)(?:ads?)?(?: |\.[a-z.]{2,6}(?: |$))|((?:x|fb|vk|youtube\.android\.google)\.com|(?:wa|t|m|fb)\.me|bsky\.app|lnkd\.in|t\.co|youtu\.be|(?:redd|pin)\.it|blueskyweb\.xyz)(?: |$))|^!.*[?&](fbclid|igshid|igsh)=[^&]/,
  email: /^\?.*[?&](mc_cid|mc_eid)=[^&]|^=(?: (?:mail(?![a-z])|mails$|mailing|newsletter|courriel|infolettre)|.*e.?mail)|^#.* (?:brevo|mailchimp|mailjet|sarbacane)(?:ads?)? |^#.*[ .](?:mail|webmail|email|gmail|protonmail|fastmail|mailo|outlook|messagerie|zimbra|roundcube|poczta|posteo|icloud|tuta|navigator\.gmx|navigator-bs\.gmx|navigator\.web|deref-gmx|deref-web-|gm\.android\.google)(?:\d+[a-z]?)?\./,
  organic_search: /^=(?: (?:organic|seo$|sea$|sem$)|.*search)|^#.* (?:gmb|gbp|gads|google.*|adwords|microsoft|yahoo)(?:ads?)? |^#[ .](?:(?:www\.|m\.|images\.|lens\.|maps\.|googlequicksearchbox\.android\.)?(google)\.(?:com?\.)?[a-z]{2,3}|(?:www\.|fr\.)?(yahoo)\.com)(?: |$)|^#.*[ .](?:(bing|duckduckgo|qwant|ecosia|startpage|baidu|kagi|mojeek|swisscows|yandex|seznam|metager|lilo|presearch|naver|search\.yahoo|search\.brave|search\.aol|suche\.web|suche\.gmx|suche\.t-online|lemoteur\.orange)(?:ads?)?(?: |\.[a-z.]{2,6}(?: |$))|((?:ask|so|bing\.microsoft)\.com|syndicatedsearch\.goog|ya\.ru)(?: |$))|^!.*[?&](srsltid)=[^&]/,
  sms: /^=(?: (?:mms$|text$)|.*[^a-z]sms(?![a-z]))/,
  push: /^=(?: push(?![a-z])|.*push$|.*[^a-z]notification)|^#.* firebase(?:ads?)? /,
  offline: /^=(?: (?:print(?![a-z])|flyer|d.pliant|brochure|prospectus|poster|affiche|billboard|radio|ctv$|t.l.vision|audio(?![a-z])|podcast|direct.?mail|courrier|catalog|magazine|presse|offline)|.*qr.?code|.*[^a-z](?:qr(?![a-z])|tv(?![a-z])))/,
  affiliate: /^\?.*[?&](awc)=[^&]|^= affili|^#.* awin(?:ads?)? /,
  referral: /^= (?:referr|partner|parten|link$|app$|annuaire|director)/
};

// src/vocabulary/channels/signIn.ts
var isChannel = (name) => Object.hasOwn(SIGNS, name) || name === "other" || isWithoutSource(name), signIn = (text) => Object.keys(SIGNS).find(
  (channel) => channel !== "paid_other" && SIGNS[channel].test(text)
);

// src/vocabulary/channels/channelOf.ts
function read(url, name) {
  let value = (paramIn(url, name) || "").trim().toLowerCase();
  return value[0] === "(" ? "" : value;
}
var nameText = (name) => `# ${name.replace(/[^a-z0-9.]+/g, " ")} `;
var MEDIUM = 1, SOURCE = 2;
function textsOf(url, from) {
  let medium = read(url, "utm_medium"), source = read(url, "utm_source") || read(url, "utm_source_platform");
  return [
    `?${url.search}`,
    `= ${medium}`,
    nameText(source),
    // A partner's name is no kind of source.
    SIGNS.referral.test(`= ${source}`) ? "" : `= ${source}`,
    nameText(medium),
    `#.${from}`,
    `#.${from.split(".").reverse().join(".")}`,
    `!${url.search}`
  ];
}
var isPaid = (medium, source) => SIGNS.paid_other.test(medium) || medium === "= " && / ad(s|words)? $/.test(source), TAG = /[?&](utm_\w+)=(?!\(|%28)[^&]/;
function paidChannel(medium, known, mediumText) {
  return known === "organic_social" ? "paid_social" : medium === "display" ? medium : known === "organic_search" ? "paid_search" : /^= re\w+ing/.test(mediumText) ? "display" : "paid_other";
}
function channelOf(url, from) {
  let texts = textsOf(url, from), [click, medium, source, ...others] = texts.map(signIn);
  return click || (medium === "display" || isPaid(texts[MEDIUM], texts[SOURCE]) ? paidChannel(medium, [source, medium, ...others].find(Boolean), texts[MEDIUM]) : (
    // "organic" says no more than that it was not bought.
    medium === "organic_search" && source || [medium, source, ...others].find(Boolean) || (from ? "referral" : TAG.test(url.search) ? "other" : "direct")
  ));
}

// src/vocabulary/channels/campaign.ts
var CAMPAIGN = /[?&](gclid|gbraid|wbraid|msclkid|gad_source|gad_campaignid|yclid|ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid|sccid|dclid|fbclid|igshid|igsh|mc_cid|mc_eid|srsltid|awc|utm_\w+)=[^&]/g;

// src/vocabulary/channels/hasCampaign.ts
var hasCampaign = ({ search }) => search.search(CAMPAIGN) >= 0;

// src/vocabulary/channels/arrivalChannel.ts
var arrivalChannel = (url, from, isOwn) => isOwn && !hasCampaign(url) ? "internal" : channelOf(url, isOwn ? "" : from);

// src/vocabulary/insideHosts.ts
function insideHosts({
  origins,
  referrerIgnore
}) {
  return [...origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")), ...referrerIgnore];
}

// src/vocabulary/rules/param.ts
var COMPARISONS = {
  is: (value, wanted) => value === wanted,
  in: (value, wanted) => wanted.includes(value),
  starts: (value, wanted) => value.startsWith(wanted),
  contains: (value, wanted) => value.includes(wanted),
  like: (value, wanted) => matchesPattern(wanted, value)
};
function matches(param, { url }, leaf) {
  let value = paramIn(url, param);
  return value && Object.entries(leaf).every(
    ([key, wanted]) => COMPARISONS[key]?.(value, wanted) ?? !0
  );
}

// src/vocabulary/rules/channel.ts
var matches2 = (wanted, { channel }) => [wanted].flat().some((each) => each === channel);

// src/vocabulary/rules/device.ts
var matches3 = (device, { view }) => view.device === device;

// src/vocabulary/rules/hours.ts
var WEEK = "sat sun mon tue wed thu fri sat";
function matches4({
  tz,
  days = WEEK,
  from = "00:00",
  to = "24:00"
}, { view }) {
  let now = new Date(view.at).toLocaleString("en-GB", {
    timeZone: tz || "Europe/Paris",
    dateStyle: "full",
    timeStyle: "short"
  }), time = now.slice(-5), today = WEEK.lastIndexOf(now.slice(0, 3).toLowerCase()), on2 = (day) => days.includes(WEEK.slice(day, day + 3));
  return from < to ? on2(today) && from <= time && time < to : on2(today) && from <= time || on2(today - 4) && time < to;
}

// src/vocabulary/rules/landing.ts
var matches5 = (landing, { url }) => matchesPattern(landing, url.pathname);

// src/vocabulary/rules/language.ts
var matches6 = (language, { view }) => view.language.split("-")[0]?.toLowerCase() === language.toLowerCase();

// src/vocabulary/rules/page.ts
var matches7 = (page, { view }) => matchesPattern(page, new URL(view.url).pathname);

// src/vocabulary/rules/pages.ts
var matches8 = ({ min = 0, max = 1 / 0 }, { view }) => view.pages >= min && view.pages <= max;

// src/vocabulary/rules/referrer.ts
var matches9 = (referrer, { host }) => host && matchesHost(referrer, host);

// src/vocabulary/when/matchers.ts
var MATCHERS = {
  param: matches,
  referrer: matches9,
  channel: matches2,
  landing: matches5,
  page: matches7,
  pages: matches8,
  language: matches6,
  device: matches3,
  hours: matches4
};

// src/vocabulary/when/matches.ts
var DEMANDS = {
  all: (rules2, facts) => rules2.every((rule) => matches10(rule, facts)),
  any: (rules2, facts) => rules2.some((rule) => matches10(rule, facts)),
  not: (rule, facts) => !matches10(rule, facts),
  ...MATCHERS
};
function matches10(when, facts) {
  let keys = Object.entries(when);
  return keys.length > 0 && keys.every(
    ([key, wanted]) => Object.hasOwn(DEMANDS, key) ? DEMANDS[key]?.(wanted, facts, when) : (
      // `param` looks at them.
      "param" in when && Object.hasOwn(COMPARISONS, key)
    )
  );
}

// src/vocabulary/rulesOf.ts
function rulesOf(site2) {
  let { conditions, entry } = site2, inside = insideHosts(site2);
  return {
    ...paramRules(site2.params),
    isInside: (host) => inside.some((own) => matchesHost(own, host)),
    tellChannel: arrivalChannel,
    winner: (facts) => conditions.find(({ when }) => matches10(when, facts)),
    entry,
    image: (src2) => site2.images.find((image) => matchesPattern(image.src, src2)),
    always: swapsOf(site2)
  };
}

// src/page/ground/site.ts
var site = {}, rules = {};
function configure(found) {
  Object.assign(site, found), Object.assign(rules, rulesOf(found));
}

// src/page/start/modeHas.ts
var MODE_HAS = {};
function configureAtStart(found) {
  configure(found), Object.assign(MODE_HAS, modeFeatures(found));
}

// src/managers/axeptio/adapter.ts
var axeptio = () => {
  let choices;
  return {
    name: "axeptio",
    tier: 0,
    // Not `_axcb`, which we create.
    detect: () => window.axeptioSDK || window.axeptioSettings,
    install(hear) {
      window._axcb ||= [], window._axcb.push((sdk) => {
        let take = (now) => {
          choices = now, hear();
        };
        sdk.on("cookies:complete", take), take(sdk.userPreferencesManager?.choices);
      });
    },
    // A widget left half-way holds what was ticked in it: that is no decision.
    // https://developers.axeptio.eu/site-integration/registering-user-choices
    read: ({ key }) => choices?.$$completed === !1 ? void 0 : choices?.[key],
    names: () => choices && choices.$$completed !== !1 ? Object.keys(choices).filter((name) => !name.startsWith("$$")) : void 0,
    // Nothing of what was chosen for others, nor `$$token`: an id of the visitor would outlive ours.
    describe: ({ key }) => ({ signal: JSON.stringify(choices, [key, "$$date"]) })
  };
};

// src/managers/statistics.ts
var nameOf = (category) => category === "analytics" ? "statistics" : category;

// src/managers/complianz/adapter.ts
var CATEGORIES = ["functional", "preferences", "statistics", "statistics-anonymous", "marketing"], complianz = () => ({
  name: "complianz",
  tier: 2,
  // The consent type is set once the visitor's region is known.
  detect: () => window.wp_consent_type && window.complianz && window.cmplz_get_cookie,
  // The second comes last, also when a new policy has made it forget the choice.
  events: () => ["cmplz_status_change", "cmplz_fire_categories"],
  read({ category }) {
    let { complianz: settings, cmplz_get_cookie: stored } = window;
    if (!settings) return;
    let name = nameOf(category), value = stored?.(name);
    return settings.consenttype === "other" ? null : value === "deny" ? !1 : value === "allow" && !(settings.forceEnableStats && name === "statistics") || void 0;
  },
  names: () => CATEGORIES.some((name) => window.cmplz_get_cookie?.(name)) ? CATEGORIES : void 0,
  describe: ({ category }) => ({
    key: nameOf(category),
    signal: `${nameOf(category)}=${window.cmplz_get_cookie?.(nameOf(category))}`,
    version: window.complianz?.version
  })
});

// src/managers/cookiebot/adapter.ts
var cookiebot = () => ({
  name: "cookiebot",
  tier: 2,
  // Its script tag has the id `Cookiebot`: until it has run, the global is that element.
  detect: () => window.Cookiebot?.consent,
  // Not what opens its dialog: `renew()` forgets the choice before there is a new one.
  events: () => ["CookiebotOnConsentReady", "CookiebotOnAccept", "CookiebotOnDecline"],
  read({ category }) {
    let { consent, hasResponse } = window.Cookiebot;
    return hasResponse === !0 && consent?.method === "explicit" ? consent[nameOf(category)] : void 0;
  },
  names: () => window.Cookiebot?.hasResponse === !0 ? ["preferences", "statistics", "marketing"] : void 0,
  // The signal is the plain choice: `consent` also holds a `stamp`, an id of the visitor, and other choices.
  describe: ({ category }) => ({
    key: nameOf(category),
    signal: `${nameOf(category)}=${window.Cookiebot?.consent?.[nameOf(category)]}`
  })
});

// src/managers/preticked.ts
var preticked = (name, setting) => `"${name}" is on before anybody is asked, which is no consent; set ${setting}`;

// src/managers/cookieconsent/adapter.ts
var cookieconsent = () => {
  let isService = !1;
  return {
    name: "cookieconsent",
    get tier() {
      return isService ? 0 : 2;
    },
    // Old builds of Cookiebot use the same global:
    // https://www.cookieinfo.net/knowledge-base/properties-methods-events-and-callback-functions/
    // The library has no settings before it is run.
    detect: () => typeof window.CookieConsent?.validConsent == "function" && window.CookieConsent.getConfig("categories"),
    isOutdated: () => window.initCookieConsent,
    events: () => ["cc:onConsent", "cc:onChange"],
    names: () => window.CookieConsent?.validConsent?.() === !0 ? Object.keys(window.CookieConsent.getConfig("categories") || {}) : void 0,
    doubt: ({ category }) => window.CookieConsent?.getConfig("categories")?.[category]?.enabled && preticked(category, '"enabled": false'),
    read({ category, key }) {
      let { acceptedCategory, acceptedService, getConfig, validConsent } = window.CookieConsent, found = getConfig("categories")?.[category];
      return isService = !!found?.services?.[key], found && !found.readOnly && validConsent() === !0 ? isService ? acceptedService(key, category) : acceptedCategory(category) : void 0;
    }
  };
};

// src/managers/didomi/adapter.ts
var didomi = () => {
  let sdk, isDecided = () => (sdk?.shouldUserStatusBeCollected || sdk?.shouldConsentBeCollected || sdk?.isUserStatusPartial)?.call(sdk) === !1;
  return {
    name: "didomi",
    tier: 0,
    detect: () => window.Didomi || window.didomiConfig || window.didomiRemoteConfig,
    install(hear) {
      window.didomiOnReady ||= [], window.didomiOnReady.push((ready) => {
        sdk = ready, hear();
      }), window.didomiEventListeners ||= [], window.didomiEventListeners.push({ event: "consent.changed", listener: hear });
    },
    read({ key }) {
      if (!sdk) return;
      let { regulation = "gdpr", vendors } = sdk.getCurrentUserStatus();
      return sdk.isConsentRequired?.() === !1 || !/^gdpr$/i.test(regulation) ? null : isDecided() ? vendors[key]?.enabled : void 0;
    },
    names: () => isDecided() && sdk ? Object.keys(sdk.getCurrentUserStatus().vendors) : void 0,
    describe: ({ key }) => ({
      version: sdk?.version,
      // Nothing of what was chosen for others, nor `user_id`: an id of the visitor would outlive ours.
      signal: JSON.stringify(sdk?.getCurrentUserStatus(), ["vendors", key, "enabled", "updated"])
    })
  };
};

// src/page/ground/callSafely.ts
var report = (error) => console.error("mgt:", error);
function callSafely(callback, ...args) {
  try {
    return callback(...args);
  } catch (error) {
    report(error);
  }
}

// src/managers/google/adapter.ts
var typeOf = (category) => category === "analytics" ? "analytics_storage" : category, google = () => {
  let said, known = /* @__PURE__ */ new Set(), isDecided = !1;
  return {
    name: "google",
    tier: 3,
    detect: () => window.dataLayer?.push,
    watch(hear, { category }) {
      let found = window.dataLayer, take = (entry) => {
        if (entry?.[0] !== "consent") return !1;
        for (let type in entry[2]) (type.endsWith("_storage") || type.startsWith("ad_")) && known.add(type);
        if (entry[1] !== "update") return !1;
        isDecided = !0;
        let choices = entry[2], choice = choices?.[typeOf(category)];
        return choice && (said = choice === "granted" && choices?.region ? "" : choice), !0;
      };
      found.forEach(take);
      let { push } = found;
      found.push = (...entries) => {
        let length = push.apply(found, entries);
        return callSafely(() => entries.filter(take)[0]) && hear(), length;
      };
    },
    names: () => isDecided ? [...known] : void 0,
    read: () => said === "granted" ? !0 : said === "denied" ? !1 : void 0,
    describe: ({ category }) => ({ key: typeOf(category), signal: `${typeOf(category)}=${said}` })
  };
};

// src/managers/klaro/adapter.ts
var isOutdated = () => /^v?0\.[0-6]\./.test(`${window.klaro?.version?.()}`), klaro = () => {
  let manager;
  return {
    name: "klaro",
    tier: 0,
    // Klaro's own element has the id "klaro", which makes it a property of `window` too.
    detect: () => !isOutdated() && window.klaro?.getManager,
    isOutdated,
    watch(hear) {
      let found = window.klaro, watcher = { update: hear };
      found.addEventListener("render", (config) => {
        manager = found.getManager(config), manager.watch(watcher), hear();
      });
    },
    // Before the visitor has confirmed, the values are the owner's defaults; a required service is always on.
    read: ({ key }) => manager?.confirmed === !0 && !manager.getService(key)?.required ? manager.savedConsents[key] : void 0,
    names: () => manager?.confirmed === !0 ? (manager.config?.services || []).map(({ name }) => name) : void 0,
    doubt: ({ key }) => (manager?.getService(key)?.default ?? manager?.config?.default) && preticked(key, '"default": false'),
    describe: () => ({ version: window.klaro?.version?.() })
  };
};

// src/managers/onetrust/adapter.ts
var groupOf = (category) => category === "analytics" ? "C0002" : category, onetrust = () => ({
  name: "onetrust",
  tier: 2,
  // Before its SDK has come, `OneTrust` can hold settings only, or be an element with that id.
  detect: () => window.OneTrust?.IsAlertBoxClosed,
  events: () => ["OneTrustGroupsUpdated"],
  // Comes later than the event, when the banner counts as closed.
  // https://developer.onetrust.com/onetrust/docs/javascript-events-guide
  watch: (hear) => window.OneTrust?.OnConsentChanged(hear),
  read({ category }) {
    let { OneTrust: manager, OnetrustActiveGroups: active } = window, { ConsentModel, Groups } = manager.GetDomainData(), id = groupOf(category), group = Groups.find(({ CustomGroupId }) => CustomGroupId === id);
    if (!(!group || (manager.IsAlertBoxClosedAndValid || manager.IsAlertBoxClosed).call(manager) !== !0))
      return active.split(",").includes(id) && // Where a group is on without being asked for, closing the banner leaves it on: that is no yes.
      (!/always|out|implied|implicit|notice/i.test(`${group.Status} ${ConsentModel?.Name}`) || void 0);
  },
  doubt: ({ category }) => window.OneTrust?.GetDomainData().Groups.some(
    ({ CustomGroupId, Status }) => CustomGroupId === groupOf(category) && Status === "active"
  ) && preticked(groupOf(category), 'its status to "inactive"'),
  names: () => window.OneTrust?.IsAlertBoxClosed() === !0 ? window.OneTrust.GetDomainData().Groups.map(({ CustomGroupId }) => `${CustomGroupId}`) : void 0,
  describe: ({ category }) => ({
    key: groupOf(category),
    signal: `${window.OnetrustActiveGroups}`,
    version: /OptanonConsent=[^;]*version=([\d.]+)/.exec(document.cookie)?.[1]
  })
});

// src/managers/orejime/adapter.ts
var orejime = () => {
  let manager, config, take = (instance) => (config = instance?.config, manager = instance?.manager, manager), purposes = () => (config?.purposes || []).flatMap((purpose) => purpose.purposes || purpose);
  return {
    name: "orejime",
    tier: 0,
    install(hear) {
      addEventListener(
        "orejime.loaded",
        ({ detail }) => {
          take(detail)?.on("dirty", hear), hear();
        },
        !0
      );
    },
    // An element with this id, where Orejime may have been told to show itself, is a property of `window` too.
    detect: () => manager || take(window.orejime),
    isOutdated: () => window.Orejime?.init,
    watch: (hear) => manager?.on("dirty", hear),
    names: () => manager?.isDirty() === !1 && config ? purposes().map(({ id }) => id) : void 0,
    doubt: ({ key }) => purposes().find(({ id }) => id === key)?.default && preticked(key, '"default": false'),
    read: ({ key }) => manager?.isDirty() === !1 ? manager.getConsent(key) : void 0
  };
};

// src/managers/piwikpro/adapter.ts
var cookies = () => `${document.cookie.match(/ppms_privacy_[^;]*/g)}`, piwikpro = () => {
  let known;
  return {
    name: "piwikpro",
    tier: 2,
    detect: () => window.ppms?.cm?.api,
    watch(hear) {
      let seen = cookies(), look = () => {
        seen !== cookies() && (seen = cookies(), hear());
      };
      setInterval(look, 1e3), addEventListener("click", () => [10, 200].map((wait) => setTimeout(look, wait)), !0);
    },
    read: ({ category }) => new Promise((resolve, reject) => {
      window.ppms?.cm?.api?.("getComplianceSettings", resolve, reject);
    }).then(({ consents = {} }) => {
      known = Object.values(consents).some((each) => each?.status === 0 || each?.status === 1) ? Object.keys(consents) : void 0;
      let status = consents[category]?.status;
      return status === 1 || (status === 0 ? !1 : void 0);
    }),
    names: () => known
  };
};

// src/managers/tarteaucitron/adapter.ts
function isPreticked(key) {
  let { parameters, services } = window.tarteaucitron || {};
  return parameters?.serviceDefaultState === !0 || services?.[key]?.needConsent === !1;
}
var tarteaucitron = () => ({
  name: "tarteaucitron",
  tier: 0,
  detect: () => window.tarteaucitron?.services,
  // Up to 1.8 the last two are missing: there a yes is heard by `loaded`, a withdrawal by the click.
  events: ({ key }) => [
    ...["added", "loaded", "allowed", "disallowed"].map((event) => `${key}_${event}`),
    "click"
  ],
  read: ({ key }) => isPreticked(key) ? void 0 : window.tarteaucitron?.state?.[key],
  doubt: ({ key }) => isPreticked(key) && preticked(key, '"serviceDefaultState": "wait" and "needConsent": true'),
  names() {
    let { state = {} } = window.tarteaucitron || {};
    return Object.values(state).some((choice) => typeof choice == "boolean") ? Object.keys(state) : void 0;
  },
  describe: () => ({ version: window.tarteaucitron?.version })
});

// src/managers/tcf/adapter.ts
var isInFrame = () => typeof window.__tcfapi != "function";
function locatorFrame() {
  for (let frame = window; frame !== frame.parent; ) {
    frame = frame.parent;
    try {
      if (frame.frames.__tcfapiLocator) return frame;
    } catch {
    }
  }
}
function allows({ purpose, vendor: about, publisher }, { vendor, purposes }) {
  let given = (flags, id) => flags?.[id] === !0, disclosed = about?.disclosedVendors || about?.vendorsDisclosed || {};
  return (
    // Nothing to ask about is nothing consented.
    (vendor > 0 || purposes.length > 0) && purposes.every(
      (id) => given(purpose?.consents, id) && // 0: not allowed; 2: legitimate interest, which never allows storing.
      ![0, 2].includes(publisher?.restrictions?.[id]?.[vendor])
    ) && // Strings older than TCF 2.3 disclose nobody: the object is absent or empty.
    (!vendor || given(about?.consents, vendor) && (!Object.keys(disclosed)[0] || given(disclosed, vendor)))
  );
}
var tcf = () => {
  let choice, proof, isLong = !1;
  return {
    name: "tcf",
    tier: 1,
    detect: () => !isInFrame() || locatorFrame(),
    read: () => choice,
    doubt: () => isLong && "its string is longer than 8192 characters, the proof keeps its beginning; ask it for fewer publisher restrictions",
    describe: () => proof,
    watch(hear, settings) {
      let { vendor, purposes } = settings, listener = (data, success) => {
        if (!success || !data || !/^(tcloaded|useractioncomplete)$/.test(`${data.eventStatus}`)) return;
        let { tcString = "" } = data;
        choice = data.gdprApplies === !1 ? null : (
          // A string for a group of sites has been invalid since TCF 2.2; without one there is no proof, and a
          // manager in error answers nothing.
          data.isServiceSpecific === !1 || !tcString || data.cmpStatus === "error" ? void 0 : allows(data, settings)
        );
        let signal = vendor ? tcString : `purposes ${purposes} ${tcString}`;
        isLong = signal.length > 8192, proof = {
          own: vendor > 0,
          key: `${vendor}`,
          // Never cut without saying so: what is left of it is no whole string.
          signal: isLong ? `cut, of ${signal.length} characters: ${signal}` : signal,
          version: `${data.cmpId}.${data.cmpVersion}`
        }, hear();
      };
      if (!isInFrame()) {
        window.__tcfapi?.("addEventListener", 2, listener);
        return;
      }
      let ours = `mgt${Math.random()}`, listenerId, call = (command, callId = ours, parameter) => locatorFrame()?.postMessage({ __tcfapiCall: { command, version: 2, parameter, callId } }, "*"), ask = (wait) => {
        call("ping"), setTimeout(ask, wait, Math.min(wait * 1.5, 2e3));
      };
      addEventListener("message", ({ data }) => {
        try {
          let { callId, returnValue, success } = (typeof data == "string" ? JSON.parse(data) : data).__tcfapiReturn;
          if (callId !== ours) return;
          returnValue.cmpLoaded ? call("addEventListener") : returnValue.listenerId !== void 0 && (listenerId !== void 0 && listenerId !== returnValue.listenerId && call("removeEventListener", "", listenerId), listenerId = returnValue.listenerId, listener(returnValue, success));
        } catch {
        }
      }), ask(75);
    }
  };
};

// src/managers/usercentrics/adapter.ts
var isExplicit = (how) => /^explicit$/i.test(how?.type || ""), usercentrics = () => {
  let proof, known, namesIn = (hows) => hows.some(([, how]) => isExplicit(how)) ? hows.map(([id]) => id) : void 0, judge = (given, how, action) => (proof = how, isExplicit(how) ? given : action === "onNonEURegion" ? null : void 0);
  return {
    name: "usercentrics",
    tier: 0,
    detect: () => window.__ucCmp || window.UC_UI,
    events: () => [
      "UC_UI_INITIALIZED",
      "UC_UI_CMP_EVENT",
      // A click may be told before it is saved: these tell the change, in version 3 and in version 2.
      // https://usercentrics.com/docs/web/features/events/uc-ui-cmp-event/
      "UC_CONSENT",
      "UC_SDK_EVENT"
    ],
    read({ key }) {
      if (window.__ucCmp)
        return window.__ucCmp.getConsentDetails().then(({ services: services2, consent: consent2 }) => {
          let how2 = services2[key]?.consent;
          return known = namesIn(Object.entries(services2).map(([id, service]) => [id, service?.consent])), judge(how2?.given, how2, consent2?.updatedBy);
        });
      let services = window.UC_UI?.getServicesBaseInfo() || [];
      known = namesIn(services.map(({ id, consent: consent2 }) => [id, consent2?.history?.at(-1)]));
      let consent = services.find(({ id }) => id === key)?.consent, how = consent?.history?.at(-1);
      return judge(consent?.status, how, how?.action);
    },
    names: () => known,
    describe: () => ({
      version: proof?.versions?.application || "",
      signal: JSON.stringify(proof, ["given", "type", "action"])
    })
  };
};

// src/managers/wordpress/adapter.ts
var cookieOf = (category) => document.cookie.split("; ").find(
  (cookie) => cookie.startsWith(`${window.consent_api?.cookie_prefix || "wp_consent"}_${nameOf(category)}=`)
) || "", CATEGORIES2 = ["functional", "preferences", "statistics", "statistics-anonymous", "marketing"], typeSet = () => window.wp_has_consent && (window.wp_consent_type ?? window.wp_fallback_consent_type), wordpress = () => ({
  name: "wordpress",
  tier: 2,
  detect: typeSet,
  events: () => ["wp_consent_type_defined", "wp_listen_for_consent_change"],
  read({ category }) {
    let [, choice] = cookieOf(category).split("="), type = typeSet();
    return choice === "deny" ? !1 : type && !/^opt(in|out)/.test(type) ? (
      // Complianz has "other" where no law applies, and says yes for the visitor.
      null
    ) : type && choice === "allow" ? window.wp_has_consent?.(nameOf(category)) : void 0;
  },
  names: () => CATEGORIES2.some(cookieOf) ? CATEGORIES2 : void 0,
  describe: ({ category }) => ({ key: nameOf(category), signal: cookieOf(category) })
});

// src/managers/adapters.ts
var ADAPTERS = {
  axeptio,
  didomi,
  tarteaucitron,
  usercentrics,
  tcf,
  klaro,
  orejime,
  cookieconsent,
  onetrust,
  cookiebot,
  complianz,
  wordpress,
  piwikpro,
  google
};

// src/managers/isHeard.ts
var isHeard = (name, { tier }, manager) => manager === "auto" ? tier < 3 : name === manager;

// src/managers/adaptersFor.ts
var adaptersFor = ({ consent }) => Object.values(ADAPTERS).map((create) => create()).filter(
  (adapter) => (MODE_HAS.consent || MODE_HAS.probabilistic) && isHeard(adapter.name, adapter, consent.manager)
);

// src/vocabulary/pageDefaults.ts
var REFERRER_IGNORE = [
  "paypal.com",
  "stripe.com",
  "paybox.com",
  "systempay.fr",
  "payplug.com",
  "adyen.com",
  "mollie.com",
  "klarna.com",
  // France: Monetico, PayZen and others of Lyra's, Sips under its own name and those of banks, Up2pay, Payline …
  "monetico-services.com",
  "payzen.eu",
  "lyra.com",
  "sogecommerce.societegenerale.eu",
  "scelliuspaiement.labanquepostale.fr",
  "sips-services.com",
  "sips-atos.com",
  "sogenactif.com",
  "mercanet.bnpparibas.net",
  "e-transactions.fr",
  "payline.com",
  "hipay.com",
  "hipay-tpp.com",
  "getalma.eu",
  "oney.io",
  "axepta.bnpparibas",
  "clicandpay.groupecdn.fr",
  "paygreen.fr",
  "scalapay.com",
  "sumup.com",
  "payfip.gouv.fr",
  // Worldline: Ogone, its successor, and its page for 3-D Secure.
  "ogone.com",
  "worldline-solutions.com",
  "wlp-acs.com"
];
function pageDefaults(input) {
  return {
    visitorDays: 30,
    numbers: [],
    conditions: [],
    probabilistic: "off",
    origins: [],
    referrerIgnore: REFERRER_IGNORE,
    attributes: [],
    images: [],
    swapAt: "auto",
    carry: "tab",
    marks: !0,
    trees: !0,
    fields: !0,
    debug: !0,
    valueTrack: {},
    plans: {},
    ...input,
    params: keptParams(input),
    trackingIds: { add: [], ...input.trackingIds },
    mode: MODE_ALIASES[input.mode] || input.mode,
    consent: {
      manager: "auto",
      key: "magnetis",
      purposes: [1, 8],
      vendor: 0,
      category: "analytics",
      gpc: !0,
      ...input.consent
    }
  };
}

// src/page/api/emit.ts
var LASTING = ["ready", "entry", "consent"], last = {}, listeners = /* @__PURE__ */ Object.create(null);
function emit(name, detail) {
  last[name] = detail, document.dispatchEvent(new CustomEvent(`mgt:${name}`, { detail }));
  for (let callback of listeners[name] || []) callSafely(callback, detail);
}
function on(name, callback) {
  listeners[name] = [...listeners[name] || [], callback], LASTING.includes(name) && last[name] && callSafely(callback, last[name]);
}
function off(name, callback) {
  listeners[name] = (listeners[name] || []).filter((other) => other !== callback);
}

// src/page/api/loadOverlay.ts
var { src } = { src: "" }, loadOverlay = (use) => (
  // As bundlers find it where it is imported.
  // WordPress adds "?ver=…" to what it enqueues.
  import("./mgt.debug.js").then(use).catch((error) => console.warn("mgt: allow in script-src:", error))
);

// src/page/ground/listen.ts
function listen(types, callback) {
  for (let type of types) addEventListener(type, (event) => callSafely(callback, event), !0);
}

// src/page/consent/weigh.ts
function weigh(adapters, answers) {
  for (let tier of [0, 1, 2, 3])
    for (let status of ["denied", "pending", "granted", "not_applicable"]) {
      let found = answers.find(
        (answer, index) => answer?.status === status && adapters[index]?.tier === tier
      );
      if (found) return found;
    }
}

// src/page/consent/createEngine.ts
var UNKNOWN = { status: "unknown", manager: "" }, MAX_SIGNAL_LENGTH = 8192, MAX_VERSION_LENGTH = 64, MANAGER_ANSWER_MS = 1e3, FIRST_LOOK_MS = 75, MAX_LOOK_MS = 2e3, statusOf = (choice, isPresent) => (
  // Nothing but a plain yes is one.
  choice === !0 ? "granted" : choice === !1 ? "denied" : choice === null ? "not_applicable" : isPresent ? "pending" : "unknown"
), isPromise = (reading) => typeof reading?.then == "function", objectsGenerally = () => navigator.globalPrivacyControl;
function createEngine(adapters) {
  let answers = [], detectors = [], readers = [], isWarned = !1, siteWord, decision, onConsent, inForce = UNKNOWN, ofManagers = () => weigh(adapters, answers) || UNKNOWN;
  function settle(isAct = !1) {
    let next = siteWord || ofManagers(), isOverridden = next.status === "granted" && next.own;
    site.consent.gpc && objectsGenerally() && !isOverridden && (next = { status: "denied", manager: "gpc" });
    let isChange = next.status !== inForce.status || next.manager !== inForce.manager;
    onConsent && (isAct || isChange) && (inForce = next, onConsent(isAct));
  }
  function warn(words) {
    isWarned || console.warn(`mgt: ${words}`), isWarned = !0;
  }
  function warnOfName(adapter, key) {
    let names = callSafely(() => adapter.names?.(site.consent));
    names && !names.includes(key) && warn(`${adapter.name} answers, but knows no "${key}"; it knows: ${names.join(", ") || "nothing"}`);
  }
  let detect = () => detectors.filter((isPresent) => !isPresent());
  function hearManager(adapter, index) {
    let settings = site.consent, isPresent = !1, readings = 0;
    function receive(reading, choice) {
      if (reading !== readings) return;
      let own = !adapter.tier, key = own ? settings.key : settings.category, words = callSafely(() => adapter.describe?.(settings));
      isPresent && choice === void 0 && warnOfName(adapter, words?.key || key);
      let doubt = isPresent && callSafely(() => adapter.doubt?.(settings));
      doubt && warn(`${adapter.name}: ${doubt}`), answers[index] = {
        own,
        key,
        ...words,
        status: statusOf(choice, isPresent),
        manager: adapter.name,
        signal: `${words?.signal ?? `${key}=${choice === !0}`}`.slice(0, MAX_SIGNAL_LENGTH),
        version: `${words?.version || ""}`.slice(0, MAX_VERSION_LENGTH)
      }, detect();
      let { status } = ofManagers();
      status !== decision && (status === "granted" || status === "denied") && (decision = status, reading > 1 && siteWord?.manager === "api" && (siteWord = void 0)), settle();
    }
    function read2() {
      let reading = ++readings, choice = callSafely(adapter.read, settings);
      if (isPromise(choice)) {
        let isAwaited = !0, answer = (choice2) => {
          isAwaited = !1, receive(reading, choice2);
        }, giveUp = () => isAwaited && receive(reading);
        answers[index] ? setTimeout(giveUp, MANAGER_ANSWER_MS) : giveUp(), choice.then(answer, () => answer());
      } else receive(reading, choice);
    }
    return listen(adapter.events?.(settings) || [], () => {
      read2(), queueMicrotask(read2), setTimeout(read2);
    }), callSafely(() => adapter.install?.(read2, settings)), () => {
      try {
        !isPresent && adapter.detect() && (isPresent = !0, readers.push(read2), adapter.watch?.(read2, settings), read2());
      } catch {
        isPresent = !1;
      }
      return isPresent;
    };
  }
  return {
    consentInForce: () => inForce,
    hearManagers(callback) {
      detectors = adapters.map(hearManager);
      let wake = (wait) => {
        let [missing] = detect();
        if (missing && wait === MAX_LOOK_MS) {
          let unheard = adapters.find((adapter) => adapter.isOutdated?.());
          unheard && warn(
            `no "${unheard.name}" on this page, or of a version that is not spoken: nobody is remembered`
          );
        }
        missing && setTimeout(wake, wait, Math.min(wait * 1.5, MAX_LOOK_MS));
      };
      wake(FIRST_LOOK_MS), onConsent = callback, settle();
    },
    askAgain() {
      for (let read2 of readers) read2();
    },
    sayConsent(granted2, manager = "api") {
      (granted2 || siteWord?.manager !== "objection") && (siteWord = { status: granted2 ? "granted" : "denied", own: !0, manager }), settle(!0);
    }
  };
}

// src/page/delivery/askNumbers.ts
var NUMBERS_ANSWER_MS = 400;
async function askNumbers(found) {
  let { endpoint, key, conditions } = site;
  try {
    let answer = await (await fetch(`${endpoint}/v1/numbers`, {
      method: "POST",
      body: JSON.stringify({ site: key, ...found }),
      credentials: "omit",
      signal: AbortSignal.timeout(NUMBERS_ANSWER_MS)
    })).json(), own = trackedNumbers(site, conditions);
    return answer.to_swap.every(
      ({ number, tracked }) => own.some((swap) => swap.number === number && swap.tracked === tracked)
    ) ? answer : void 0;
  } catch {
    return;
  }
}

// node_modules/js-cookie/dist/js.cookie.mjs
function assign(target) {
  for (var i = 1; i < arguments.length; i++) {
    var source = arguments[i];
    for (var key in source)
      key !== "__proto__" && (target[key] = source[key]);
  }
  return target;
}
var defaultConverter = {
  read: function(value) {
    return value[0] === '"' && (value = value.slice(1, -1)), value.replace(/(%[\dA-F]{2})+/gi, decodeURIComponent);
  },
  write: function(value) {
    return encodeURIComponent(value).replace(
      /%(2[346BF]|3[AC-F]|40|5[BDE]|60|7[BCD])/g,
      decodeURIComponent
    );
  }
};
function init(converter, defaultAttributes) {
  function set(name, value, attributes) {
    if (!(typeof document > "u")) {
      attributes = assign({}, defaultAttributes, attributes), typeof attributes.expires == "number" && (attributes.expires = new Date(Date.now() + attributes.expires * 864e5)), attributes.expires && (attributes.expires = attributes.expires.toUTCString()), name = encodeURIComponent(name).replace(/%(2[346B]|5E|60|7C)/g, decodeURIComponent).replace(/[()]/g, escape);
      var stringifiedAttributes = "";
      for (var attributeName in attributes)
        attributes[attributeName] && (stringifiedAttributes += "; " + attributeName, attributes[attributeName] !== !0 && (stringifiedAttributes += "=" + attributes[attributeName].split(";")[0]));
      return document.cookie = name + "=" + converter.write(value, name) + stringifiedAttributes;
    }
  }
  function get(name) {
    if (!(typeof document > "u" || arguments.length && !name)) {
      for (var cookies2 = document.cookie ? document.cookie.split("; ") : [], jar = {}, i = 0; i < cookies2.length; i++) {
        var parts = cookies2[i].split("="), value = parts.slice(1).join("=");
        try {
          var found = decodeURIComponent(parts[0]);
          if (found in jar || (jar[found] = converter.read(value, found)), name === found)
            break;
        } catch {
        }
      }
      return name ? jar[name] : jar;
    }
  }
  return Object.create(
    {
      set,
      get,
      remove: function(name, attributes) {
        set(
          name,
          "",
          assign({}, attributes, {
            expires: -1
          })
        );
      },
      withAttributes: function(attributes) {
        return init(this.converter, assign({}, this.attributes, attributes));
      },
      withConverter: function(converter2) {
        return init(assign({}, this.converter, converter2), this.attributes);
      }
    },
    {
      attributes: { value: Object.freeze(defaultAttributes) },
      converter: { value: Object.freeze(converter) }
    }
  );
}
var api = init(defaultConverter, { path: "/" });

// src/page/ground/uuid.ts
function uuid() {
  return "10000000-1000-4000-8000-100000000000".replace(
    /[018]/g,
    (digit) => (+digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> +digit / 4).toString(16)
  );
}
var isUuid = (text) => /^(?=.{14}4.{4}[89ab])[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

// src/page/terminal/session.ts
var BLANK = {
  condition: "",
  landing: "",
  last_action: 0,
  last_url: "",
  referrer: "",
  source: "",
  channel: "direct",
  to_swap: [],
  tracking_ids: {},
  pages: 0,
  since: 0,
  consent: "",
  pending: [],
  holder: ""
}, SESSION = "mgt_session", DAY_MS = 864e5, MAX_PENDING_ITEMS = 50, MAX_PENDING_LENGTH = 16384, MAX_SESSION_LENGTH = 65536, holderOf = (visitor) => `${site.key}:${visitor.slice(0, 8)}`, shape = (session) => JSON.stringify(session, (key, value) => key ? value?.constructor.name : value);
function readSession() {
  try {
    let text = localStorage.getItem(SESSION), session = { ...JSON.parse(text) };
    "holder" in session || (session.holder = holderOf(""));
    let age = Date.now() - session.since;
    return text.length < MAX_SESSION_LENGTH && // As we write it: the same keys in the same order, of the same types.
    shape(session) === shape(BLANK) && session.holder.startsWith(holderOf("")) && /^(https?|file):/.test(new URL(session.landing).protocol) && // Of a script that tells no channels it is empty.
    (!session.channel || isChannel(session.channel)) && Number.isInteger(session.pages) && session.pages > 0 && session.pending.every(({ id }) => id) && // A day's tolerance for a clock that was set back.
    age > -DAY_MS && age < site.visitorDays * DAY_MS ? session : void 0;
  } catch {
    return;
  }
}
function writeSession(session) {
  let { pending } = session;
  for (; pending.length > MAX_PENDING_ITEMS || JSON.stringify(pending).length > MAX_PENDING_LENGTH; ) {
    let last2 = pending.findLastIndex((item) => "type" in item);
    if (last2 < 0) throw Error();
    pending.splice(last2, 1);
  }
  localStorage.setItem(SESSION, JSON.stringify(session));
}

// src/page/terminal/remember.ts
var VISITOR = "mgt_visitor", isTold = !1, visitorId = () => `${api.get(VISITOR)}`;
function knownVisitor() {
  try {
    return isUuid(visitorId()) ? visitorId() : void 0;
  } catch {
    return;
  }
}
function remembered() {
  let session = readSession();
  if (!session || !isUuid(visitorId())) return;
  let holder = holderOf(visitorId());
  return holder.startsWith(session.holder) ? { ...session, holder } : void 0;
}
function hideInherited() {
  let own = {};
  for (let key in own) own[key] = "";
  return own;
}
function remember(session, visitor = visitorId()) {
  let cause = "";
  try {
    if (writeSession({ ...session, holder: holderOf(visitor) }), visitorId() !== visitor && api.set(VISITOR, visitor, {
      ...hideInherited(),
      sameSite: "Lax",
      secure: location.protocol === "https:",
      expires: new Date(session.since + site.visitorDays * DAY_MS),
      ...site.cookieDomain && { domain: site.cookieDomain }
    }), remembered()) return !0;
  } catch (error) {
    cause = error;
  }
  return forgetAll(), isTold || console.warn(
    site.cookieDomain ? `mgt: the visitor is not stored: is "cookieDomain": "${site.cookieDomain}" a domain of this page, and your own?` : "mgt: the visitor is not stored: cookies or storage are blocked or full, or built-ins changed",
    cause
  ), isTold = !0, !1;
}
function expireVisitor(domain = "") {
  api.get(VISITOR) && (document.cookie = `${VISITOR}=;path=/;max-age=-1${domain}`);
}
function forgetAll() {
  try {
    expireVisitor(), expireVisitor(`;domain=${site.cookieDomain}`), localStorage.removeItem(SESSION);
  } catch {
  }
}

// src/page/delivery/post.ts
var EVENTS_ROUTE = "/v1/events";
async function post(route, body, signal) {
  try {
    if (site.endpoint)
      return await fetch(site.endpoint + route, {
        method: "POST",
        body: JSON.stringify(body),
        keepalive: !0,
        // Only the answer to events sets the cookie.
        credentials: site.cookie === "server" && route === EVENTS_ROUTE ? "include" : "omit",
        signal
      });
  } catch {
  }
}

// src/page/delivery/createOutbox.ts
var MAX_WAIT_S = 150, MAX_RETRY_AFTER_S = 86400;
function createOutbox() {
  let controller, underWay = [], failures = 0, notBefore = 0, askedTime = 0, isTold3 = !1;
  function wait(retryAfter) {
    let jitter = 1 + Math.random(), after = (seconds) => Date.now() + seconds * 1e3 * jitter;
    askedTime = Math.max(askedTime, after(Math.min(retryAfter, MAX_RETRY_AFTER_S))), notBefore = Math.max(notBefore, askedTime, after(Math.min(2 ** failures++, MAX_WAIT_S))), setTimeout(send, notBefore - Date.now() + 1);
  }
  function settle(ids) {
    failures = 0, notBefore = askedTime;
    let session = remembered();
    session && (session.pending = session.pending.filter(({ id }) => !ids.includes(id)), remember(session));
  }
  async function deliver(route, body, items, isLeaving) {
    let ids = items.map(({ id }) => id);
    if (underWay.push(...ids), isLeaving && navigator.sendBeacon?.(site.endpoint + route, JSON.stringify(body))) return;
    let { signal } = controller, answer = await post(route, body, signal);
    signal.aborted || (underWay = underWay.filter((id) => !ids.includes(id)), answer?.status === 403 && !isTold3 && (isTold3 = !0, console.warn(
      `mgt: refused by the endpoint; add to site "${site.key}": "origins": ["${location.origin}"]`
    )), answer && answer.status < 500 && answer.status !== 429 ? settle(ids) : wait(Number(answer?.headers.get("Retry-After")) || 0));
  }
  function send(isLeaving = !1) {
    let session = controller && site.endpoint && (isLeaving || Date.now() >= notBefore) ? remembered() : void 0;
    if (!session) return;
    let events = [];
    for (let item of session.pending)
      underWay.includes(item.id) || ("status" in item ? deliver("/v1/consents", item, [item], isLeaving) : events.push(item));
    if (MODE_HAS.events && events[0]) {
      let body = {
        site: site.key,
        visitor: visitorId(),
        sent: Date.now(),
        consent: session.consent,
        events
      };
      deliver(EVENTS_ROUTE, body, events, isLeaving);
    }
  }
  return (MODE_HAS.consent || MODE_HAS.events) && listen(["pagehide", "visibilitychange", "online"], ({ type }) => {
    let isBack = type === "online", isLeaving = !isBack && (document.hidden || type === "pagehide");
    isBack ? notBefore = askedTime : isLeaving || (underWay = []), send(isLeaving);
  }), {
    isOpen: () => !!controller,
    openOutbox() {
      controller ||= new AbortController(), (MODE_HAS.consent || MODE_HAS.events) && send();
    },
    closeOutbox() {
      controller?.abort(), controller = void 0, underWay = [];
    }
  };
}

// src/vocabulary/parseUrl.ts
function parseUrl(href) {
  try {
    return new URL(href);
  } catch {
    return;
  }
}

// src/page/entry/tabLanding.ts
function tabLanding(addresses, isLast) {
  let views = [];
  for (let address of addresses) {
    let [view] = (address || "").split("#");
    view && view !== views.at(-1) && views.push(view);
  }
  let isLanding = (view) => {
    let url = parseUrl(view);
    return !!url && hasCampaign(url);
  }, at = isLast ? views.findLastIndex(isLanding) : views.findIndex(isLanding);
  return at < 0 ? void 0 : { url: views[at], pages: views.length - at + 1 };
}

// src/page/lifecycle/createView.ts
function createView(arrival, url) {
  let view = { url, referrer: document.referrer, arrival, at: Date.now() };
  return Object.defineProperty(view, "language", { get: () => `${navigator.languages[0] || ""}` }), Object.defineProperty(view, "device", {
    get() {
      let { userAgentData, userAgent } = navigator;
      return userAgentData?.mobile ?? /Mobi/.test(userAgent) ? "mobile" : "desktop";
    }
  }), view;
}

// src/page/lifecycle/onCallClick.ts
function onCallClick(callback) {
  listen(["click"], ({ target }) => {
    let link = target.closest?.('a[href^="tel:" i]');
    link && callback(link.getAttribute("href"));
  });
}

// src/page/lifecycle/onPageView.ts
function onPageView(callback) {
  listen(["pageshow"], (event) => {
    event.persisted && callback();
  });
  let { pathname, search } = location, check = (isReplaced) => {
    let isNew = location.pathname !== pathname || !isReplaced && location.search !== search;
    ({ pathname, search } = location), isNew && callback();
  }, { navigation } = window;
  if (navigation?.currentEntry)
    navigation.addEventListener(
      "currententrychange",
      (event) => check(event.navigationType === "replace")
    );
  else {
    for (let name of ["pushState", "replaceState"]) {
      let original = history[name];
      history[name] = (...args) => {
        original.apply(history, args), check(name === "replaceState");
      };
    }
    listen(["popstate"], () => check(!1));
  }
}
function isArrival() {
  let [navigation] = performance.getEntriesByType?.("navigation") || [], type = navigation?.type;
  return type !== "reload" && type !== "back_forward";
}

// src/page/lifecycle/tabAddresses.ts
function tabAddresses() {
  let { navigation } = window, index = navigation?.currentEntry?.index;
  return [...(index && callSafely(() => navigation.entries().slice(0, index)) || []).map(({ url }) => url), document.referrer];
}

// src/page/lifecycle/whenActivated.ts
function whenActivated(callback) {
  document.prerendering ? listen(["prerenderingchange"], callback) : queueMicrotask(() => callSafely(callback));
}

// src/page/numbers/idle.ts
var idle = globalThis.requestIdleCallback || ((next) => setTimeout(next, 100));

// src/page/numbers/createPatience.ts
var MARKS = [
  "#__next",
  "#__nuxt",
  "#___gatsby",
  "[data-reactroot]",
  "astro-island",
  "[data-sveltekit-preload-data]",
  '[src*="/_next/"]',
  '[href*="/_app/immutable/"]',
  '[href*="/entry.client"]'
].join(), SUSPENSE_MS = 500, SUSPENSE_MARKED = 'boolean(//comment()[starts-with(.,"$")])', BOOLEAN_TYPE = 3;
function createPatience(callback) {
  let isSettled = document.readyState === "complete", isWaiting = !1, wasSeen = !1, settle = () => {
    isSettled = !0, isWaiting && callSafely(callback);
  };
  return addEventListener(
    "load",
    () => idle(() => {
      let late = document.evaluate(SUSPENSE_MARKED, document, null, BOOLEAN_TYPE);
      setTimeout(idle, late.booleanValue ? SUSPENSE_MS : 0, settle);
    })
  ), () => (isWaiting ||= site.swapAt === "load" || site.swapAt === "auto" && !(wasSeen && document.readyState === "complete") && !!document.querySelector(MARKS), wasSeen ||= !!document.body, isWaiting && !isSettled);
}

// src/page/numbers/originals.ts
var originals = /* @__PURE__ */ new WeakMap(), written = /* @__PURE__ */ new Set(), tally = { changes: 0 }, holderOf2 = (place) => place.ownerElement || place, writtenIn = (place) => originals.get(holderOf2(place))?.[place.nodeName], isAsWritten = (place) => !!writtenIn(place) && writtenIn(place)?.writtenText === place.nodeValue, originalOf = (place) => isAsWritten(place) ? writtenIn(place)?.original : place.nodeValue, isLost = (place) => (writtenIn(place)?.fights || 0) >= 50;
function write(place, original, text, together) {
  let known = writtenIn(place);
  if (!known) {
    if (original === text) return;
    let holder = holderOf2(place), all = originals.get(holder) || {};
    originals.set(holder, all), written.add(new WeakRef(holder)), known = all[place.nodeName] = { original, writtenText: text, fights: 0, fightAt: 0 };
  }
  if (Object.assign(known, { original, writtenText: text, together }), place.nodeValue === text) return;
  let at = Date.now();
  known.fights = at - known.fightAt < 99 ? known.fights + 1 : 0, known.fightAt = at, !(known.fights > 50) && (place.nodeValue = text, tally.changes++);
}
var writtenNodes = () => [...written].flatMap((ref) => {
  let node = ref.deref();
  return node || written.delete(ref), node || [];
});

// src/page/numbers/places/nodes.ts
var NAMES_ITS = "data-mgt-swap", NAMED = `[${NAMES_ITS}]`, NOT_SWAPPED = "[data-mgt-noswap]", UNREAD = `noscript,textarea,${NOT_SWAPPED},[contenteditable]:not([contenteditable="false" i])`, BORDERED = "a,label,sub,sup", INLINE = `:is(${BORDERED},abbr,b,bdi,bdo,cite,code,data,del,dfn,em,font,i,ins,kbd,mark,q,s,samp,small,span,strong,time,tspan,u,var,wbr,div[style*=inline-b]):not(${UNREAD})`, UNSEEN = /^(script|style|template)$/i, isBordered = (node) => node.matches(BORDERED), isUnseen = (node) => UNSEEN.test(node.nodeName), isInline = (node) => node.matches(INLINE) && !(MODE_HAS.marks && node.matches(NAMED)), isInRun = (node) => node.nodeType !== 1 || isInline(node) || isUnseen(node);

// src/page/numbers/text/notation.ts
var EDGE = new RegExp("[-]", "g"), withoutEdges = (text) => text.replace(EDGE, ""), SEPARATOR = "\\s./()[\\]\\xad\\xb7\\u200b-\\u2069\\u2212\\u2219\\u22c5\\u25cf\\u30fc\\uff08\\uff09\\uff0d-\\uff0f--", OTHER_ZEROS = [1632, 1776, 65296], ANY_DIGIT = /[\d\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, digitPattern = () => ANY_DIGIT, plain = (text) => text.replace(ANY_DIGIT, (digit) => `${digit.charCodeAt(0) & 15}`), inScriptOf = (digit, text) => text.replace(/\d/g, (each) => String.fromCharCode(digit.charCodeAt(0) & -16 | +each)), digitIn = (digit) => `[${digit}${OTHER_ZEROS.map((zero) => String.fromCharCode(zero + +digit)).join("")}]`;

// src/page/numbers/text/guessPlan.ts
var CODES_BY_ZONE = ["1", "7", "2[07]", "3[0-469]", "4[013-9]", "5[1-8]", "6[0-6]", "8[1246]", "9[0-58]"], SHORT_CODES = new RegExp(`^(${CODES_BY_ZONE.join("|")})`), CODES_WITHOUT_TRUNK = [
  "1",
  "3[0469]",
  "4[578]",
  "35[124]",
  "37[0-8]",
  "420",
  "50\\d",
  "52",
  "65",
  "852",
  "97[34]"
], NO_TRUNK = new RegExp(`^(${CODES_WITHOUT_TRUNK.join("|")})$`);
function guessPlan(number) {
  let digits = number.slice(1), code = SHORT_CODES.exec(digits)?.[0] || digits.slice(0, 3), trunk = NO_TRUNK.test(code) ? "" : "0", national = (trunk + digits.slice(code.length)).replace(/\B(?=(\d\d){1,9}$)/g, " ");
  return { code, trunk, national };
}

// src/page/numbers/text/planOf.ts
var planOf = (number, alike) => site.plans[number] || guessPlan(number);

// src/page/numbers/text/lexicon.ts
var GAP = `[${SEPARATOR}]*`, spaced = (digits, gap = GAP) => digits.replace(/\d/g, (digit) => digitIn(digit) + gap), sourceOf = ({ plan: { code, trunk, optional }, significant }) => (
  // What a country dials before a calling code: 00, 011, 0011, 010, 00x.
  `(?:(?<!\\d)(?:(?:[+\\uff0b]|${spaced("0")}(?:${spaced("0")}\\d?|0?${spaced("1")}[01]))${GAP}${spaced(code)}(?:${spaced(trunk)})?|${spaced(trunk)}))${optional ? "?" : ""}${spaced(significant).slice(0, -GAP.length)}`
), roughSourceOf = ({ significant }) => spaced(significant, "\\D*"), lexicon = {};
function lookFor(swaps, former) {
  let add = (number, owner) => {
    let plan = planOf(number, owner), shown = swaps.find((swap) => swap.number === owner)?.tracked || owner;
    return { number, owner, shown, plan, significant: number.slice(1 + plan.code.length) };
  }, sought = [
    ...[...swaps.map(({ number }) => number), ...former.values()].map((number) => add(number, number)),
    ...[...former].map(([tracked, number]) => add(tracked, number))
  ].sort((a, b) => b.significant.length - a.significant.length), patternOf = (source, flags) => new RegExp([...new Set(sought.map(source))].join("|") || "(?!)", flags);
  lexicon.sought = sought, lexicon.finder = patternOf(sourceOf, "g"), lexicon.rough = patternOf(roughSourceOf);
}

// src/page/numbers/places/meantIn.ts
function meantIn(element) {
  let nearest = element.closest(MODE_HAS.marks ? `${NAMED},${UNREAD}` : UNREAD);
  if (!nearest) return;
  let id = MODE_HAS.marks && nearest.getAttribute(NAMES_ITS), number = MODE_HAS.marks && site.numbers.find((each) => each.id === id)?.number;
  return MODE_HAS.marks && lexicon.sought.find((each) => each.number === number && each.shown !== number) || null;
}

// src/page/numbers/places/swapImage.ts
function swapImage(element) {
  let picture = element.closest("picture"), image = picture?.querySelector("img") || element, source = image.getAttributeNode("src");
  if (!source) return;
  let original = originalOf(source), found = rules.image(original) || rules.image(new URL(original, document.baseURI).href), number = site.numbers.find(({ id }) => id === found?.number)?.number, shown = lexicon.sought.find((each) => each.number === number)?.shown, after = shown && found?.srcFor[shown];
  write(source, original, after || original);
  for (let other of [image, ...picture?.querySelectorAll("source") || []]) {
    let set = other.getAttributeNode("srcset");
    set && write(set, originalOf(set), after || originalOf(set));
  }
}

// src/page/numbers/text/evidence.ts
var REACH = 200, MARKS2 = new RegExp(`[\\u0300-\\u036f\\xad${""}]`, "g"), isOther = (text) => /[^\0-\u036f\u2010-\u203a\u20ac]/.test(text), otherLetters = () => /(?![\w\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc])[\p{L}\p{Mc}\p{Nd}]/gu;
function simplified(raw) {
  let text = plain(raw).replace(MARKS2, "");
  return isOther(text) && (text = text.replace(/[\p{Mn}\p{Cf}]/gu, "").replace(otherLetters(), "A").replace(new RegExp("\\p{Sc}", "gu"), "$")), text.replace(/[\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f]/g, "A").replace(/\s+/g, " ").replace(/[\u2010-\u2015]/g, "-").replace(/[\xa2-\xa5\u20ac]/g, "$").replace(/[\u066b\u066c]/g, ".");
}
var OPENING = "", OTHER = "", PHONE = "\x07", N = `[${OPENING}${OTHER}]`, EDGES = new RegExp(`[${""}${""}]`, "g"), UNIT = "(?![^ ).,;:!?]|[,.:]\\d| (?:[Hhj%$]|[AP]M|day|min|km|ans))", BEFORE = `(?:[ .]|\\) ?| ?\\((?!${N}\\)))`, any = (...sources) => new RegExp(sources.join("|")), LETTER = any(`[A-Za-z]*${N}`, `${N}(?![xX]\\d{1,6}(?![\\w-]))*[A-Za-z]`), SIGN = `(?:\\d[.,/-]?|[_@=#$+])${N}|${N}(?:[.,/-]?\\d|[_@=#]| ?\\$)`, ADDRESS = `[A-Za-z]\\.[A-Za-z]+[^ ]*/[^ ]*${N}|${N}(?:[\\w.+-]*@|\\.[a-z]{2})`, GUARD = any(
  SIGN,
  ADDRESS,
  // `+674 …`, `00674 …`: another calling code; `FR76 …`: an IBAN
  `(?:\\+|(?<!\\d)00|[A-Z]{2})\\d{1,4}(?: \\d+)*${BEFORE}${N}`,
  // `1 85 …`, `123456 …`; `12 …`, but for a post code, a year, the number of a house before what opens a number; `9 (495) …`
  `(?<![^ (])(?:\\d+(?:(?: \\d+|\\d{5})${BEFORE}${N}|${BEFORE}${OTHER})|\\d ?\\(${N}(?!\\)))`,
  // `… 012`
  `${N}(?: \\d+)+(?! \\d)${UNIT}`
), WHOLE = any(
  `(?<![A-Za-z\\d])+[^\\w@=#$]*${N}[^\\w@=#$]*+(?![A-Za-z\\d])`
), AND = "(?:ou|et|or|and|und|oder|bis|to|thru|a|au|y|e|of?|&)(?![a-z])", FAX = "(?:tele)?fax", LAST = `[ .:(/-]*(?!(?:[ ./()-]{0,3}\\d){9})\\d(?:[ .-]?\\d){1,7}${UNIT}`, SHARED = any(
  `${N}[ ]*(?:(?:/|[,;/(-]?[ ]*${FAX})[ ]*${LAST}|(?:-|[,;(] ?-(?! )|[,;(]?[ ]*${AND})[ ]*${LAST}(?! (?!${AND}|${FAX})[a-z]{2}))`,
  `${N}(?:-| ?/ ?)\\d(?! ?[a-z\\d(])${UNIT}`
), phonesLike = ({ plan: { trunk, optional }, significant: { length } }) => new RegExp(
  `(?<![^ (/,;:|-]|\\d[ ./-])(?:(?:\\+|00)\\d(?:[ ./()-]{0,3}\\d){8,14}|(?:${trunk})${optional ? "?" : ""}(?:[ ./()-]{0,3}\\d){${length}})(?![\\d${OPENING}${OTHER}]|[ ./-]\\d)`,
  "g"
), shapeOf = (text) => text.replace(/\d/g, "0").replace(/\D+/g, " ");
function evidenceFor(text, start3, raw, sought) {
  let end = start3 + raw.length, { trunk, national } = sought.plan, digits = plain(raw), isOpening = /^\D/.test(digits) || text[start3 - 1] === "(" || trunk && shapeOf(digits) === shapeOf(national), near = simplified(
    text.slice(Math.max(0, start3 - REACH), start3) + (isOpening ? OPENING : OTHER) + text.slice(end, end + REACH)
  ), flat = near.replace(EDGES, "").replace(phonesLike(sought), PHONE);
  return SHARED.test(flat.toLowerCase()) ? "shared" : (LETTER.test(near) || GUARD.test(flat)) && (raw.search(EDGES) >= 0 || !WHOLE.test(near)) ? "guarded" : "clear";
}

// src/page/numbers/text/regroup.ts
var written2 = ({ national }) => national.replace(/\D/g, "").length;
function regroup(raw, { number, plan, significant: { length } }, other, target) {
  let text = withoutEdges(raw), ascii = plain(text), significant = target.slice(1 + other.code.length), separators = ascii.split(/\d+/).slice(1, -1), same = separators.at(-1)?.replace(/[()]/g, "") || "", inScript = (shown2) => inScriptOf(text.charAt(ascii.search(/\d/)), shown2), digits = ascii.replace(/\D/g, ""), isAbroad = other.code !== plan.code, isNational = !/^[+\uff0b]/.test(text) && digits.length - length <= plan.trunk.length;
  if (!isAbroad && target.length === number.length && !(isNational && written2(plan) !== written2(other)))
    return;
  let groups = other.national?.match(/\d+/g) || [significant];
  (isAbroad || !isNational) && groups.splice(
    0,
    1,
    (!isAbroad && /^0/.test(ascii) ? digits.slice(0, digits.indexOf(plan.code, 2)) : "+") + other.code,
    // Abroad the trunk prefix is not dialled.
    groups[0].slice(groups.join("").length - significant.length)
  );
  let shown = groups.filter(Boolean);
  return inScript(
    shown.map(
      (group, at) => shown.length === separators.length + 1 ? group + (separators[at] || "") : group + // What closes a parenthesis that opened before the number stays.
      (at || !/^[^(]*\)/.test(text) ? "" : ")") + (shown[at + 1] ? same : "")
    ).join("")
  );
}

// src/page/numbers/text/rewrite.ts
var ANY = new RegExp(
  `(?<!\\d|\\d[/.]|[hj]/)(?!\\d\\d?[/.]\\d\\d?[/.]\\d)\\(?[+\\uff0b]?\\d(?:(?!\\s?\\((?!\\d+\\)))[${SEPARATOR}]{0,5}\\d){5,12}(?![a-z]|\\s?\\d+(?![\\w/]))`,
  "g"
);
function project(raw, digits, sought, target, isAny) {
  let {
    significant,
    plan: { code, trunk, optional },
    owner
  } = sought, prefix = digits.slice(0, -significant.length), text = isAny && (digits.length < significant.length || prefix !== (optional ? "" : trunk) && !prefix.includes(code)) ? target : regroup(raw, sought, planOf(target, owner), target);
  if (text) return text + (raw.match(EDGE) || []).join("");
  let at = 0;
  return raw.replace(
    digitPattern(),
    (digit) => at++ < prefix.length ? digit : inScriptOf(digit, target.at(at - digits.length - 1))
  );
}
var rewrite = (text, targetOf, meant) => text.replace(MODE_HAS.marks && meant ? ANY : lexicon.finder, (raw, start3) => {
  let ascii = plain(raw), digits = ascii.replace(/\D/g, ""), found = MODE_HAS.marks && meant ? meant : lexicon.sought.find(({ significant }) => digits.endsWith(significant)), target = (
    // Too much between two digits: no number goes on there. An indentation is read as one space.
    !/\D{6}/.test(withoutEdges(ascii).replace(/\s+/g, " ")) && targetOf(found, start3, raw)
  ), isAny = MODE_HAS.marks && !!meant;
  return target && (isAny || target !== found.number) ? project(raw, digits, found, target, isAny) : raw;
});

// src/page/numbers/text/relink.ts
var LINK = new RegExp(`^(\\s*(?:tel|sms|callto):)((?:[+\\d${SEPARATOR}]|%[^3467].)*\\d)`, "i");
function dialled(href, meant) {
  let [all, scheme, number = ""] = LINK.exec(plain(href)) || [];
  if (!all) return;
  let digits = number.replace(/%2b/i, "+").replace(/%..|[^+\d]|(?<=\d)\+|^\++(?=[+0])/g, ""), found = MODE_HAS.marks && meant;
  if (!found)
    for (let text of [digits, `+${digits}`])
      rewrite(text, (sought, _, raw) => (raw === text && (found ||= sought), ""));
  return found ? [found, (other) => scheme + other + href.slice(all.length)] : void 0;
}
var ownerIn = (href) => dialled(href)?.[0].owner;

// src/page/numbers/places/swapRun.ts
var leftLinks = /* @__PURE__ */ new WeakSet(), addressOf = (link) => link?.getAttributeNode("href") || link?.getAttributeNode("xlink:href");
function swapLink(link, meant) {
  let attribute = addressOf(link);
  if (!attribute) return;
  let href = originalOf(attribute), [sought, dialling] = dialled(href, meant) || [], target = leftLinks.has(link) ? sought?.owner : sought?.shown;
  write(attribute, href, dialling && target && target !== sought?.number ? dialling(target) : href);
}
function heldIn(run, values) {
  let isKept = run.map(
    (part) => isAsWritten(part) && !writtenIn(part)?.together?.some((node) => !run.includes(node) || !isAsWritten(node))
  ), owners = rewrite(values.join(""), ({ owner }) => owner).split(""), isWhole = isKept.every((isOurs, at) => isOurs || owners[at] === values[at]);
  return values.map(
    (value, at) => isKept[at] && (isWhole || owners[at] === value) ? originalOf(run[at]) : value
  );
}
function swapRun(run, meant) {
  let values = run.map((part) => typeof part == "string" ? part : part.nodeValue);
  if (!(MODE_HAS.marks && meant) && !lexicon.rough.test(values.join("")) && !run.some(writtenIn)) return;
  let held = heldIn(run, values), text = held.join(""), shared = /* @__PURE__ */ new Set(), linkOf = (part) => part.parentElement?.closest("a"), any2 = MODE_HAS.marks && meant;
  any2 && rewrite(text, ({ owner }) => (owner === meant?.owner && (any2 = null), ""));
  let shown = rewrite(
    text,
    (sought, start3, raw) => {
      let { owner } = sought, evidence = evidenceFor(text, start3, raw, sought), isShared = evidence === "shared";
      if (MODE_HAS.marks && meant && !isShared) return meant.owner === owner && sought.shown;
      if (evidence === "clear") return sought.shown;
      let first = text.slice(0, start3).split("").length - 1, link = linkOf(run[first]);
      if (isShared) shared.add(link);
      else if (dialled(addressOf(link)?.value || "")) return sought.shown;
      return (isShared && !any2 || raw.split("").some((_, at) => writtenIn(run[first + at]))) && owner;
    },
    any2
  ).split("");
  if (shown.length > run.length) return;
  let after = run.some(isLost) ? held : shown, group = after.some((part, at) => !part && held[at]) ? run.filter((_, at) => after[at] !== held[at] && /\d/.test(plain(held[at]))) : void 0;
  run.forEach((part, at) => {
    if (typeof part == "string") return;
    write(part, held[at], after[at], group?.includes(part) ? group : void 0);
    let link = linkOf(part);
    link && shared.has(link) !== leftLinks.has(link) && (shared.has(link) ? leftLinks.add(link) : leftLinks.delete(link), swapLink(link, meant));
  });
}

// src/page/numbers/places/swapAttributes.ts
var textAttributes = () => [
  "aria-label",
  "title",
  "alt",
  ...MODE_HAS.fields ? ["value"] : [],
  ...site.attributes
], attributeNames = () => [
  "href",
  "xlink:href",
  ...textAttributes(),
  "src",
  "srcset"
];
function selectorOf() {
  let ends = [""];
  return [
    // A page's other links are many.
    '[*|href*=":"]:not([href^=http])',
    ...textAttributes().flatMap(
      (name) => ends.map((end) => `[${CSS.escape(name)}${end}]`)
    ),
    "img,source",
    ...MODE_HAS.marks ? [`${NAMED},${NAMED} *`] : []
  ].join();
}
var isEdited = (field) => field.localName !== "input" || /^[hpcr]/.test(field.type) || field.matches(":focus") || field.value !== field.defaultValue, isSource = (name) => /^src/.test(name);
function swapAttributes(element) {
  for (let name of attributeNames()) {
    let attribute = element.getAttributeNode(name);
    if (!attribute) continue;
    let isOurs = isAsWritten(attribute), meant = meantIn(element);
    !isOurs && (meant === null || !(isSource(name) || MODE_HAS.marks && meant || // Digits are never percent-encoded, what stands between them may be.
    lexicon.rough.test(attribute.value.replace(/%../g, "")))) || (/href$/.test(name) ? swapLink(element, meant) : isSource(name) ? swapImage(element) : (!MODE_HAS.fields || isOurs || name !== "value" || !isEdited(element)) && swapRun([attribute], meant));
  }
}

// src/page/numbers/createWatch.ts
function changedBy(records) {
  let roots = /* @__PURE__ */ new Set(), last2;
  for (let record of records) {
    let { type, target, attributeName, addedNodes, removedNodes } = record;
    if (type !== "childList") {
      let place = attributeName ? target.getAttributeNode(attributeName) : target;
      (!place || !isAsWritten(place)) && roots.add(target);
      continue;
    }
    if (!last2?.contains(target))
      for (let node of addedNodes)
        (node.nodeType === 1 ? !isUnseen(node) : /\S/.test(node.nodeValue)) && (roots.add(node), last2 = node);
    if (removedNodes[0])
      for (let near of [target, record.previousSibling, record.nextSibling])
        near && isInRun(near) && roots.add(near);
  }
  return roots;
}
function createWatch(onChange) {
  let waiting = [], flush = () => {
    let records = waiting;
    waiting = [], callSafely(() => onChange(changedBy(records)));
  }, observer = new MutationObserver((records) => {
    let isFirst = !waiting[0];
    waiting = [...waiting, ...records], document.readyState !== "loading" ? flush() : isFirst && (document.hidden ? setTimeout : requestAnimationFrame)(flush);
  });
  return (tree) => observer.observe(tree, {
    childList: !0,
    subtree: !0,
    characterData: !0,
    attributeFilter: [...attributeNames(), ...MODE_HAS.marks ? [NAMES_ITS] : []]
  });
}

// src/page/numbers/places/createTrees.ts
function createTrees(onTree) {
  let trees = [];
  function adopt(owner, tree = owner.shadowRoot) {
    let view = tree?.defaultView;
    !tree || trees.includes(tree) || view && ("mgt" in view || view.document.readyState !== "complete") || owner.closest(NOT_SWAPPED) || (trees.push(tree), onTree(tree), hear(tree, view));
  }
  let look = (element) => element.nodeName === "IFRAME" ? adopt(element, element.contentDocument) : adopt(element);
  function lookUnder(root) {
    root.nodeType === 1 && callSafely(look, root);
    for (let element of root.querySelectorAll?.("*") || [])
      callSafely(look, element);
  }
  let find = (roots) => {
    idle(() => {
      for (let root of roots) callSafely(lookUnder, root);
    });
  };
  function hear(tree, view) {
    if (tree.addEventListener("load", ({ target }) => callSafely(look, target), !0), find([tree]), !view) return;
    let { prototype } = view.Element, { attachShadow } = prototype;
    prototype.attachShadow = function(options) {
      let root = attachShadow.call(this, options);
      return options.mode === "open" && callSafely(adopt, this, root), root;
    };
  }
  return hear(document, window), {
    found: () => (trees = trees.filter(
      (tree) => tree.isConnected && (tree.ownerDocument || tree).defaultView
    ), trees),
    find
  };
}

// src/page/numbers/places/scanUnder.ts
function scanUnder(root, done) {
  if (MODE_HAS.trees && (root.ownerDocument || root).designMode === "on") return;
  let top = root.documentElement || root, block = top;
  for (; block.parentNode && isInRun(block); ) block = block.parentNode;
  let blocks = [block];
  function swapBlock(block2) {
    let meant = block2.nodeType === 1 ? meantIn(block2) : void 0;
    if (meant === null && !isAsWritten(top)) return;
    done.add(block2);
    let run = [], end = () => {
      run[0] && swapRun(run, meant), run = [];
    }, gather = (node) => {
      if (node.nodeType === 3) run.push(node);
      else {
        if (node.nodeType !== 1 || isUnseen(node)) return;
        if (isInline(node)) {
          if (!node.firstChild) return;
          let isApart = isBordered(node);
          run.push(isApart ? "" : "");
          for (let inner = node.firstChild; inner; inner = inner.nextSibling) gather(inner);
          run.push(isApart ? "" : "");
        } else
          end(), top.contains(node) && (MODE_HAS.marks && meant || node.nodeName === "BODY" || lexicon.rough.test(node.textContent)) && blocks.push(node);
      }
    };
    for (let node of block2.childNodes) callSafely(gather, node);
    end();
  }
  let look = (element) => {
    MODE_HAS.marks && element.matches(NAMED) && blocks.push(element), swapAttributes(element);
  };
  top.nodeType === 1 && callSafely(look, top);
  for (let element of top.querySelectorAll?.(selectorOf()) || [])
    callSafely(look, element);
  for (let each of blocks) done.has(each) || callSafely(swapBlock, each);
}

// src/page/numbers/createNumbers.ts
function createNumbers(onSwap) {
  let swaps, former = /* @__PURE__ */ new Map(), mustWait, trees, watch, subscriptions = /* @__PURE__ */ new Set();
  lookFor([], former);
  function scan(roots) {
    let done = /* @__PURE__ */ new Set(), before = tally.changes;
    for (let root of roots) callSafely(scanUnder, root, done);
    let changed = tally.changes - before;
    return changed && onSwap(changed), changed;
  }
  let swap = (root = document) => former.size ? scan([root, ...MODE_HAS.trees && root === document && trees?.found() || []]) : 0, isWaiting = () => mustWait?.();
  function start3() {
    mustWait = createPatience(swap), watch = createWatch((roots) => {
      isWaiting() || scan(roots), MODE_HAS.trees && trees?.find(roots);
    }), watch(document);
  }
  return {
    show(next) {
      if (JSON.stringify(next) !== JSON.stringify(swaps)) {
        swaps = next;
        for (let { number, tracked } of next) former.set(tracked, number);
        for (let { number } of next) former.delete(number);
        lookFor(next, former), former.size && (watch || start3(), scan(writtenNodes()), isWaiting() || swap(), MODE_HAS.trees && (trees ||= createTrees((tree) => {
          watch?.(tree), isWaiting() || scan([tree]);
        })));
        for (let tell of subscriptions) tell();
      }
    },
    swap,
    subscribe(number, callback) {
      let told = "", tell = () => {
        let tracked = swaps?.find((swap2) => swap2.number === number)?.tracked || number;
        tracked !== told && (told = tracked, callSafely(callback, tracked));
      };
      return subscriptions.add(tell), swaps && tell(), () => {
        subscriptions.delete(tell);
      };
    },
    dialledIn(href) {
      let number = ownerIn(href);
      return swaps?.find((swap2) => swap2.number === number);
    }
  };
}

// src/page/visit/standing.ts
var isObjection = (manager) => manager === "gpc" || manager === "objection", isNo = (status) => status === "denied" || status === "not_applicable", wordOf = (status, isAsked) => isNo(status) ? "no" : status === "granted" || !isAsked ? "yes" : "undecided", endedByNo = { when: { word: "no" }, gives: "awaited" }, spokenAnew = { when: { hasSpoken: !0 }, gives: "in force" }, usedUpByErasure = { when: { wasErased: !0, latestYes: "in force" }, gives: "used up" }, firstYes = { when: { word: "yes", latestYes: "awaited" }, gives: "in force" }, YES_ROWS = [
  endedByNo,
  spokenAnew,
  usedUpByErasure,
  firstYes
], refusedUnseen = { when: { word: "no", mayAct: !1 }, gives: [] }, refused = { when: { word: "no" }, gives: ["halt", "forget"] }, usedUp = { when: { latestYes: "used up" }, gives: ["halt"] }, grantedAnew = {
  when: { word: "yes", mayAct: !0, wasErased: !0 },
  gives: ["halt", "keep"]
}, granted = { when: { word: "yes", mayAct: !0 }, gives: ["replay", "keep"] }, erased = { when: { wasErased: !0 }, gives: ["halt"] }, undecided = { when: {}, gives: ["replay"] }, STANDING_ROWS = [
  refusedUnseen,
  refused,
  usedUp,
  grantedAnew,
  granted,
  erased,
  undecided
], rowFor = (rows, known) => rows.find(
  ({ when }) => Object.entries(when).every(([fact, wanted]) => known[fact] === wanted)
);
function standingOf(known) {
  let latestYes = rowFor(YES_ROWS, known)?.gives || known.latestYes;
  return { latestYes, deeds: rowFor(STANDING_ROWS, { ...known, latestYes }).gives };
}

// src/vocabulary/trackingIds.ts
var URL_IDS = "gclid gbraid wbraid fbclid msclkid", VALUE_TRACKS = "campaignid adgroupid creative matchtype network device devicemodel placement target keyword adposition loc_interest_ms loc_physical_ms feeditemid extensionid";
function addCookieIds(ids, cookies2) {
  for (let name of Object.keys(cookies2)) {
    let raw = cookies2[name].slice(0, 512), part = (pattern) => pattern.exec(raw)?.[1] || "";
    name === "_ga" && (ids[name] = { raw, client_id: part(/(\d{1,20}\.\d+)$/) }), /^_pk_id/.test(name) && (ids._pk_id = { raw, visitor_id: part(/^([^.]+)/) }), /^_ga_/.test(name) && (ids[name] = {
      raw,
      session_id: part(/(?:^GS1\.\d+\.|[.$]s)(\d+)/),
      session_number: part(/(?:^GS1\.\d+\.\d+\.|[.$]o)(\d+)/)
    });
  }
}

// src/page/ids/trackingIds.ts
var readPath = (path) => path.replace(/^window\./, "").split(".").reduce((at, name) => Object.getOwnPropertyDescriptor(Object(at), name)?.value, window);
function present(names, read2) {
  let found = {};
  for (let name of names.split(" ")) {
    let value = read2(name);
    (typeof value == "string" || typeof value == "number") && value !== "" && (found[name] = `${value}`.slice(0, 512));
  }
  return found;
}
function trackingIds(url) {
  let param = (name) => paramIn(url, name), ids = present(URL_IDS, param), valueTracks = present(
    VALUE_TRACKS,
    (name) => param(site.valueTrack[name] || name)
  );
  Object.keys(valueTracks)[0] && (ids.valueTracks = valueTracks);
  let cookies2 = {};
  try {
    cookies2 = api.get();
  } catch {
  }
  addCookieIds(ids, cookies2);
  for (let { name, from, key } of site.trackingIds.add)
    try {
      Object.assign(
        ids,
        present(
          name,
          {
            param: () => param(key),
            cookie: () => cookies2[key],
            window: () => readPath(key),
            localStorage: () => localStorage.getItem(key)
          }[from]
        )
      );
    } catch {
    }
  return ids;
}

// src/vocabulary/cleanUrl.ts
var EMAIL = "[^\\s/@?&=]{1,64}@[^\\s/@?&=]{1,255}", PHONE2 = "(\\+|%2B|\\b00?)[1-9]([\\s().+\\x80-\\xff-]{0,3}\\d){7,15}", EMAIL_OR_PHONE = /* @__PURE__ */ new RegExp(`${EMAIL}|${PHONE2}`, "g"), JWT = "eyJ[\\w.-]{9,}", UUID = "([\\da-fA-F]{4,8}-){4}[\\da-fA-F]{12}", KEY = "(?=[A-Za-z_]{0,40}\\d)(?=\\d{0,40}[A-Za-z_])\\w{20,}", TOKEN = /* @__PURE__ */ new RegExp(`${JWT}|${UUID}|${KEY}`, "g"), ENCODED = /%(?:25)*([\da-f]{2})/gi;
function cleanUrl({ keeps, keepsAsItIs }, href) {
  let url = parseUrl(href);
  if (!url) return "";
  let cut = (text, mayHoldToken) => {
    let safe = (part) => {
      let without = part.replace(EMAIL_OR_PHONE, "*");
      return mayHoldToken ? without : without.replace(TOKEN, "*");
    }, cleaned = safe(text), decoded = cleaned.replace(ENCODED, (_, hex) => String.fromCharCode(+`0x${hex}`));
    return safe(decoded) === decoded ? cleaned : "*";
  }, query = [...url.searchParams].filter(([name]) => keeps(name)).map(([name, value]) => [name, cut(value, keepsAsItIs(name))]), path = url.pathname.replace(/%40/g, "@").split("/").map((part) => cut(part)).join("/");
  return `${url.protocol}//${url.host}${path}${`?${new URLSearchParams(query)}`.replace(/^\?$/, "")}`;
}

// src/vocabulary/channels/hostOf.ts
var hostOf = (referrer) => parseUrl(referrer)?.hostname.replace(/\.$/, "") || "";

// src/vocabulary/channels/isFromInside.ts
var isFromInside = ({ hostname }, from, isOwn) => from === hostname || `www.${from}` === hostname || isOwn(from);

// src/vocabulary/mendedUrl.ts
var SECOND = /\?(?=utm_|gad_|\w+(?:clk?|bra)id=)/g, ESCAPED = /(^|&)amp;/g, mendedUrl = (href) => new URL(href.replace(/\?.*/s, (query) => `?${query.slice(1).replace(SECOND, "&").replace(ESCAPED, "$1")}`));

// src/page/entry/decide.ts
function decide(policy, reference, view, lastTouch) {
  let rule = (url2, host2, channel2) => {
    let facts = { url: url2, host: host2, channel: channel2, view };
    return { ...facts, condition: policy.winner(facts) };
  }, url = mendedUrl(view.url), from = hostOf(view.referrer), isInside = isFromInside(url, from, policy.isInside), isOutside = !!from && !isInside || hasCampaign(url), entry = reference ? view.arrival && isOutside : isOutside || !isInside, tell = policy.tellChannel, own = rule(url, from, tell ? entry ? tell(url, from, isInside) : "internal" : "");
  if (!(reference && !(entry && lastTouch && (policy.entry === "last" || own.condition?.touch)))) return { entry, own, inForce: own };
  let landing = new URL(reference.landing), host = hostOf(reference.referrer), channel = reference.channel || tell?.(landing, host, isFromInside(landing, host, policy.isInside)) || "";
  return { entry, own, inForce: rule(landing, host, channel) };
}

// src/page/entry/advance.ts
var named = ({ condition, channel }) => ({
  condition: condition?.id || "",
  source: condition?.source || channel,
  channel
});
function advance(policy, site2, session, view, lastTouch, readIds) {
  let { at, pages } = view, { entry, own, inForce } = decide(policy, session.pages ? session : void 0, view, lastTouch), isEntry = entry || !session.pages, here = cleanUrl(policy, own.url.href), arrival = {
    landing: policy.markLanding?.(here, own.url) || here,
    referrer: cleanUrl(policy, view.referrer) || "direct",
    tracking_ids: readIds && isEntry ? readIds(own.url) : {}
  };
  return {
    entry,
    arrived: isEntry && { ...arrival, ...named(own) },
    session: {
      ...session,
      ...own === inForce && arrival,
      ...named(inForce),
      last_action: at,
      last_url: here,
      to_swap: swapsOf(site2, inForce.condition),
      pages,
      since: session.since || at,
      pending: [...session.pending]
    }
  };
}

// src/page/visit/takeView.ts
function takeView(before, view, isTabRead, keep, events) {
  let { at, tab } = view, take = (session2, seen) => advance(rules, site, session2, seen, !0, MODE_HAS.events && keep && trackingIds);
  view.pages = before.pages + 1;
  let step = take(before, view);
  if (tab && isTabRead && !before.pages && !step.entry) {
    let landing = { __proto__: view, url: tab.url, referrer: "" }, { session: session2, arrived: arrived2 } = take(before, landing);
    view.pages = tab.pages, step = { ...take(session2, view), arrived: arrived2 };
  }
  let { session, arrived } = step, { pages } = session;
  return MODE_HAS.events ? arrived && events.push({ id: uuid(), type: "entry", at, ...arrived }) : session.tracking_ids = {}, MODE_HAS.pagesEvents && events.push({ id: uuid(), type: "pages", at, pages }), MODE_HAS.pageEvents && events.push({ id: uuid(), type: "page", at, url: session.last_url, pages }), step;
}

// src/page/visit/visit.ts
var MAX_HELD_VIEWS = 100, MAX_LATE_MS = 1e4;
function createVisit(engine, outbox, onEntry) {
  let held = [], first, latest, latestYes = "awaited", isErased = !1, standing = { session: BLANK, entry: !1, isStored: !1 };
  function addView(view) {
    first ||= view, latest = view, held.push(view), held.length > MAX_HELD_VIEWS && held.splice(1, 1);
  }
  function record(status, receipt, visitor) {
    let { manager, version, key, signal } = engine.consentInForce();
    return {
      id: uuid(),
      site: site.key,
      // What is undefined is left out of the JSON.
      ...MODE_HAS.events && { visitor },
      receipt,
      at: Date.now(),
      status,
      manager,
      manager_version: version,
      key,
      signal,
      notice: site.consent.notice,
      script: "cbd91ffb37aa"
    };
  }
  function halt() {
    outbox.closeOutbox(), held = [.../* @__PURE__ */ new Set([first, latest])];
  }
  function forget() {
    let receipt = readSession()?.consent;
    forgetAll(), MODE_HAS.consent && receipt && post("/v1/consents", record("withdrawn", receipt));
  }
  function replay(found, isKept, events) {
    let step = { session: found || BLANK, entry: !1 }, isTabRead = isKept || MODE_HAS.tab && !isObjection(engine.consentInForce().manager);
    for (let view of held) step = takeView(step.session, view, isTabRead, isKept, events);
    standing = { ...step, isStored: isKept || !!found };
  }
  function keep(session, visitor, events) {
    if (site.endpoint && (MODE_HAS.consent && !session.consent && (session.consent = uuid(), session.pending.push(record("granted", session.consent, visitor))), session.pending.push(...events)), isErased = !remember(session, visitor), !isErased && (held = [], outbox.openOutbox(), MODE_HAS.events))
      for (let event of events)
        event.type === "entry" && (onEntry(event), lookForIds(event, session));
  }
  function sessionNow() {
    return engine.askAgain(), outbox.isOpen() && remembered();
  }
  function lookForIds({ id: entry, at, landing, tracking_ids: known }, kept) {
    let look = () => {
      let session = sessionNow();
      if (session && session.consent === kept.consent && Date.now() < at + MAX_LATE_MS) {
        let tracking_ids = trackingIds(new URL(landing));
        for (let name in known) delete tracking_ids[name];
        Object.keys(tracking_ids)[0] && (Object.assign(known, tracking_ids), kept.tracking_ids === known && session.landing === kept.landing && (session.tracking_ids = { ...known, ...session.tracking_ids }), keep(session, visitorId(), [{ id: uuid(), type: "ids", at: Date.now(), entry, tracking_ids }]));
      }
    };
    for (let wait of [1e3, 3e3, 8e3]) setTimeout(look, wait);
  }
  function deedsNow(mayAct, hasSpoken, isStored) {
    let decision = standingOf({
      word: wordOf(engine.consentInForce().status, MODE_HAS.consent),
      latestYes,
      mayAct,
      hasSpoken,
      wasErased: isErased || standing.isStored && !isStored
    });
    return { latestYes } = decision, isErased = !1, decision.deeds;
  }
  function act(mayAct, hasSpoken) {
    let stored = MODE_HAS.storage ? remembered() : void 0, deeds = deedsNow(mayAct, hasSpoken, !!stored), does = (deed) => deeds.includes(deed), events = [];
    if (does("keep") || outbox.closeOutbox(), does("halt")) halt();
    else if (outbox.isOpen() && !held[0]) return;
    does("forget") && forget();
    let found = does("replay") ? stored : void 0;
    replay(found, does("keep"), events), does("keep") && keep(standing.session, knownVisitor() || uuid(), events);
  }
  async function postWish(route) {
    return MODE_HAS.events && remembered() ? post(route, { site: site.key, visitor: visitorId() }) : void 0;
  }
  return {
    addView,
    settle(mayAct, hasSpoken = !1) {
      let mayStore2 = MODE_HAS.storage && mayAct;
      return act(mayStore2, hasSpoken), isErased && act(mayStore2, !1), standing;
    },
    collectEvent(event) {
      let session = sessionNow();
      session && keep(session, visitorId(), [event]);
    },
    forgetVisitor() {
      postWish("/v1/forget"), outbox.closeOutbox(), forgetAll(), isErased = MODE_HAS.storage;
    },
    async copyVisitor() {
      let answer = MODE_HAS.events && outbox.isOpen() ? await postWish("/v1/export") : void 0;
      return answer?.ok ? answer.json().catch(() => null) : null;
    }
  };
}

// src/page/main.ts
function mayAskNumbers(consent) {
  return consent.status === "denied" ? !isObjection(consent.manager) && site.probabilistic !== "off" : site.probabilistic === "always";
}
function startVisit(adapters, assign2) {
  let engine = createEngine(adapters), outbox = createOutbox(), visit = createVisit(engine, outbox, (event) => emit("entry", event)), hasBegun = !1, isActive = !1, questions = 0, countedUrl = "";
  async function ask({ session, entry, isStored }) {
    let question = ++questions;
    if (isStored || !site.endpoint || !mayAskNumbers(engine.consentInForce())) return;
    let { condition, source } = session, answer = await askNumbers({ condition, source, method: entry ? "entry" : "" });
    answer && question === questions && callSafely(assign2, 1, { ...session, ...answer });
  }
  let settle = (hasSpoken) => callSafely(() => {
    if (!hasBegun) return;
    let standing = visit.settle(isActive, hasSpoken);
    assign2(standing.isStored ? 2 : 0, standing.session), MODE_HAS.probabilistic && isActive && ask(standing);
  });
  function view(url) {
    engine.askAgain(), visit.addView(createView(!1, url)), settle();
  }
  let first = createView(isArrival(), location.href);
  first.tab = tabLanding(tabAddresses(), rules.entry === "last"), visit.addView(first);
  function begin() {
    hasBegun = !0, engine.hearManagers((isAct) => {
      settle(isAct);
      let { status, manager } = engine.consentInForce();
      emit("consent", { status, manager });
    }), settle(), whenActivated(() => {
      isActive = !0, first.at = Date.now(), settle(), MODE_HAS.storage && listen(["storage"], () => {
        outbox.isOpen() && !remembered() && settle();
      }), onPageView(() => {
        countedUrl = location.href, view(countedUrl);
      });
    });
  }
  return {
    begin,
    collectEvent: visit.collectEvent,
    commands: {
      // Nothing but a plain yes is one.
      consent: (isGranted) => engine.sayConsent(isGranted === !0),
      object: () => engine.sayConsent(!1, "objection"),
      page(url) {
        let { href } = new URL(url || "", location.href);
        href !== countedUrl && view(href), countedUrl = "";
      },
      forget() {
        visit.forgetVisitor(), settle();
      },
      export: async (callback) => callSafely(callback, await visit.copyVisitor())
    }
  };
}
function start(adapters) {
  let assignment, taken, { show, swap, subscribe, dialledIn } = createNumbers(
    (changed) => emit("swap", { ...assignment, changed })
  );
  function assign2(level, found) {
    let { condition, source, channel, to_swap } = found, isFirst = !assignment;
    assignment = { level, condition, source, channel, to_swap }, MODE_HAS.debug && (taken = found), isFirst && emit("ready", { ...assignment, mode: site.mode }), show(to_swap);
  }
  let visit = MODE_HAS.conditions ? startVisit(adapters, assign2) : void 0;
  return onCallClick((href) => {
    let found = dialledIn(href);
    if (!found) return;
    let { number, tracked } = found, call = { number, tracked, condition: assignment.condition };
    MODE_HAS.callClicks && visit?.collectEvent({ id: uuid(), type: "call_click", at: Date.now(), ...call }), emit("call", call);
  }), {
    mgt: {
      on,
      off,
      swap,
      number: subscribe,
      ...MODE_HAS.debug && {
        debug: () => loadOverlay((overlay) => overlay.open(() => [site, assignment, taken, on, adapters]))
      },
      ...visit?.commands
    },
    begin() {
      visit ? visit.begin() : assign2(0, { condition: "", source: "", channel: "", to_swap: rules.always });
    }
  };
}

// src/page/start/noPage.ts
var isTold2 = !1, nothing = () => {
};
function noPage() {
  return isTold2 || console.warn(
    "mgt: start() does nothing where there is no page, such as on a server; call it in the browser"
  ), isTold2 = !0, {
    consent: nothing,
    object: nothing,
    page: nothing,
    forget: nothing,
    debug: nothing,
    on: nothing,
    off: nothing,
    swap: () => 0,
    number(number, callback) {
      return callSafely(callback, number), nothing;
    },
    // Later, as on a page.
    export: async (callback) => callSafely(callback, await null)
  };
}

// src/page/start/module.ts
function start2(input) {
  if (typeof document > "u") return noPage();
  configureAtStart(pageDefaults(input));
  let { mgt, begin } = start(adaptersFor(site));
  return callSafely(begin), mgt;
}
export {
  start2 as start
};
