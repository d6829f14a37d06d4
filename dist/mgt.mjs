// src/vocabulary/modes.ts
var MODES = {
  invisible: {
    conditions: !1,
    storage: !1,
    consent: "none",
    collects: [],
    callClicks: !1,
    probabilistic: !1
  },
  rotation: {
    conditions: !0,
    storage: !0,
    consent: "optional",
    collects: [],
    callClicks: !1,
    probabilistic: !0
  },
  origine: {
    conditions: !0,
    storage: !0,
    consent: "required",
    collects: ["entry"],
    callClicks: !0,
    probabilistic: !0
  },
  trafic: {
    conditions: !0,
    storage: !0,
    consent: "required",
    collects: ["entry", "pages"],
    callClicks: !0,
    probabilistic: !0
  },
  parcours: {
    conditions: !0,
    storage: !0,
    consent: "required",
    collects: ["entry", "page"],
    callClicks: !0,
    probabilistic: !0
  }
}, MODE_ALIASES = {
  origin: "origine",
  traffic: "trafic",
  journey: "parcours"
};
function collectedTypes(site2) {
  let mode = MODES[site2.mode];
  return mode.callClicks && site2.callClicks ? [...mode.collects, "call_click"] : mode.collects;
}
function needsConsent(site2) {
  let { consent: consent2 } = MODES[site2.mode];
  return consent2 === "required" || consent2 === "optional" && site2.consent.rotation === "required";
}

// src/vocabulary/features.ts
function modeFeatures(site2) {
  let { conditions, probabilistic: isOffered, storage: isAllowed } = MODES[site2.mode], storage = isAllowed && site2.probabilistic !== "always", collected = storage ? collectedTypes(site2) : [];
  return {
    conditions,
    storage,
    consent: storage && needsConsent(site2),
    events: collected.length > 0,
    pagesEvents: collected.includes("pages"),
    pageEvents: collected.includes("page"),
    callClicks: collected.includes("call_click"),
    probabilistic: isOffered && site2.probabilistic !== "off"
  };
}

// src/page/site.ts
var site = {};
function configure(found) {
  Object.assign(site, found);
}

// src/page/modeHas.ts
var MODE_HAS = {};
function configureAtStart(found) {
  configure(found), Object.assign(MODE_HAS, modeFeatures(found));
}

// src/vocabulary/siteDefaults.ts
var REFERRER_IGNORE = [
  "paypal.com",
  "stripe.com",
  "paybox.com",
  "payplug.com",
  "sogenactif.com",
  "systempay.fr",
  "payzen.eu",
  "adyen.com",
  "mollie.com",
  "klarna.com",
  "3dsecure.io"
];
function namedParams(when) {
  return "all" in when ? when.all.flatMap(namedParams) : "any" in when ? when.any.flatMap(namedParams) : "not" in when ? namedParams(when.not) : "param" in when ? [when.param] : [];
}
function siteDefaults(input) {
  return {
    entry: "first",
    visitorDays: 30,
    sessionMinutes: 30,
    region: "FR",
    numbers: [],
    conditions: [],
    probabilistic: "off",
    endpoint: "",
    cookie: "script",
    cookieDomain: "",
    callClicks: !1,
    origins: [],
    referrerIgnore: REFERRER_IGNORE,
    attributes: [],
    swapAt: "auto",
    valueTrack: {},
    plans: {},
    ...input,
    params: [
      .../* @__PURE__ */ new Set([
        ...input.params ?? ["utm_*"],
        ...(input.conditions ?? []).flatMap(({ when }) => namedParams(when))
      ])
    ],
    trackingIds: { add: [], ...input.trackingIds },
    mode: MODE_ALIASES[input.mode] ?? input.mode,
    consent: {
      manager: "auto",
      key: "magnetis",
      purposes: [1, 8],
      vendor: 0,
      category: "analytics",
      rotation: "exempt",
      gpc: !0,
      notice: "",
      ...input.consent
    }
  };
}

// src/page/consent/adapters/tarteaucitron.ts
var manager = () => window.tarteaucitron, tarteaucitron = {
  name: "tarteaucitron",
  tier: 0,
  detect: () => !!manager()?.services,
  install(emit2, { key }) {
    let read = (refused) => {
      let found = manager(), state = refused ? !1 : found?.state?.[key];
      emit2({
        status: state === void 0 ? found?.services ? "pending" : "unknown" : state ? "granted" : "denied",
        own: !0,
        key,
        signal: `${key}=${state}`,
        version: String(found?.version || "")
      });
    };
    for (let event of ["added", "allowed"])
      document.addEventListener(`${key}_${event}`, () => queueMicrotask(() => read()));
    document.addEventListener(`${key}_disallowed`, () => read(!0)), read();
  }
};

