import {
  __export
} from "./chunk-VIHIR2BE.mjs";

// src/vocabulary/modes.ts
var row = (consent, ...collects) => {
  const conditions = consent !== "none";
  const callClicks = consent === "required";
  return { conditions, storage: conditions, consent, collects, callClicks, probabilistic: conditions };
};
var MODES = {
  invisible: row("none"),
  rotation: row("optional"),
  origine: row("required", "entry"),
  trafic: row("required", "entry", "pages"),
  parcours: row("required", "entry", "page")
};
var MODE_ALIASES = {
  origin: "origine",
  traffic: "trafic",
  journey: "parcours"
};
function mayStore({ mode, probabilistic }) {
  return MODES[mode].storage && probabilistic !== "always";
}
function collectedTypes(site) {
  const mode = MODES[site.mode];
  if (!mayStore(site)) return [];
  return mode.callClicks && site.callClicks ? [...mode.collects, "call_click"] : mode.collects;
}
function needsConsent(site) {
  const { consent } = MODES[site.mode];
  const isAsked = consent === "required" || consent === "optional" && site.consent.rotation === "required";
  return isAsked && mayStore(site);
}

// src/vocabulary/channels.ts
var CHANNELS = [
  "paid_search",
  "paid_social",
  "organic_search",
  "organic_social",
  "ai_assistant",
  "email",
  "display",
  "affiliate",
  "referral",
  "direct"
];
var isWithoutSource = (channel) => channel === "direct" || channel === "internal";

// src/vocabulary/rules/channel.ts
var channel_exports = {};
__export(channel_exports, {
  compile: () => compile,
  describe: () => describe,
  implies: () => implies,
  matches: () => matches,
  problems: () => problems,
  schema: () => schema,
  words: () => words
});

// src/vocabulary/compilePatterns.ts
var quote = (value) => JSON.stringify(value);
var globSource = (pattern) => pattern.replace(/[\\^$.*+?()[\]{}|/]/g, (char) => char === "*" ? ".*" : `\\${char}`);
function compilePattern(pattern, value) {
  if (!pattern.includes("*")) return `${value}===${quote(pattern)}`;
  const source = `^${globSource(pattern)}$`.replace(/^\^\.\*|\.\*\$$/g, "");
  return `/${source}/${source.includes(".*") ? "s" : ""}.test(${value})`;
}
function compileHosts(patterns, host) {
  if (patterns.length === 0) return "false";
  const sources = patterns.filter((pattern) => pattern.startsWith("*")).map((glob) => `^${globSource(glob)}$`);
  const hosts = patterns.filter((pattern) => !pattern.startsWith("*")).map(globSource);
  if (hosts.length > 0) sources.push(`(^|\\.)(${hosts.join("|")})$`);
  return `/${sources.join("|")}/i.test(${host})`;
}