// src/page/consent/adapters/tcf.ts
var LOCATOR = "__tcfapiLocator";
var api = () => window.__tcfapi;
function locatorFrame() {
  for (let frame = window; frame !== frame.parent; ) {
    frame = frame.parent;
    try {
      if (LOCATOR in frame.frames) return frame;
    } catch {
    }
  }
}
function allows(data, { vendor, purposes }) {
  let given = (flags, id) => flags?.[id] === !0, { consents, disclosedVendors, vendorsDisclosed } = data.vendor || {}, disclosed = disclosedVendors || vendorsDisclosed || {};
  return purposes.every(
    (purpose) => given(data.purpose?.consents, purpose) && // 0: not allowed; 2: legitimate interest, which never allows storing.
    ![0, 2].includes(data.publisher?.restrictions?.[purpose]?.[vendor])
  ) && // Strings older than TCF 2.3 disclose nobody: the object is absent or empty.
  (!vendor || given(consents, vendor) && (!Object.keys(disclosed)[0] || given(disclosed, vendor)));
}
var tcf = {
  name: "tcf",
  tier: 1,
  detect: () => !!api() || !!locatorFrame(),
  install(emit2, settings) {
    let { vendor, purposes } = settings, decided = !1, wait = 50, hear = (data, success) => {
      if (!success || !data) return;
      let { eventStatus, gdprApplies, tcString = "", cmpId, cmpVersion } = data;
      if (eventStatus !== "tcloaded" && eventStatus !== "useractioncomplete") {
        decided || emit2({ status: "pending" });
        return;
      }
      decided = !0;
      let answer = {
        status: "not_applicable",
        own: vendor > 0,
        key: `${vendor}`,
        signal: (vendor ? tcString : `purposes ${purposes} ${tcString}`).slice(0, 8192),
        version: `${cmpId}.${cmpVersion}`
      };
      gdprApplies !== !1 && (answer.status = data.isServiceSpecific === !1 ? "unknown" : allows(data, settings) ? "granted" : "denied"), emit2(answer);
    }, callId = `mgt${Math.random()}`, listen = () => {
      let found = api(), frame = !found && locatorFrame();
      found ? found("addEventListener", 2, hear) : (frame && frame.postMessage({ __tcfapiCall: { command: "addEventListener", version: 2, callId } }, "*"), decided || (wait = Math.min(wait * 1.5, 2e3), setTimeout(listen, wait)));
    };
    addEventListener("message", ({ data }) => {
      try {
        let answer = (typeof data == "string" ? JSON.parse(data) : data)?.__tcfapiReturn;
        answer?.callId === callId && hear(answer.returnValue, answer.success);
      } catch {
      }
    }), listen();
  }
};

// src/page/consent/adapters/all.ts
function adaptersFor({ consent: { manager: manager2 } }) {
  return [tarteaucitron, tcf].filter(({ name }) => manager2 === "auto" || manager2 === name);
}

// src/page/callSafely.ts
function callSafely(callback, ...args) {
  try {
    return callback(...args);
  } catch (error) {
    console.error("mgt:", error);
    return;
  }
}

// src/page/consent/engine.ts
var UNKNOWN = { status: "unknown", manager: "" }, answers = /* @__PURE__ */ new Map(), adapters = [], current = UNKNOWN, said, objected = !1, onChange;
function ofManagers() {
  for (let tier of [0, 1, 2, 3]) {
    let present = adapters.filter((adapter) => adapter.tier === tier).map((adapter) => {
      let answer = answers.get(adapter) || UNKNOWN;
      return answer.status === "unknown" && callSafely(adapter.detect) ? { status: "pending", manager: adapter.name } : answer;
    });
    for (let status of ["denied", "pending", "granted", "not_applicable"]) {
      let found = present.find((answer) => answer.status === status);
      if (found) return found;
    }
  }
  return UNKNOWN;
}
function settle() {
  let next = objected ? { status: "denied", manager: "objection" } : said || ofManagers();
  site.consent.gpc && navigator.globalPrivacyControl && next.status !== "denied" && // Only a grant for us by name overrides the browser's general objection.
  !(next.status === "granted" && next.own) && (next = { status: "denied", manager: "gpc" }), onChange && (next.status !== current.status || next.manager !== current.manager) && (current = next, onChange(next));
}
function hearManagers(heard, callback) {
  adapters = heard;
  for (let adapter of adapters)
    callSafely(
      adapter.install,
      (answer) => {
        /^[gd]/.test(answer.status) && answer.status !== answers.get(adapter)?.status && (said = void 0), answers.set(adapter, { ...answer, manager: adapter.name }), settle();
      },
      site.consent
    );
  onChange = callback, settle();
}
function sayConsent(granted) {
  objected = !1, said = { status: granted ? "granted" : "denied", own: !0, manager: "api" }, settle();
}
function objectNow() {
  objected = !0, settle();
}