// src/vocabulary/rules/channel.ts
var schema = () => ({
  channel: {
    type: ["string", "array"],
    if: { type: "string" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { enum: [...CHANNELS, "internal"] },
    items: { enum: [...CHANNELS, "internal"] },
    minItems: 1,
    uniqueItems: true,
    description: "Channel of the entry: one, or a list of which one holds."
  }
});
var matches = (wanted, { channel }) => [wanted].flat().includes(channel);
var compile = (leaf) => [leaf.channel].flat().map((channel) => `channel===${quote(channel)}`).join("||") || "false";
var implies = (leaf, other) => [leaf.channel].flat().every((channel) => [other.channel].flat().includes(channel));
var problems = ({ channel }) => [channel].flat().includes("internal") ? [
  {
    at: "channel",
    isError: false,
    code: "never_matches",
    message: `"internal" is no entry: it holds only where nothing is known of the entry`,
    found: "internal",
    expected: "a channel of entries"
  }
] : [];
var describe = (_, { channel }) => `the channel is ${channel}`;
var words = {
  en: ({ channel }) => `channel ${[channel].flat().join(", ")}`,
  fr: ({ channel }) => `canal ${[channel].flat().join(", ")}`
};

// src/vocabulary/rules/device.ts
var device_exports = {};
__export(device_exports, {
  compile: () => compile2,
  describe: () => describe2,
  matches: () => matches2,
  schema: () => schema2,
  words: () => words2
});

// src/vocabulary/schemas.ts
var text = (description, maxLength = 200) => ({
  type: "string",
  maxLength,
  description
});
var name = (description) => ({
  type: "string",
  minLength: 1,
  maxLength: 200,
  description
});
var flag = (description, initial) => ({
  type: "boolean",
  default: initial,
  description
});
var choice = (description, values, initial) => ({
  enum: values,
  ...initial === void 0 ? {} : { default: initial },
  description
});
var whole = (description, minimum, maximum, initial) => ({
  type: "integer",
  minimum,
  maximum,
  ...initial === void 0 ? {} : { default: initial },
  description
});
var list = (description, items, more = {}) => ({
  type: "array",
  items,
  uniqueItems: true,
  description,
  ...more
});
var shape = (description, properties, more = {}) => ({
  type: "object",
  additionalProperties: false,
  description,
  properties,
  ...more
});
var ref = (definition, description) => ({
  $ref: `#/$defs/${definition}`,
  ...description === void 0 ? {} : { description }
});
var form = (title, pattern, description = title, maxLength = 200) => ({
  type: "string",
  title,
  pattern,
  maxLength,
  description
});

// src/vocabulary/rules/device.ts
var schema2 = () => ({ device: choice("Kind of device.", ["mobile", "desktop"]) });
var matches2 = (device, { view }) => view.device === device;
var compile2 = ({ device }) => `view.device===${quote(device)}`;
var describe2 = (_, { view }) => `the device is ${view.device}`;
var words2 = {
  en: ({ device }) => `device ${device}`,
  fr: ({ device }) => `appareil ${device}`
};

// src/vocabulary/rules/hours.ts
var hours_exports = {};
__export(hours_exports, {
  complete: () => complete,
  describe: () => describe3,
  matches: () => matches3,
  problems: () => problems2,
  schema: () => schema3,
  words: () => words3
});

// src/vocabulary/isTimeZone.ts
function isTimeZone(name2) {
  if (!/^[A-Za-z]/.test(name2)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name2 });
    return true;
  } catch {
    return false;
  }
}

// src/vocabulary/rules/hours.ts
var schema3 = () => ({
  hours: shape(
    "Days and hours. `from` inclusive, `to` exclusive; `from` later than `to` goes over midnight.",
    {
      tz: ref("timeZone", "IANA time zone of these hours; default: the site's `timeZone`."),
      days: list(
        "Days of the week; default: all.",
        { enum: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
        { minItems: 1 }
      ),
      from: ref("time", "First minute, `HH:MM`."),
      to: ref("endTime", "First minute after, `HH:MM`; `24:00` is midnight.")
    },
    { minProperties: 1 }
  )
});
var WEEK = "sat sun mon tue wed thu fri sat";
function matches3({
  tz,
  days = WEEK,
  from = "00:00",
  to = "24:00"
}, { view }) {
  const now = new Date(view.at).toLocaleString("en-GB", {
    timeZone: tz || "Europe/Paris",
    dateStyle: "full",
    timeStyle: "short"
  });
  const time = now.slice(-5);
  const today = WEEK.lastIndexOf(now.slice(0, 3).toLowerCase());
  const on = (day) => days.includes(WEEK.slice(day, day + 3));
  return from < to ? on(today) && from <= time && time < to : on(today) && from <= time || on(today - 4) && time < to;
}
var complete = ({ hours }, { timeZone }) => ({
  hours: { tz: timeZone, ...hours }
});
function problems2({ hours }) {
  const { tz } = hours ?? {};
  if (typeof tz !== "string" || isTimeZone(tz)) return [];
  return [
    {
      at: "hours.tz",
      isError: true,
      code: "time_zone",
      message: `"${tz}" is no known time zone`,
      found: tz,
      expected: "IANA time zone, such as Europe/Paris"
    }
  ];
}
var describe3 = (_, { view }) => `the time is ${new Date(view.at).toISOString()}`;
var written = ({ hours: { days = [], from = "", to = "" } }) => `${days.join(", ")} ${from}\u2013${to}`.trim();
var words3 = {
  en: (leaf) => `hours ${written(leaf)}`,
  fr: (leaf) => `horaires ${written(leaf)}`
};

// src/vocabulary/rules/landing.ts
var landing_exports = {};
__export(landing_exports, {
  compile: () => compile3,
  complete: () => complete2,
  describe: () => describe4,
  matches: () => matches4,
  schema: () => schema4,
  words: () => words4
});

// src/vocabulary/encodedPath.ts
var encodedPath = (path) => path.toWellFormed().replace(/[^!-~]+|["<>`{}]/g, (part) => encodeURIComponent(part));

// src/vocabulary/patterns.ts
var END = "\uD800";
function matchesPattern(pattern, value) {
  const text2 = END + value + END;
  let at = 0;
  return (END + pattern + END).split("*").every((part) => {
    at = text2.indexOf(part, at) + part.length;
    return at >= part.length;
  });
}
var matchesHost = (pattern, host) => matchesPattern(`*.${pattern}`.toLowerCase(), `.${host}`.toLowerCase());

// src/vocabulary/rules/landing.ts
var schema4 = () => ({ landing: ref("path", "Path of the page of entry: exact, or with `*`.") });
var matches4 = (landing, { url }) => matchesPattern(landing, url.pathname);
var compile3 = ({ landing }) => compilePattern(landing, "url.pathname");
var complete2 = ({ landing }) => ({ landing: encodedPath(landing) });
var describe4 = (_, { url }) => `the landing page is ${url.pathname}`;
var words4 = {
  en: ({ landing }) => `landing page ${landing}`,
  fr: ({ landing }) => `page d'entr\xE9e ${landing}`
};

// src/vocabulary/rules/language.ts
var language_exports = {};
__export(language_exports, {
  compile: () => compile4,
  describe: () => describe5,
  matches: () => matches5,
  schema: () => schema5,
  words: () => words5
});
var schema5 = () => ({
  language: form(
    "primary language tag in lower case, such as fr",
    "^[a-z]{2,3}$",
    "Primary tag of the browser's first language, such as `fr`."
  )
});
var matches5 = (language, { view }) => view.language.split("-")[0]?.toLowerCase() === language.toLowerCase();
var compile4 = ({ language }) => `/^${globSource(language)}(-|$)/i.test(view.language)`;
var describe5 = (_, { view }) => view.language ? `the language is ${view.language}` : "no language was given";
var words5 = {
  en: ({ language }) => `language ${language}`,
  fr: ({ language }) => `langue ${language}`
};

// src/vocabulary/rules/page.ts
var page_exports = {};
__export(page_exports, {
  compile: () => compile5,
  complete: () => complete3,
  describe: () => describe6,
  matches: () => matches6,
  schema: () => schema6,
  words: () => words6
});
var schema6 = () => ({ page: ref("path", "Path of the current page: exact, or with `*`.") });
var matches6 = (page, { view }) => matchesPattern(page, new URL(view.url).pathname);
var compile5 = ({ page }) => compilePattern(page, "new URL(view.url).pathname");
var complete3 = ({ page }) => ({ page: encodedPath(page) });
var describe6 = (_, { view }) => `the page is ${new URL(view.url).pathname}`;
var words6 = {
  en: ({ page }) => `page ${page}`,
  fr: ({ page }) => `page ${page}`
};

// src/vocabulary/rules/pages.ts
var pages_exports = {};
__export(pages_exports, {
  compile: () => compile6,
  describe: () => describe7,
  implies: () => implies2,
  isSound: () => isSound,
  matches: () => matches7,
  problems: () => problems3,
  schema: () => schema7,
  words: () => words7
});
var schema7 = () => ({
  pages: shape(
    "Pages viewed so far, the current one included; both bounds inclusive.",
    {
      min: whole("At least so many pages.", 1, 1e6),
      max: whole("At most so many pages.", 1, 1e6)
    },
    { minProperties: 1 }
  )
});
var matches7 = ({ min = 0, max = 1 / 0 }, { view }) => view.pages >= min && view.pages <= max;
var compile6 = ({ pages: { min, max } }) => [min && `view.pages>=${min}`, max !== void 0 && `view.pages<=${max}`].filter(Boolean).join("&&") || "true";
var implies2 = ({ pages }, other) => (pages.min ?? 1) >= (other.pages.min ?? 1) && (pages.max ?? Number.POSITIVE_INFINITY) <= (other.pages.max ?? Number.POSITIVE_INFINITY);
var isSound = ({ pages }) => typeof pages === "object" && pages !== null;
function problems3({ pages }) {
  const { min, max } = pages ?? {};
  if (typeof min !== "number" || typeof max !== "number" || min <= max) return [];
  return [
    {
      at: "pages",
      isError: true,
      code: "range",
      message: `"min" ${min} is greater than "max" ${max}: it never holds`,
      found: min,
      expected: `at most ${max}`
    }
  ];
}
var describe7 = (_, { view }) => `pages viewed: ${view.pages}`;
var bounds = ({ pages: { min, max } }) => [min !== void 0 && `\u2265 ${min}`, max !== void 0 && `\u2264 ${max}`].filter(Boolean).join(" ");
var words7 = {
  en: (leaf) => `pages viewed ${bounds(leaf)}`,
  fr: (leaf) => `pages vues ${bounds(leaf)}`
};

// src/vocabulary/rules/param.ts
var param_exports = {};
__export(param_exports, {
  COMPARISONS: () => COMPARISONS,
  compile: () => compile7,
  describe: () => describe8,
  implies: () => implies3,
  isSound: () => isSound2,
  matches: () => matches8,
  problems: () => problems4,
  schema: () => schema8,
  words: () => words8
});
var schema8 = () => ({
  param: name("Query parameter of the page of entry: present and not empty, or compared by one more key."),
  is: name("With `param`: exactly this value."),
  in: list("With `param`: one of these values.", name("A value."), { minItems: 1 }),
  starts: name("With `param`: the value starts so."),
  contains: name("With `param`: the value contains this."),
  like: name("With `param`: the value matches this glob as a whole.")
});
var COMPARISONS = {
  is: (value, wanted) => value === wanted,
  in: (value, wanted) => wanted.includes(value),
  starts: (value, wanted) => value.startsWith(wanted),
  contains: (value, wanted) => value.includes(wanted),
  like: (value, wanted) => matchesPattern(wanted, value)
};
var COMPILED = {
  is: (value, wanted) => `${value}===${quote(wanted)}`,
  in: (value, wanted) => `${quote(wanted)}.includes(${value})`,
  starts: (value, wanted) => `${value}.startsWith(${quote(wanted)})`,
  contains: (value, wanted) => `${value}.includes(${quote(wanted)})`,
  like: (value, wanted) => compilePattern(wanted, value)
};
var comparisonsOf = (leaf) => Object.keys(COMPARISONS).flatMap((key) => {
  const wanted = leaf[key];
  return wanted === void 0 ? [] : [[key, wanted]];
});
function matches8(param, { url }, leaf) {
  const value = url.searchParams.get(param);
  return value && Object.entries(leaf).every(
    ([key, wanted]) => COMPARISONS[key]?.(value, wanted) ?? true
  );
}
function compile7(leaf) {
  const value = `param(${quote(leaf.param)})`;
  const compared = comparisonsOf(leaf).map(([key, wanted]) => COMPILED[key](value, wanted));
  return (leaf.is ? compared : [value, ...compared]).join("&&");
}
function implies3(leaf, other) {
  if (leaf.param !== other.param) return false;
  const given = leaf.in ?? (leaf.is === void 0 ? void 0 : [leaf.is]);
  const wanted = other.in ?? (other.is === void 0 ? void 0 : [other.is]);
  if (wanted) return given?.every((value) => wanted.includes(value)) ?? false;
  const { starts, contains } = other;
  if (starts !== void 0) {
    const known = given ?? [leaf.starts].filter((value) => value !== void 0);
    return known.length > 0 && known.every((value) => value.startsWith(starts));
  }
  if (contains !== void 0) {
    const known = given ?? [leaf.contains ?? leaf.starts].filter((value) => value !== void 0);
    return known.length > 0 && known.every((value) => value.includes(contains));
  }
  return other.like === void 0;
}
var isSound2 = ({ is, in: values, starts, contains, like }) => [is, starts, contains, like, ...Array.isArray(values) ? values : []].every(
  (value) => value === void 0 || typeof value === "string"
) && (values === void 0 || Array.isArray(values));
var problems4 = ({ param }) => typeof param === "string" && param.includes("*") ? [
  {
    at: "param",
    isError: false,
    code: "never_matches",
    message: "a parameter's name is exact: * is no wildcard here",
    found: param,
    expected: "a name"
  }
] : [];
function describe8({ param }, { url }) {
  const value = url.searchParams.get(param);
  return value ? `the parameter is ${quote(value)}` : "the parameter is absent";
}
var COMPARED = {
  en: {
    is: (value) => `equal to \u201C${value}\u201D`,
    in: (value) => `one of ${value}`,
    starts: (value) => `starting with \u201C${value}\u201D`,
    contains: (value) => `containing \u201C${value}\u201D`,
    like: (value) => `like \u201C${value}\u201D`
  },
  fr: {
    is: (value) => `\xE9gal \xE0 \xAB ${value} \xBB`,
    in: (value) => `parmi ${value}`,
    starts: (value) => `qui commence par \xAB ${value} \xBB`,
    contains: (value) => `qui contient \xAB ${value} \xBB`,
    like: (value) => `de la forme \xAB ${value} \xBB`
  }
};
var inWords = (leaf, language) => comparisonsOf(leaf).map(([key, wanted]) => ` ${COMPARED[language][key]([wanted].flat().join(", "))}`).join("");
var words8 = {
  en: (leaf) => `parameter ${leaf.param}${inWords(leaf, "en")}`,
  fr: (leaf) => `param\xE8tre ${leaf.param}${inWords(leaf, "fr")}`
};

// src/vocabulary/rules/referrer.ts
var referrer_exports = {};
__export(referrer_exports, {
  compile: () => compile8,
  complete: () => complete4,
  describe: () => describe9,
  matches: () => matches9,
  schema: () => schema9,
  words: () => words9
});
var schema9 = () => ({
  referrer: ref(
    "host",
    "Host of the entry's referrer, with its subdomains; `*.example.com`: its subdomains only."
  )
});
var matches9 = (referrer, { host }) => host && matchesHost(referrer, host);
var compile8 = ({ referrer }) => `${matchesHost(referrer, "") ? "host&&" : ""}${compileHosts([referrer], "host")}`;
var complete4 = ({ referrer }, { asciiHost }) => ({
  referrer: asciiHost(referrer)
});
var describe9 = (_, { host }) => host ? `the referrer is ${host}` : "there is no referrer";
var words9 = {
  en: ({ referrer }) => `referrer ${referrer}`,
  fr: ({ referrer }) => `r\xE9f\xE9rent ${referrer}`
};

// src/vocabulary/when/leaves.ts
var LEAVES = {
  param: param_exports,
  referrer: referrer_exports,
  channel: channel_exports,
  landing: landing_exports,
  page: page_exports,
  pages: pages_exports,
  language: language_exports,
  device: device_exports,
  hours: hours_exports
};

// src/vocabulary/when/moduleOf.ts
var LEAF_NAMES = Object.keys(LEAVES);
var leafName = (leaf) => LEAF_NAMES.find((name2) => name2 in leaf);
var moduleOf = (name2) => LEAVES[name2];
var leafModule = (leaf) => moduleOf(leafName(leaf));

// src/vocabulary/managers.ts
var MANAGER_NAMES = [
  "manual",
  "axeptio",
  "didomi",
  "tarteaucitron",
  "usercentrics",
  "tcf",
  "klaro",
  "orejime",
  "cookieconsent",
  "onetrust",
  "cookiebot",
  "complianz",
  "wordpress",
  "piwikpro",
  "google"
];

// src/managers/axeptio/facts.ts
var facts = {
  label: "Axeptio",
  settings: ["key"],
  tier: 0,
  demo: {
    consent: { key: "magnetis" },
    names: ["axeptio_cookies", "axeptio_authorized_vendors", "axeptio_all_vendors"]
  }
};

// src/managers/complianz/facts.ts
var facts2 = {
  label: "Complianz",
  settings: ["category"],
  tier: 2,
  floor: "6",
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["cmplz_*"]
  }
};

// src/managers/cookiebot/facts.ts
var facts3 = {
  label: "Cookiebot",
  settings: ["category"],
  tier: 2,
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["CookieConsent"]
  }
};

// src/managers/cookieconsent/facts.ts
var facts4 = {
  label: "vanilla-cookieconsent",
  settings: ["key", "category"],
  tier: 2,
  package: "vanilla-cookieconsent",
  floor: "3.0",
  tried: ["3.0", "3.1.0"],
  demo: {
    consent: { category: "analytics", key: "magnetis" },
    names: ["cc_cookie"]
  }
};

// src/managers/didomi/facts.ts
var facts5 = {
  label: "Didomi",
  settings: ["key"],
  tier: 0,
  demo: {
    consent: { key: "c:magnetis-AbC123xy" },
    names: ["didomi_token"]
  }
};

// src/managers/google/facts.ts
var facts6 = {
  label: "Google Consent Mode v2",
  settings: ["category"],
  tier: 3,
  analytics: "analytics_storage",
  demo: {
    consent: { category: "analytics_storage" },
    names: ["consentMode"]
  }
};

// src/managers/klaro/facts.ts
var facts7 = {
  label: "Klaro",
  settings: ["key"],
  tier: 0,
  package: "klaro",
  floor: "0.7",
  tried: ["0.7.9", "0.7.22"],
  demo: {
    consent: { key: "magnetis" },
    names: ["klaro"]
  }
};

// src/managers/manual/facts.ts
var facts8 = {
  label: "the site's own banner",
  settings: [],
  tier: 0
};

// src/managers/onetrust/facts.ts
var facts9 = {
  label: "OneTrust",
  settings: ["category"],
  tier: 2,
  analytics: "C0002",
  demo: {
    consent: { category: "C0002" },
    names: ["OptanonConsent", "OptanonAlertBoxClosed"]
  }
};

// src/managers/orejime/facts.ts
var facts10 = {
  label: "Orejime",
  settings: ["key"],
  tier: 0,
  package: "orejime",
  floor: "3.1",
  tried: ["3.1", "3.2.1"],
  demo: {
    consent: { key: "magnetis" },
    names: ["eu-consent"]
  }
};

// src/managers/piwikpro/facts.ts
var facts11 = {
  label: "Piwik PRO",
  settings: ["category"],
  tier: 2,
  answersLate: true,
  demo: {
    consent: { category: "analytics" },
    names: ["ppms_privacy_*"]
  }
};

// src/managers/tarteaucitron/facts.ts
var facts12 = {
  label: "tarteaucitron",
  settings: ["key"],
  tier: 0,
  package: "tarteaucitronjs",
  floor: "1.9.6",
  tried: ["1.9.6", "1.10", "1.21", "1.33", "1.34.0"],
  demo: {
    consent: { key: "magnetis" },
    names: ["tarteaucitron"]
  }
};

// src/managers/tcf/facts.ts
var facts13 = {
  label: "IAB TCF",
  settings: ["vendor", "purposes"],
  tier: 1,
  package: "@iabtechlabtcf/cmpapi",
  floor: "2.2",
  tried: ["1.5.21"],
  demo: {
    consent: { vendor: 755, purposes: [1, 8] },
    names: ["euconsent-v2"],
    isReference: true
  }
};

// src/managers/usercentrics/facts.ts
var facts14 = {
  label: "Usercentrics",
  settings: ["key"],
  tier: 0,
  answersLate: true,
  floor: "2",
  demo: {
    consent: { key: "mGt4cAlL5" },
    names: ["ucData", "ucString", "uc_settings", "uc_user_interaction"]
  }
};

// src/managers/wordpress/facts.ts
var facts15 = {
  label: "WP Consent API",
  settings: ["category"],
  tier: 2,
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["wp_consent_*"]
  }
};