// src/page/delivery/askNumbers.ts
var TIMEOUT = 400;
async function askNumbers(found) {
  let { endpoint, key, numbers, conditions } = site;
  try {
    let answer = await (await fetch(`${endpoint}/v1/numbers`, {
      method: "POST",
      body: JSON.stringify({ site: key, ...found }),
      credentials: "omit",
      signal: AbortSignal.timeout(TIMEOUT)
    })).json();
    return answer.to_swap.every(
      ({ number, tracked }) => numbers.some(
        (own) => own.number === number && [own.tracked, ...conditions.map((condition) => condition.numbers[own.id])].includes(tracked)
      )
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
  function set(name, value, attributes2) {
    if (!(typeof document > "u")) {
      attributes2 = assign({}, defaultAttributes, attributes2), typeof attributes2.expires == "number" && (attributes2.expires = new Date(Date.now() + attributes2.expires * 864e5)), attributes2.expires && (attributes2.expires = attributes2.expires.toUTCString()), name = encodeURIComponent(name).replace(/%(2[346B]|5E|60|7C)/g, decodeURIComponent).replace(/[()]/g, escape);
      var stringifiedAttributes = "";
      for (var attributeName in attributes2)
        attributes2[attributeName] && (stringifiedAttributes += "; " + attributeName, attributes2[attributeName] !== !0 && (stringifiedAttributes += "=" + attributes2[attributeName].split(";")[0]));
      return document.cookie = name + "=" + converter.write(value, name) + stringifiedAttributes;
    }
  }
  function get(name) {
    if (!(typeof document > "u" || arguments.length && !name)) {
      for (var cookies = document.cookie ? document.cookie.split("; ") : [], jar = {}, i = 0; i < cookies.length; i++) {
        var parts = cookies[i].split("="), value = parts.slice(1).join("=");
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
      remove: function(name, attributes2) {
        set(
          name,
          "",
          assign({}, attributes2, {
            expires: -1
          })
        );
      },
      withAttributes: function(attributes2) {
        return init(this.converter, assign({}, this.attributes, attributes2));
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
var api2 = init(defaultConverter, { path: "/" });

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
  pending: []
}, SESSION = "mgt_session", MAX_PENDING = 50, MAX_PENDING_LENGTH = 16384, MAX_LENGTH = 65536, kind = (value) => Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
function readSession() {
  try {
    let text = localStorage.getItem(SESSION), session = JSON.parse(text.length < MAX_LENGTH ? text : ""), age = Date.now() - session.since;
    return new URL(session.landing), `${Object.keys(session).sort()}` == `${Object.keys(BLANK).sort()}` && Object.entries(BLANK).every(([key, blank]) => kind(session[key]) === kind(blank)) && [...CHANNELS, "internal"].includes(session.channel) && session.pending.every(({ id }) => id) && // A day's tolerance for a clock that was set back.
    age > -864e5 && age < site.visitorDays * 864e5 ? session : void 0;
  } catch {
    return;
  }
}
function writeSession(session) {
  let { pending } = session;
  for (; pending.length > MAX_PENDING || JSON.stringify(pending).length > MAX_PENDING_LENGTH; ) pending.pop();
  localStorage.setItem(SESSION, JSON.stringify(session));
}

// src/page/terminal/remember.ts
var VISITOR = "mgt_visitor", attributes = (domain) => ({
  sameSite: "Lax",
  secure: location.protocol === "https:",
  ...domain && { domain }
}), readVisitor = () => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.exec(api2.get(VISITOR) || "")?.[0];
function remembered() {
  let session = readSession(), visitor = readVisitor();
  return session && visitor ? { visitor, session } : void 0;
}
function remember({ visitor, session }) {
  try {
    if (writeSession(session), readVisitor() !== visitor && api2.set(VISITOR, visitor, {
      ...attributes(site.cookieDomain),
      expires: new Date(session.since + site.visitorDays * 864e5)
    }), readVisitor() === visitor) return !0;
  } catch {
  }
  return forgetAll(), !1;
}
function forgetAll() {
  for (let domain of ["", site.cookieDomain])
    api2.get(VISITOR) !== void 0 && api2.remove(VISITOR, attributes(domain));
  try {
    localStorage.getItem(SESSION) !== null && localStorage.removeItem(SESSION);
  } catch {
  }
}
function onForgotten(callback) {
  addEventListener("storage", ({ key, newValue }) => {
    (key === SESSION || !key) && !newValue && callback();
  });
}

// src/page/delivery/outbox.ts
var MAX_WAIT = 300, busy = /* @__PURE__ */ new Set(), abortion = new AbortController(), failures = 0, timer, isOpen = !1, post = (route, body, signal) => fetch(site.endpoint + route, {
  method: "POST",
  body: JSON.stringify(body),
  keepalive: !0,
  credentials: site.cookie === "server" ? "include" : "omit",
  signal
});
async function deliver(route, body, ids, isLeaving) {
  for (let id of ids) busy.add(id);
  if (isLeaving && navigator.sendBeacon(site.endpoint + route, JSON.stringify(body))) return;
  let { signal } = abortion, answer = await post(route, body, signal).catch(() => {
  });
  if (!signal.aborted) {
    for (let id of ids) busy.delete(id);
    if (answer && answer.status < 500 && answer.status !== 429) {
      failures = 0;
      let found = remembered();
      found && (found.session.pending = found.session.pending.filter(({ id }) => !ids.includes(id)), remember(found));
    } else {
      let wait = Math.max(
        Number(answer?.headers.get("Retry-After")) || 0,
        Math.min(2 ** failures++, MAX_WAIT)
      );
      clearTimeout(timer), timer = setTimeout(flush, wait * (500 + Math.random() * 1e3));
    }
  }
}
function send(isLeaving) {
  clearTimeout(timer);
  let found = isOpen && remembered();
  if (!found) return;
  let { visitor, session } = found, events = [];
  for (let item of session.pending)
    busy.has(item.id) || ("status" in item ? deliver("/v1/consents", item, [item.id], isLeaving) : events.push(item));
  MODE_HAS.events && events[0] && deliver(
    "/v1/events",
    { site: site.key, visitor, sent: Date.now(), consent: session.consent, events },
    events.map(({ id }) => id),
    isLeaving
  );
}
function flush() {
  isOpen = !0, send();
}
function closeOutbox() {
  isOpen = !1, clearTimeout(timer), abortion.abort(), abortion = new AbortController(), busy.clear();
}
function watchLeaving() {
  addEventListener("pagehide", () => send(!0)), document.addEventListener("visibilitychange", () => {
    document.hidden || busy.clear(), send(document.hidden);
  }), addEventListener("online", () => send());
}

// src/page/emit.ts
var callbacks = [], last = {};
function emit(name, detail) {
  last[name] = detail;
  for (let [wanted, callback] of callbacks)
    wanted === name && callSafely(callback, detail);
  document.dispatchEvent(new CustomEvent(`mgt:${name}`, { detail }));
}
function on(name, callback) {
  callbacks = [...callbacks, [name, callback]], /[yt]$/.test(name) && last[name] && callSafely(callback, last[name]);
}
function off(name, callback) {
  callbacks = callbacks.filter((entry) => entry[0] !== name || entry[1] !== callback);
}

// src/page/entry/swapsOf.ts
function swapsOf({ numbers }, condition) {
  return numbers.flatMap(({ id, number, tracked: fallback }) => {
    let tracked = condition?.numbers[id] || fallback;
    return tracked ? { number, tracked } : [];
  });
}

// src/page/lifecycle/createView.ts
function createView(arrival, url) {
  let view2 = { url, referrer: document.referrer, arrival, pages: 1, at: Date.now() };
  return Object.defineProperty(view2, "language", { get: () => `${navigator.languages[0] || ""}` }), Object.defineProperty(view2, "device", {
    get() {
      let { userAgentData, userAgent } = navigator;
      return userAgentData?.mobile ?? /Mobi/.test(userAgent) ? "mobile" : "desktop";
    }
  }), view2;
}

// src/page/lifecycle/onCallClick.ts
function onCallClick(callback) {
  addEventListener(
    "click",
    ({ target }) => {
      let link = target instanceof Element && target.closest('a[href^="tel:" i]');
      link && callback(link.getAttribute("href"));
    },
    !0
  );
}

// src/page/lifecycle/onPageView.ts
function onPageView(callback) {
  addEventListener("pageshow", ({ persisted }) => {
    persisted && callback();
  });
  let { pathname, search } = location, check = (isReplaced) => {
    let isNew = location.pathname !== pathname || !isReplaced && location.search !== search;
    ({ pathname, search } = location), isNew && callback();
  }, { navigation } = window;
  if (navigation)
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
    addEventListener("popstate", () => check());
  }
}
function isArrival() {
  let [navigation] = performance.getEntriesByType("navigation");
  return !/^(re|b)/.test(navigation?.type || "");
}

// src/page/lifecycle/whenActivated.ts
function whenActivated(callback) {
  document.prerendering ? document.addEventListener("prerenderingchange", callback, { once: !0 }) : callback();
}

// src/page/numbers/hydration.ts
var MARKS = '#__next,#__nuxt,#___gatsby,[data-reactroot],astro-island,[ng-server-context],[data-sveltekit-preload-data],[src*="/_next/"],[href*="/_next/"],[href*="/_app/"]';
function mustWait() {
  return document.readyState !== "complete" && (site.swapAt === "load" || site.swapAt === "auto" && !!document.querySelector(MARKS));
}
function whenSettled(callback) {
  addEventListener("load", () => (window.requestIdleCallback || setTimeout)(callback), { once: !0 });
}

// src/page/numbers/guessPlan.ts
var SHORT_CODES = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/, NO_TRUNK = /^(1|3[0469]|4[578]|35[124]|37[0-8]|420|50\d|52|65|852|97[34])$/;
function guessPlan(number) {
  let digits = number.slice(1), code = SHORT_CODES.exec(digits)?.[0] || digits.slice(0, 3), trunk = NO_TRUNK.test(code) ? "" : "0", national = (trunk + digits.slice(code.length)).replace(/\B(?=(\d\d)+$)/g, " ");
  return { code, trunk, national };
}

// src/page/numbers/project.ts
function project(raw, { plan, significant }, tracked, other) {
  if (other && (other.code !== plan.code || tracked.length !== 1 + plan.code.length + significant.length)) {
    let separator = /\d(\D*)\d+$/.exec(raw)?.[1], [local = "", ...groups] = other.national.match(/\d+/g) || [], text = (other.code !== plan.code || /^(\+|00)/.test(raw) ? [`+${other.code}`, local.slice(other.trunk.length), ...groups] : [local, ...groups]).filter(Boolean).join(separator);
    return [...raw].map((_, at2) => at2 ? "" : text);
  }
  let at = -raw.replace(/\D/g, "").length;
  return [...raw].map(
    (char) => /\d/.test(char) && ++at > -significant.length ? tracked.at(at - 1) : char
  );
}

// src/page/numbers/recognise.ts
var GAP = "[\\s\\p{Pd}\\p{Cf}./()]{0,3}", LETTER = "[^\\P{L}\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]|[\\p{M}\\p{Sc}\\d_@=#]", BEFORE = `(?=[+\\d])(?<!${LETTER}|\\+|\\d[.,/\\p{Pd}]|(?://|www\\.|@|[?&]|\\p{L}\\.\\p{L}+/)\\S*)`, AFTER = `(?!${LETTER}|[.,/\\p{Pd}]\\d|\\s\\p{Sc}|\\S*@|\\.\\p{Ll}{2})`, LEFT = /(\+?\d(?:[\s.\-/()]?\d)*)[\s.\-/()]$/, RIGHT = /^[\s.\-/()](\+?\d(?:[\s.\-/()]?\d)*)(?![\p{L}\d])/u;
function createRecogniser(number, plan) {
  let { code, trunk } = plan, significant = number.slice(1 + code.length), spaced = (digits) => [...digits].join(GAP);
  return {
    number,
    plan,
    significant,
    pattern: new RegExp(
      `${BEFORE}(?:(?:\\+|00)${GAP + spaced(code) + GAP}(?:${trunk + GAP})?|${trunk})${spaced(significant)}${AFTER}`,
      "gu"
    )
  };
}
function recognise(text, { pattern, plan, significant }) {
  let isPhone = (group) => {
    let digits = group.replace(/\D/g, "");
    return /^(\+|00)/.test(group) ? digits.length > 7 : digits.length === plan.trunk.length + significant.length && digits.startsWith(plan.trunk);
  };
  return [...text.matchAll(pattern)].filter(
    ({ 0: raw, index }) => [LEFT.exec(text.slice(0, index)), RIGHT.exec(text.slice(index + raw.length))].every(
      (found) => !found || isPhone(found[1])
    )
  );
}

// src/page/numbers/swapper.ts
var INLINE = /^(a|abbr|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strong|su[bp]|time|tt|u|var|wbr)$/i, SKIPPED = "script,style,noscript,textarea,[data-mgt-noswap]", MAX_FIGHTS = 50, written = /* @__PURE__ */ new WeakMap(), touched = [], shown = /* @__PURE__ */ new Map(), active = [], query = "", planOf = (number) => site.plans[number] || guessPlan(number), recogniserOf = (number) => createRecogniser(number, planOf(number)), attributesOf = ({ attributes: attributes2 }) => [
  "href",
  "aria-label",
  "title",
  "alt",
  ...attributes2
];
function write(node, text) {
  let value = node.nodeValue;
  if (text === value) return 0;
  let at = performance.now(), record2 = written.get(node);
  return record2 || (record2 = { original: value, text: value, times: 0, at: 0 }, written.set(node, record2), touched.push(new WeakRef(node))), record2.times = at - record2.at < 99 ? record2.times + 1 : 0, record2.times > MAX_FIGHTS ? 0 : (record2.at = at, value !== record2.text && (record2.original = value), node.nodeValue = record2.text = text, 1);
}
function swapRun(run) {
  let text = run.map((node) => node.nodeValue).join(""), chars = text.split("");
  for (let recogniser of active)
    for (let { 0: raw, index = 0 } of recognise(text, recogniser)) {
      let tracked = shown.get(recogniser.number);
      chars.splice(index, raw.length, ...project(raw, recogniser, tracked, planOf(tracked)));
    }
  let changed = 0, at = 0;
  for (let node of run) {
    let from = at;
    at += node.nodeValue.length, changed += write(node, chars.slice(from, at).join(""));
  }
  return changed;
}
function swapBlock(block) {
  let changed = 0, run = [], end = () => {
    run[0] && (changed += swapRun(run)), run = [];
  }, walk = (parent) => {
    for (let node of parent.childNodes)
      node.nodeType === 3 ? run.push(node) : INLINE.test(node.nodeName) && !node.matches(SKIPPED) ? walk(node) : node.nodeType === 1 && end();
  };
  return !block.closest(SKIPPED) && !block.isContentEditable && walk(block), end(), changed;
}
var DIAL = /^((?:tel|sms|callto):\/*)([^;?,]+)/i;
function dialled(href, among) {
  let digits = (DIAL.exec(href)?.[2] || "").replace(/%20|[^+\d]/g, "").replace(/^00/, "+");
  return among.find(
    ({ number, plan: { code, trunk }, significant }) => digits === number || digits === trunk + significant || digits === `+${code}${trunk}${significant}` || // Some pages forget the plus sign.
    `+${digits}` === number
  );
}
function swapAttribute(attribute) {
  let { ownerElement, name, value } = attribute;
  if (ownerElement?.closest("[data-mgt-noswap]")) return 0;
  if (name !== "href") return swapRun([attribute]);
  let link = dialled(value, active);
  return link ? write(attribute, value.replace(DIAL, `$1${shown.get(link.number)}`)) : 0;
}
function assign2(next) {
  shown = next, active = [...next.keys()].map(recogniserOf);
  let tails = active.map(({ number }) => `contains(.,"${number.slice(-2)}")`).join(" or ");
  query = [".//text()", ...attributesOf(site).map((name) => `descendant-or-self::*/@${name}`)].map((path) => `${path}[${tails}]`).join("|");
  for (let ref of touched) {
    let node = ref.deref(), record2 = node && written.get(node);
    record2 && (node.nodeValue === record2.text && (node.nodeValue = record2.original), written.delete(node));
  }
  touched = [];
}
function swapUnder(root) {
  let changed = 0;
  if (!active[0]) return 0;
  let blocks = /* @__PURE__ */ new Set(), visit = (node) => {
    if (node.nodeType === 2) changed += swapAttribute(node);
    else {
      let block = node.parentElement;
      for (; block && INLINE.test(block.nodeName); ) block = block.parentElement;
      block && blocks.add(block);
    }
  };
  if (root.nodeType & 2) visit(root);
  else {
    let found = document.evaluate(query, root, null, 6);
    for (let at = 0; at < found.snapshotLength; ) visit(found.snapshotItem(at++));
  }
  for (let block of blocks) changed += swapBlock(block);
  return changed;
}

// src/page/numbers/watchPage.ts
var MANY = 20, changes = [], onChange2, observer = new MutationObserver((records) => {
  changes[0] || (document.hidden ? setTimeout : requestAnimationFrame)(flush2), changes = changes.concat(records);
});
function flush2() {
  let records = changes.concat(observer.takeRecords());
  changes = [];
  let roots = records.length > MANY ? [document] : records.flatMap(
    ({ type, target, addedNodes, attributeName }) => type === "childList" ? [...addedNodes] : attributeName ? target.getAttributeNode(attributeName) || [] : target
  );
  callSafely(
    onChange2,
    roots.length > MANY ? [document] : roots.filter((node) => node.isConnected || node.nodeType === 2)
  ), forgetChanges();
}
function forgetChanges() {
  observer.takeRecords();
}
function watchPage(attributes2, callback) {
  onChange2 = callback, observer.observe(document, {
    childList: !0,
    subtree: !0,
    characterData: !0,
    attributeFilter: attributes2
  });
}
function stopWatching() {
  observer.disconnect();
}

// src/page/numbers/show.ts
var shown2 = /* @__PURE__ */ new Map(), isWaiting = !1, onSwap, subscriptions = /* @__PURE__ */ new Set();
function swap(root = document) {
  let changed = swapUnder(root);
  return forgetChanges(), changed && onSwap(changed), changed;
}
function scan(roots) {
  if (!isWaiting) {
    if (mustWait()) {
      isWaiting = !0, whenSettled(() => {
        isWaiting = !1, callSafely(swap);
      });
      return;
    }
    for (let root of roots) swap(root);
  }
}
function show(swaps, callback) {
  onSwap = callback;
  let next = new Map(swaps.map(({ number, tracked }) => [number, tracked])), before = shown2;
  if (`${[...next]}` != `${[...before]}`) {
    shown2 = next, stopWatching(), assign2(next), next.size && (watchPage(attributesOf(site), scan), scan([document]));
    for (let [number, tell] of subscriptions)
      next.get(number) !== before.get(number) && callSafely(tell, next.get(number) || number);
  }
}
function subscribe(number, callback) {
  let subscription = [number, callback];
  return subscriptions.add(subscription), callSafely(callback, shown2.get(number) || number), () => {
    subscriptions.delete(subscription);
  };
}
function dialledNumber(href) {
  for (let { number } of site.numbers) {
    let tracked = shown2.get(number) || number, own = recogniserOf(number);
    if (dialled(href, [own, { ...own, number: tracked }])) return { number, tracked };
  }
}

// src/page/uuid.ts
function uuid() {
  return "10000000-1000-4000-8000-100000000000".replace(
    /[018]/g,
    (digit) => (+digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> +digit / 4).toString(16)
  );
}

// src/vocabulary/patterns.ts
function matchesPattern(pattern, value) {
  let [first2 = "", ...rest] = pattern.split("*"), last2 = rest.pop();
  if (last2 === void 0) return value === pattern;
  if (!value.startsWith(first2)) return !1;
  let at = first2.length;
  for (let part of rest) {
    let found = value.indexOf(part, at);
    if (found < 0) return !1;
    at = found + part.length;
  }
  return value.length - last2.length >= at && value.endsWith(last2);
}
function matchesHost(pattern, host) {
  let wanted = pattern.toLowerCase(), given = host.toLowerCase();
  return matchesPattern(wanted, given) || wanted[0] !== "*" && matchesPattern(`*.${wanted}`, given);
}

// src/page/entry/cleanUrl.ts
var EMAIL_OR_PHONE = /[^\s/@?&=]+@[^\s/@?&=]+|(?:\+|\b00?)[1-9](?:[\s().-]*\d){7,}/g, TOKEN = /eyJ[\w.-]{9,}|(?:[\da-f]+-){4}[\da-f]{12}|(?=\w*\d)(?=\d*[A-Za-z])\w{20,}|(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{24,}/g;
function cleanUrl(href, keep2) {
  if (!URL.canParse(href)) return "";
  let { protocol, host, pathname, searchParams } = new URL(href), cut = (text, isName) => {
    let safe = text.replace(EMAIL_OR_PHONE, "*");
    return isName ? safe : safe.replace(TOKEN, "*");
  }, query2 = new URLSearchParams(
    [...searchParams].flatMap(
      ([name, value]) => keep2.some((pattern) => matchesPattern(pattern, name)) ? [[name, cut(value, keep2.includes(name))]] : []
    )
  ), path = pathname.replace(/%40/g, "@").replace(/[^/]+/g, (part) => cut(part));
  return `${protocol}//${host}${path}${`?${query2}`.replace(/^\?$/, "")}`;
}

// src/page/entry/campaigns.ts
var CLICK_IDS = {
  paid_search: "gclid|gbraid|wbraid|msclkid|gad_source|yclid",
  paid_social: "ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid",
  display: "dclid",
  email: "mc_cid|mc_eid"
}, MEDIUMS = {
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
var AI_ASSISTANTS = "chatgpt|openai|perplexity|claude|gemini.google|copilot.microsoft|mistral|deepseek|grok|meta.ai|duck.ai|poe", SOCIAL_NETWORKS = "facebook|instagram|linkedin|lnkd.in|t.co|twitter|x.com|tiktok|youtube|youtu.be|pinterest|pin.it|reddit|snapchat|threads|bsky|whatsapp|wa.me|t.me", SEARCH_ENGINES = "google|bing|yahoo|duckduckgo|qwant|ecosia|brave|yandex|startpage|lilo|baidu|com.google.android.googlequicksearchbox";

// src/page/entry/channelOf.ts
function hostOf(referrer) {
  return URL.canParse(referrer) ? new URL(referrer).hostname : "";
}
function lookUp(table, value, before = "", after = "") {
  for (let [channel, names] of Object.entries(table)) {
    let found = new RegExp(`^${before}(${names})${after}$`, "i").exec(value);
    if (found) return { channel, by: found[1] };
  }
}
function listed(host) {
  let after = "(?:\\.[a-z]{2,4}){0,2}";
  return lookUp({ ai_assistant: AI_ASSISTANTS, organic_social: SOCIAL_NETWORKS }, host, "(?:.*\\.)?", after) || lookUp({ organic_search: SEARCH_ENGINES }, host, "(?:(?:.*\\.)?(?:www|m|search)\\.)?", after);
}
function clickId({ searchParams }) {
  for (let [name, value] of searchParams) {
    let found = value && lookUp(CLICK_IDS, name);
    if (found) return { channel: found.channel, by: name };
  }
}
function hasCampaign(url) {
  return !!clickId(url) || [...url.searchParams].some(([name, value]) => value && /^(fbclid$|utm_)/.test(name));
}
function channelOf(url, from) {
  let value = (name) => url.searchParams.get(name) || "", source = listed(value("utm_source")), medium = lookUp(MEDIUMS, value("utm_medium").replace(/[-_ ]/g, ""));
  return medium?.channel === "paid_search" && source?.channel === "organic_social" && (medium.channel = "paid_social"), clickId(url) || medium && { ...medium, by: "utm_medium" } || source && { ...source, by: "utm_source" } || listed(from) || (value("fbclid") ? { channel: "organic_social", by: "fbclid" } : { channel: from ? "referral" : "direct", by: from });
}

// src/page/entry/isWithinHours.ts
var DAYS = "sun mon tue wed thu fri sat".split(" ");
function isWithinHours({
  tz,
  days = DAYS,
  from = "00:00",
  to = "24:00"
}, at) {
  let [, name = "", time = ""] = /^(\w+)\W+(\d+:\d+)/.exec(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: tz || "Europe/Paris",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23"
    }).format(at)
  ) || [], today = DAYS.indexOf(name.toLowerCase()), on2 = (day) => days.includes(DAYS[(day + 7) % 7]);
  return from < to ? on2(today) && from <= time && time < to : on2(today) && from <= time || on2(today - 1) && time < to;
}

// src/page/entry/matches.ts
function compares({ is, in: values, starts, contains, like }, value) {
  return (is === void 0 || value === is) && (!values || values.includes(value)) && value.startsWith(starts || "") && value.includes(contains || "") && (like === void 0 || matchesPattern(like, value));
}
function matches(when, facts) {
  let { url, page, view: view2 } = facts;
  if ("all" in when) return when.all.every((child) => matches(child, facts));
  if ("any" in when) return when.any.some((child) => matches(child, facts));
  if ("not" in when) return !matches(when.not, facts);
  if ("param" in when) {
    let value = url.searchParams.get(when.param);
    return !!value && compares(when, value);
  }
  if ("referrer" in when) return matchesHost(when.referrer, hostOf(facts.referrer));
  if ("channel" in when) return [when.channel].flat().includes(facts.channel);
  if ("landing" in when) return matchesPattern(when.landing, url.pathname);
  if ("page" in when) return matchesPattern(when.page, page.pathname);
  if ("pages" in when) {
    let { min = 0, max = 1 / 0 } = when.pages;
    return view2.pages >= min && view2.pages <= max;
  }
  return "language" in when ? view2.language.split("-")[0]?.toLowerCase() === when.language.toLowerCase() : "device" in when ? view2.device === when.device : "hours" in when && isWithinHours(when.hours, view2.at);
}
function winningCondition(conditions, facts) {
  return conditions.find(({ when }) => matches(when, facts));
}

// src/page/entry/decide.ts
function decide(site2, reference, view2) {
  let { conditions } = site2, url = new URL(view2.url), from = hostOf(view2.referrer), inside = [
    url.hostname,
    ...site2.origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")),
    ...site2.referrerIgnore
  ].some((host) => matchesHost(host, from)), outside = !!from && !inside || hasCampaign(url), entry = reference ? view2.arrival && outside : outside || !inside, found = entry ? channelOf(url, inside ? "" : from) : { channel: "internal", by: "" }, facts = {
    url,
    referrer: view2.referrer,
    channel: found.channel,
    page: new URL(view2.page || view2.url),
    view: view2
  }, condition = winningCondition(conditions, facts), decision = {
    entry,
    ...found,
    own: { channel: found.channel, condition },
    reference: { landing: view2.url, referrer: view2.referrer, channel: found.channel },
    condition,
    facts
  };
  if (reference && !(entry && (site2.entry === "last" || condition?.touch))) {
    let { landing, referrer, channel } = reference;
    decision.reference = reference, decision.facts = { ...facts, url: new URL(landing), referrer, channel }, decision.condition = winningCondition(conditions, decision.facts), decision.channel = channel, decision.by = channel === "internal" ? "" : channelOf(decision.facts.url, hostOf(referrer)).by;
  }
  return decision;
}

// src/page/entry/trackingIds.ts
var MAX_LENGTH2 = 512, URL_IDS = "gclid|gbraid|wbraid|fbclid|msclkid".split("|"), VALUE_TRACKS = "campaignid|adgroupid|creative|matchtype|network|device|devicemodel|placement|target|keyword|adposition|loc_interest_ms|loc_physical_ms|feeditemid|extensionid".split(
  "|"
), readPath = (path) => path.replace(/^window\./, "").split(".").reduce((at, name) => Object.getOwnPropertyDescriptor(Object(at), name)?.value, window);
function trackingIds({ searchParams }) {
  let ids = {}, tracks = {}, put = (into, name, value) => {
    /^[sn]/.test(typeof value) && value !== "" && (into[name] = `${value}`.slice(0, MAX_LENGTH2));
  };
  for (let name of URL_IDS) put(ids, name, searchParams.get(name));
  for (let name of VALUE_TRACKS) put(tracks, name, searchParams.get(site.valueTrack[name] || name));
  Object.keys(tracks)[0] && (ids.valueTracks = tracks);
  let cookies = document.cookie.split("; ").map((pair) => /^(.*?)=(.*)/.exec(pair) || []);
  for (let [, name = "", value = ""] of cookies) {
    let raw = value.slice(0, MAX_LENGTH2);
    name === "_ga" && (ids._ga = { raw, client_id: raw.split(".").slice(-2).join(".") }), /^_pk_id/.test(name) && (ids._pk_id = { raw, visitor_id: raw.split(".")[0] }), /^_ga_/.test(name) && (ids[name] = {
      raw,
      session_id: /(?:^GS1\.\d+\.|[.$]s)(\d+)/.exec(raw)?.[1] || "",
      session_number: /(?:^GS1\.\d+\.\d+\.|[.$]o)(\d+)/.exec(raw)?.[1] || ""
    });
  }
  for (let { name, from, key } of site.trackingIds.add)
    try {
      put(
        ids,
        name,
        {
          param: () => searchParams.get(key),
          cookie: () => cookies.find((pair) => pair[1] === key)?.[2],
          window: () => readPath(key),
          localStorage: () => localStorage.getItem(key)
        }[from]()
      );
    } catch {
    }
  return ids;
}

// src/page/entry/advance.ts
function advance(session, view2, keep2) {
  let { url, at } = view2, { params } = site, old = session.pages ? { ...session, referrer: session.referrer.replace(/^direct$/, "") } : void 0;
  view2.pages = session.pages + 1;
  let { pages } = view2, { entry, condition, channel, own, reference } = decide(site, old, view2), first2 = {
    landing: cleanUrl(url, params),
    referrer: cleanUrl(view2.referrer, params) || "direct",
    tracking_ids: MODE_HAS.events && keep2 && (entry || !old) ? trackingIds(new URL(url)) : {}
  }, base = { id: "", at }, events = [], collect2 = (event) => events.push({ ...event, id: uuid() });
  return MODE_HAS.events && (entry || !old) && collect2({
    ...base,
    type: "entry",
    ...first2,
    condition: own.condition?.id || "",
    source: own.condition?.source || own.channel,
    channel: own.channel
  }), MODE_HAS.pagesEvents && collect2({ ...base, type: "pages", pages }), MODE_HAS.pageEvents && collect2({ ...base, type: "page", url: first2.landing, pages }), {
    entry,
    events,
    session: {
      ...session,
      ...reference !== old && first2,
      condition: condition?.id || "",
      last_action: at,
      last_url: first2.landing,
      source: condition?.source || channel,
      channel,
      to_swap: swapsOf(site, condition),
      pages,
      since: session.since || at,
      pending: [...session.pending]
    }
  };
}

// src/page/visit.ts
var MAX_HELD = 100, held = [], first, latest, isKept = !1, isHalted = !1, wasGranted = !1, standing;
function addView(view2) {
  first ||= view2, latest = view2, held.push(view2), held.length > MAX_HELD && held.splice(1, 1);
}
function halt() {
  isHalted = !0, isKept = !1, closeOutbox(), held = first === latest ? [first] : [first, latest];
}
var record = (status, receipt, by, visitor) => ({
  id: uuid(),
  site: site.key,
  ...MODE_HAS.events && visitor && { visitor },
  receipt,
  at: Date.now(),
  status,
  manager: by.manager,
  manager_version: by.version || "",
  key: by.key || "",
  signal: by.signal || "",
  notice: site.consent.notice,
  script: "66000787c273"
});
function replay(session, keep2) {
  let step = { session: session || BLANK, events: [], entry: !1 };
  for (let view2 of held) {
    let next = advance(step.session, view2, keep2);
    step = { ...next, events: [...step.events, ...next.events] };
  }
  return { ...step, isStored: !!session };
}
function keep(consent2) {
  let found = remembered();
  if (isKept && !found) return !1;
  let visitor = found?.visitor || uuid();
  standing = { ...replay(found?.session, !0), isStored: !0 };
  let { session, events } = standing;
  if (site.endpoint && (MODE_HAS.consent && !session.consent && (session.consent = uuid(), session.pending.push(record("granted", session.consent, consent2, visitor))), session.pending.push(...events)), !remember({ visitor, session })) return !1;
  isKept = !0, held = [], flush();
  for (let event of events) event.type === "entry" && emit("entry", event);
  return !0;
}
function settleVisit(consent2) {
  let status = consent2?.status, isDenied = status === "denied" || status === "not_applicable", isGranted = status === "granted";
  if (isGranted && !wasGranted && (isHalted = !1), wasGranted = isGranted, MODE_HAS.storage && consent2) {
    if (isDenied) {
      let receipt = remembered()?.session.consent;
      halt(), forgetAll(), MODE_HAS.consent && receipt && site.endpoint && post("/v1/consents", record("withdrawn", receipt, consent2)).catch(() => {
      });
    } else if (isGranted || !MODE_HAS.consent) {
      if (!isHalted && (!held[0] || keep(consent2))) return standing;
      halt();
    }
  }
  return standing = replay(MODE_HAS.storage && !isHalted ? remembered()?.session : void 0, !1), standing;
}
function collect(event) {
  let found = isKept && site.endpoint && remembered();
  found && (found.session.pending.push(event), remember(found), flush());
}
function forgetVisitor() {
  let visitor = remembered()?.visitor;
  halt(), forgetAll(), MODE_HAS.events && visitor && site.endpoint && post("/v1/forget", { site: site.key, visitor }).catch(() => {
  });
}
async function copyVisitor() {
  let visitor = isKept && MODE_HAS.events && site.endpoint && remembered()?.visitor, answer = visitor && await post("/v1/export", { site: site.key, visitor });
  return answer && answer.ok ? answer.json() : null;
}
var isRemembering = () => isKept;

// src/page/main.ts
var assignment, consent = UNKNOWN, isActive = !1, question = 0, counted = "";
function assign3(next) {
  let isFirst = !assignment;
  assignment = next, isFirst && emit("ready", { ...next, mode: site.mode }), show(next.to_swap, (changed) => emit("swap", { ...assignment, changed }));
}
async function ask({ session, entry, isStored }) {
  let { status, manager: manager2 } = consent, asked = ++question, isRefused = status === "denied" && manager2 !== "gpc" && manager2 !== "objection";
  if (isStored || !site.endpoint || !(isRefused || site.probabilistic === "always" && status !== "denied"))
    return;
  let answer = await askNumbers({
    condition: session.condition,
    source: session.source,
    method: entry ? "entry" : ""
  });
  if (answer && asked === question) {
    let { condition, source, to_swap } = answer;
    assign3({ level: 1, condition, source, channel: session.channel, to_swap });
  }
}
function settle2() {
  let standing2 = settleVisit(isActive ? consent : void 0), { condition, source, channel, to_swap } = standing2.session;
  assign3({ level: standing2.isStored ? 2 : 0, condition, source, channel, to_swap }), MODE_HAS.probabilistic && isActive && ask(standing2);
}
function view(arrival, url) {
  addView(createView(arrival, url)), settle2();
}
function countView() {
  counted = location.href, callSafely(view, !1, counted);
}
function startVisit(adapters2) {
  let first2 = createView(isArrival(), location.href);
  addView(first2), hearManagers(adapters2, (next) => {
    consent = next, callSafely(settle2), emit("consent", { status: next.status, manager: next.manager });
  }), assignment || settle2(), whenActivated(() => {
    isActive = !0, first2.at = Date.now(), callSafely(settle2), onPageView(countView), MODE_HAS.storage && (watchLeaving(), onForgotten(() => {
      isRemembering() && (halt(), callSafely(settle2));
    }));
  });
}
function countCall(href) {
  let call = dialledNumber(href);
  if (!call) return;
  let detail = { ...call, condition: assignment?.condition || "" };
  MODE_HAS.callClicks && site.callClicks && collect({ id: uuid(), type: "call_click", at: Date.now(), ...detail }), emit("call", detail);
}
function start(adapters2) {
  MODE_HAS.conditions && site.mode !== "invisible" ? startVisit(adapters2) : assign3({ level: 0, condition: "", source: "", channel: "", to_swap: swapsOf(site, void 0) }), onCallClick((href) => callSafely(countCall, href));
  let mgt = { on, off, swap, number: subscribe };
  return MODE_HAS.conditions && (mgt.consent = sayConsent, mgt.object = objectNow, mgt.page = (url) => {
    let { href } = new URL(url || "", location.href);
    href !== counted && view(!1, href), counted = "";
  }, mgt.forget = () => {
    forgetVisitor(), settle2();
  }, mgt.export = (callback) => {
    copyVisitor().catch(() => null).then((copy) => callSafely(callback, copy));
  }), mgt;
}

// src/page/index.ts
function start2(input) {
  return configureAtStart(siteDefaults(input)), start(adaptersFor(site));
}
export {
  start2 as start
};