// src/managers/facts.ts
var FACTS = {
  manual: facts8,
  axeptio: facts,
  didomi: facts5,
  tarteaucitron: facts12,
  usercentrics: facts14,
  tcf: facts13,
  klaro: facts7,
  orejime: facts10,
  cookieconsent: facts4,
  onetrust: facts9,
  cookiebot: facts3,
  complianz: facts2,
  wordpress: facts15,
  piwikpro: facts11,
  google: facts6
};

// src/vocabulary/keptParams.ts
var DEFAULT_PARAMS = ["utm_*"];
function keptParams({ params, conditions }) {
  const kept = new Set(params || DEFAULT_PARAMS);
  JSON.stringify(
    conditions?.map(({ when }) => when),
    (key, value) => {
      if (key === "param") kept.add(value);
      return value;
    }
  );
  return [...kept];
}
var paramRules = (params) => ({
  keeps: (name2) => params.some((pattern) => matchesPattern(pattern, name2)),
  keepsAsItIs: (name2) => params.includes(name2)
});
function compileParamRules(params) {
  const names = params.filter((name2) => !name2.includes("*"));
  const globs = params.filter((name2) => name2.includes("*"));
  return {
    keeps: `(name) => ${["keepsAsItIs(name)", ...globs.map((glob) => compilePattern(glob, "name"))].join("||")}`,
    keepsAsItIs: `(name) => ${quote(names)}.includes(name)`
  };
}

// src/endpoint/configuration/parsePhone.ts
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
var E164 = /^\+[1-9]\d{5,14}$/;
function parsePhone(e164) {
  if (!E164.test(e164)) return void 0;
  const phone = parsePhoneNumberFromString(e164);
  return phone?.isPossible() && phone.number === e164 ? phone : void 0;
}

export {
  quote,
  compilePattern,
  compileHosts,
  matchesPattern,
  matchesHost,
  DEFAULT_PARAMS,
  keptParams,
  paramRules,
  compileParamRules,
  MODES,
  MODE_ALIASES,
  mayStore,
  collectedTypes,
  needsConsent,
  CHANNELS,
  isWithoutSource,
  matches,
  text,
  name,
  flag,
  choice,
  whole,
  list,
  shape,
  ref,
  form,
  matches2,
  isTimeZone,
  matches3,
  matches4,
  matches5,
  matches6,
  matches7,
  COMPARISONS,
  matches8,
  matches9,
  LEAF_NAMES,
  leafName,
  moduleOf,
  leafModule,
  MANAGER_NAMES,
  parsePhone,
  FACTS
};
