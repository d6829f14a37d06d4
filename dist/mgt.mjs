// src/vocabulary/modes.ts
var row = (consent, ...collects) => {
  let conditions = consent !== "none";
  return { conditions, storage: conditions, consent, collects, callClicks: consent === "required", probabilistic: conditions };
}, MODES = {
  invisible: row("none"),
  rotation: row("optional"),
  origine: row("required", "entry"),
  trafic: row("required", "entry", "pages"),
  parcours: row("required", "entry", "page")
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
  return (consent === "required" || consent === "optional" && site2.consent.rotation === "required") && mayStore(site2);
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
    probabilistic: isOffered && site2.probabilistic !== "off"
  };
}

// src/vocabulary/insideHosts.ts
function insideHosts({ origins, referrerIgnore }) {
  return [...origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")), ...referrerIgnore];
}

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

// src/vocabulary/rules/param.ts
var COMPARISONS = {
  is: (value, wanted) => value === wanted,
  in: (value, wanted) => wanted.includes(value),
  starts: (value, wanted) => value.startsWith(wanted),
  contains: (value, wanted) => value.includes(wanted),
  like: (value, wanted) => matchesPattern(wanted, value)
};
function matches(param, { url }, leaf) {
  let value = url.searchParams.get(param);
  return value && Object.entries(leaf).every(
    ([key, wanted]) => COMPARISONS[key]?.(value, wanted) ?? !0
  );
}

// src/vocabulary/channels.ts
var isWithoutSource = (channel) => channel === "direct" || channel === "internal";

// src/vocabulary/rules/channel.ts
var matches2 = (wanted, { channel }) => [wanted].flat().includes(channel);

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
    winner: (facts) => conditions.find(({ when }) => matches10(when, facts)),
    entry,
    image: (src) => site2.images.find((image) => matchesPattern(image.src, src)),
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
    install(hear2) {
      window._axcb ||= [], window._axcb.push((sdk) => {
        let take = (now) => {
          choices = now, hear2();
        };
        sdk.on("cookies:complete", take), take(sdk.userPreferencesManager?.choices);
      });
    },
    // A widget left half-way holds what was ticked in it: that is no decision.
    // https://developers.axeptio.eu/site-integration/registering-user-choices
    read: ({ key }) => choices?.$$completed === !1 ? void 0 : choices?.[key],
    // Nothing of what was chosen for others, nor `$$token`: an id of the visitor would outlive ours.
    describe: ({ key }) => ({ signal: JSON.stringify(choices, [key, "$$date"]) })
  };
};

// src/managers/statistics.ts
var nameOf = (category) => category === "analytics" ? "statistics" : category;

// src/managers/complianz/adapter.ts
var complianz = () => ({
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
  // The signal is the plain choice: `consent` also holds a `stamp`, an id of the visitor, and other choices.
  describe: ({ category }) => ({
    key: nameOf(category),
    signal: `${nameOf(category)}=${window.Cookiebot?.consent?.[nameOf(category)]}`
  })
});

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
    events: () => ["cc:onConsent", "cc:onChange"],
    read({ category, key }) {
      let { acceptedCategory, acceptedService, getConfig, validConsent } = window.CookieConsent, found = getConfig("categories")?.[category];
      return isService = !!found?.services?.[key], found && !found.readOnly && validConsent() === !0 ? isService ? acceptedService(key, category) : acceptedCategory(category) : void 0;
    }
  };
};

// src/managers/didomi/adapter.ts
var didomi = () => {
  let sdk;
  return {
    name: "didomi",
    tier: 0,
    detect: () => window.Didomi || window.didomiConfig || window.didomiRemoteConfig,
    install(hear2) {
      window.didomiOnReady ||= [], window.didomiOnReady.push((ready) => {
        sdk = ready, hear2();
      }), window.didomiEventListeners ||= [], window.didomiEventListeners.push({ event: "consent.changed", listener: hear2 });
    },
    read({ key }) {
      if (!sdk) return;
      let { regulation = "gdpr", vendors } = sdk.getCurrentUserStatus();
      return sdk.isConsentRequired?.() === !1 || !/^gdpr$/i.test(regulation) ? null : (sdk.shouldUserStatusBeCollected || sdk.shouldConsentBeCollected || sdk.isUserStatusPartial)?.call(sdk) === !1 ? vendors[key]?.enabled : void 0;
    },
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
  let said;
  return {
    name: "google",
    tier: 3,
    detect: () => window.dataLayer?.push,
    watch(hear2, { category }) {
      let found = window.dataLayer, take = (entry) => {
        let choices = entry?.[0] === "consent" && entry[1] === "update" ? entry[2] : void 0, choice = choices?.[typeOf(category)];
        return choice && (said = choice === "granted" && choices?.region ? "" : choice), choice;
      };
      found.forEach(take);
      let { push } = found;
      found.push = (...entries) => {
        let length = push.apply(found, entries);
        return callSafely(() => entries.filter(take)[0]) && hear2(), length;
      };
    },
    read: () => said === "granted" ? !0 : said === "denied" ? !1 : void 0,
    describe: ({ category }) => ({ key: typeOf(category), signal: `${typeOf(category)}=${said}` })
  };
};

// src/managers/klaro/adapter.ts
var klaro = () => {
  let manager;
  return {
    name: "klaro",
    tier: 0,
    // Klaro's own element has the id "klaro", which makes it a property of `window` too.
    detect: () => window.klaro?.getManager,
    watch(hear2) {
      let found = window.klaro, watcher = { update: hear2 };
      found.addEventListener("render", (config) => {
        manager = found.getManager(config), manager.watch(watcher), hear2();
      });
    },
    // Before the visitor has confirmed, the values are the owner's defaults; a required service is always on.
    read: ({ key }) => manager?.confirmed === !0 && !manager.getService(key)?.required ? manager.savedConsents[key] : void 0,
    describe: () => ({ version: window.klaro?.version() })
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
  watch: (hear2) => window.OneTrust?.OnConsentChanged(hear2),
  read({ category }) {
    let { OneTrust: manager, OnetrustActiveGroups: active } = window, { ConsentModel, Groups } = manager.GetDomainData(), id = groupOf(category), group = Groups.find(({ CustomGroupId }) => CustomGroupId === id);
    if (!(!group || (manager.IsAlertBoxClosedAndValid || manager.IsAlertBoxClosed).call(manager) !== !0))
      return active.split(",").includes(id) && // Where a group is on without being asked for, closing the banner leaves it on: that is no yes.
      (!/always|out|implied|implicit|notice/i.test(`${group.Status} ${ConsentModel?.Name}`) || void 0);
  },
  describe: ({ category }) => ({
    key: groupOf(category),
    signal: `${window.OnetrustActiveGroups}`,
    version: /OptanonConsent=[^;]*version=([\d.]+)/.exec(document.cookie)?.[1]
  })
});

// src/managers/orejime/adapter.ts
var orejime = () => {
  let manager;
  return {
    name: "orejime",
    tier: 0,
    install(hear2) {
      addEventListener(
        "orejime.loaded",
        ({ detail }) => {
          manager = detail?.manager, manager?.on("dirty", hear2), hear2();
        },
        !0
      );
    },
    // An element with this id, where Orejime may have been told to show itself, is a property of `window` too.
    detect: () => manager ??= window.orejime?.manager,
    watch: (hear2) => manager?.on("dirty", hear2),
    read: ({ key }) => manager?.isDirty() === !1 ? manager.getConsent(key) : void 0
  };
};

// src/managers/piwikpro/adapter.ts
var cookies = () => `${document.cookie.match(/ppms_privacy_[^;]*/g)}`, piwikpro = () => ({
  name: "piwikpro",
  tier: 2,
  detect: () => window.ppms?.cm?.api,
  watch(hear2) {
    let seen = cookies(), look2 = () => {
      seen !== cookies() && (seen = cookies(), hear2());
    };
    setInterval(look2, 1e3), addEventListener("click", () => [10, 200].map((wait) => setTimeout(look2, wait)), !0);
  },
  read: ({ category }) => new Promise((resolve, reject) => {
    window.ppms?.cm?.api?.("getComplianceSettings", resolve, reject);
  }).then(({ consents }) => {
    let status = consents?.[category]?.status;
    return status === 1 || (status === 0 ? !1 : void 0);
  })
});

// src/managers/tarteaucitron/adapter.ts
var tarteaucitron = () => ({
  name: "tarteaucitron",
  tier: 0,
  detect: () => window.tarteaucitron?.services,
  events: ({ key }) => ["added", "allowed", "disallowed"].map((event) => `${key}_${event}`),
  read({ key }) {
    let { parameters, services, state } = window.tarteaucitron || {};
    return parameters?.serviceDefaultState === !0 || services?.[key]?.needConsent === !1 ? void 0 : state?.[key];
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
  let choice, proof;
  return {
    name: "tcf",
    tier: 1,
    detect: () => !isInFrame() || locatorFrame(),
    read: () => choice,
    describe: () => proof,
    watch(hear2, settings) {
      let { vendor, purposes } = settings, listener = (data, success) => {
        if (!success || !data || !/^(tcloaded|useractioncomplete)$/.test(`${data.eventStatus}`)) return;
        choice = data.gdprApplies === !1 ? null : (
          // A string for a group of sites has been invalid since TCF 2.2.
          data.isServiceSpecific === !1 ? void 0 : allows(data, settings)
        );
        let { tcString = "" } = data;
        proof = {
          own: vendor > 0,
          key: `${vendor}`,
          signal: vendor ? tcString : `purposes ${purposes} ${tcString}`,
          version: `${data.cmpId}.${data.cmpVersion}`
        }, hear2();
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
var usercentrics = () => {
  let proof, judge = (given, how, action) => (proof = how, /^explicit$/i.test(how?.type || "") ? given : action === "onNonEURegion" ? null : void 0);
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
        return window.__ucCmp.getConsentDetails().then(({ services, consent: consent2 }) => {
          let how2 = services[key]?.consent;
          return judge(how2?.given, how2, consent2?.updatedBy);
        });
      let consent = window.UC_UI?.getServicesBaseInfo().find(({ id }) => id === key)?.consent, how = consent?.history?.at(-1);
      return judge(consent?.status, how, how?.action);
    },
    describe: () => ({
      version: proof?.versions?.application || "",
      signal: JSON.stringify(proof, ["given", "type", "action"])
    })
  };
};

// src/managers/wordpress/adapter.ts
var cookieOf = (category) => document.cookie.split("; ").find(
  (cookie) => cookie.startsWith(`${window.consent_api?.cookie_prefix || "wp_consent"}_${nameOf(category)}=`)
) || "", typeSet = () => window.wp_has_consent && (window.wp_consent_type ?? window.wp_fallback_consent_type), wordpress = () => ({
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
  "klarna.com"
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
  let answers = [], detectors = [], siteWord, decision, onConsent, inForce = UNKNOWN, ofManagers = () => weigh(adapters, answers) || UNKNOWN;
  function settle(isAct = !1) {
    let next = siteWord || ofManagers(), isOverridden = next.status === "granted" && next.own;
    site.consent.gpc && objectsGenerally() && !isOverridden && (next = { status: "denied", manager: "gpc" });
    let isChange = next.status !== inForce.status || next.manager !== inForce.manager;
    onConsent && (isAct || isChange) && (inForce = next, onConsent(isAct));
  }
  let detect = () => detectors.filter((isPresent) => !isPresent());
  function hearManager(adapter, index) {
    let settings = site.consent, isPresent = !1, readings = 0;
    function receive(reading, choice) {
      if (reading !== readings) return;
      let own = !adapter.tier, key = own ? settings.key : settings.category, words = callSafely(() => adapter.describe?.(settings));
      answers[index] = {
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
    function read() {
      let reading = ++readings, choice = callSafely(adapter.read, settings);
      if (isPromise(choice)) {
        let isAwaited2 = !0, answer = (choice2) => {
          isAwaited2 = !1, receive(reading, choice2);
        }, giveUp = () => isAwaited2 && receive(reading);
        answers[index] ? setTimeout(giveUp, MANAGER_ANSWER_MS) : giveUp(), choice.then(answer, () => answer());
      } else receive(reading, choice);
    }
    return listen(adapter.events?.(settings) || [], () => {
      read(), queueMicrotask(read);
    }), callSafely(() => adapter.install?.(read, settings)), () => {
      try {
        !isPresent && adapter.detect() && (isPresent = !0, adapter.watch?.(read, settings), read());
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
        detect()[0] && setTimeout(wake, wait, Math.min(wait * 1.5, MAX_LOOK_MS));
      };
      wake(FIRST_LOOK_MS), onConsent = callback, settle();
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
      ({ number, tracked }) => own.some((swap2) => swap2.number === number && swap2.tracked === tracked)
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
var api = init(defaultConverter, { path: "/" });

// src/page/ground/uuid.ts
function uuid() {
  return "10000000-1000-4000-8000-100000000000".replace(
    /[018]/g,
    (digit) => (+digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> +digit / 4).toString(16)
  );
}
var isUuid = (text) => /^(?=.{14}4.{4}[89ab])[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

// src/vocabulary/parseUrl.ts
function parseUrl(href) {
  try {
    return new URL(href);
  } catch {
    return;
  }
}

// src/page/entry/signs.ts
var SIGNS = {
  paid_search: /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]|^(cpc|ppc|sea|sem|paid|paid.?search)$/,
  paid_social: /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]|^(paid.?social|social.?paid|social.?ads)/,
  display: /[?&](dclid)=[^&]|^(display|banner|cpm|retargeting)/,
  ai_assistant: /^(ai|llm|ai.assistant)$|#(?:.*\.)?((chatgpt|openai|deepseek|grok|poe|perplexity|gemini\.google|copilot\.microsoft)\.com|(claude|mistral|meta|duck|perplexity)\.ai|copilot\.cloud\.microsoft)$/,
  organic_social: /^(social|sm$)|^#(fb|ig|msg|an|meta)$|#(?:.*\.)?((facebook|instagram|linkedin|twitter|reddit|snapchat)\.(com|android|katana|frontpage)|(x|tiktok|youtube|threads|whatsapp)\.com|pinterest\.[a-z.]{2,6}|threads\.net|bsky\.app|lnkd\.in|t\.co|youtu\.be|pin\.it|(wa|t)\.me)$/,
  organic_search: /^(organic|seo)$|^#\.?(?:(?:www\.|m\.|images\.|lens\.)?(google)\.(?:com?\.)?[a-z]{2,3}|yahoo\.com|com\.google\.android\.googlequicksearchbox)$|#(?:.*\.)?((bing|duckduckgo|qwant|startpage|baidu|kagi|mojeek|swisscows|search\.brave|search\.yahoo|search\.aol)\.com|yandex\.[a-z]{2,3}|ya\.ru|(ecosia|lilo|metager)\.org|seznam\.cz|lemoteur\.orange\.fr)$/,
  email: /[?&](mc_cid|mc_eid)=[^&]|^(e.?mail|newsletter|mail)|^#(e.?mail|newsletter|brevo|mailchimp|mailjet)/,
  affiliate: /^affiliat/,
  referral: /^(referral|partner)/
};

// src/page/entry/channelOf.ts
var isChannel = (name) => Object.hasOwn(SIGNS, name) || isWithoutSource(name), signIn = (text) => Object.keys(SIGNS).find((channel) => SIGNS[channel].test(text));
function hostOf(referrer) {
  return parseUrl(referrer)?.hostname || "";
}
function hasCampaign({ search }) {
  return !!signIn(search) || /[?&](fbclid|utm_\w+)=[^&]/.test(search);
}
function textsOf({ search, searchParams }, from) {
  let param = (name) => (searchParams.get(name) || "").toLowerCase(), source = `#${param("utm_source")}`;
  return [search, param("utm_medium"), source, `${source}.com`, `#.${from}`];
}
function channelOf(url, from) {
  let [click, medium, ...sources] = textsOf(url, from).map(signIn), source = sources.find(Boolean);
  return click || // "cpc" bought from a social network is paid social.
  (medium === "paid_search" && source === "organic_social" ? "paid_social" : medium) || source || (/[?&]fbclid=[^&]/.test(url.search) ? "organic_social" : from ? "referral" : "direct");
}

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
}, SESSION = "mgt_session", DAY_MS = 864e5, MAX_PENDING_ITEMS = 50, MAX_PENDING_LENGTH = 16384, MAX_SESSION_LENGTH = 65536, shape = (session) => JSON.stringify(session, (key, value) => key ? value?.constructor.name : value);
function readSession() {
  try {
    let text = localStorage.getItem(SESSION), session = JSON.parse(text), age = Date.now() - session.since;
    return text.length < MAX_SESSION_LENGTH && // As we write it: the same keys in the same order, of the same types.
    shape(session) === shape(BLANK) && /^(https?|file):/.test(new URL(session.landing).protocol) && isChannel(session.channel) && Number.isInteger(session.pages) && session.pages > 0 && session.pending.every(({ id }) => id) && // A day's tolerance for a clock that was set back.
    age > -DAY_MS && age < site.visitorDays * DAY_MS ? session : void 0;
  } catch {
    return;
  }
}
function writeSession(session) {
  let { pending } = session;
  for (; pending.length > MAX_PENDING_ITEMS || JSON.stringify(pending).length > MAX_PENDING_LENGTH; ) {
    let last3 = pending.findLastIndex((item) => "type" in item);
    if (last3 < 0) throw Error();
    pending.splice(last3, 1);
  }
  localStorage.setItem(SESSION, JSON.stringify(session));
}

// src/page/terminal/remember.ts
var VISITOR = "mgt_visitor", isTold = !1, visitorId = () => `${api.get(VISITOR)}`;
function remembered() {
  let session = readSession();
  return session && isUuid(visitorId()) ? session : void 0;
}
function remember(session, visitor = visitorId()) {
  let cause = "";
  try {
    if (writeSession(session), visitorId() !== visitor && api.set(VISITOR, visitor, {
      sameSite: "Lax",
      secure: location.protocol === "https:",
      expires: new Date(session.since + site.visitorDays * DAY_MS),
      ...site.cookieDomain && { domain: site.cookieDomain }
    }), remembered()) return !0;
  } catch (error) {
    cause = error;
  }
  return forgetAll(), isTold || console.warn(
    "mgt: the visitor is not stored: cookies or storage are blocked or full, or built-ins changed",
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
  let controller, underWay = [], failures = 0, notBefore = 0, askedTime = 0;
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
    signal.aborted || (underWay = underWay.filter((id) => !ids.includes(id)), answer && answer.status < 500 && answer.status !== 429 ? settle(ids) : wait(Number(answer?.headers.get("Retry-After")) || 0));
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

// src/page/lifecycle/whenActivated.ts
function whenActivated(callback) {
  document.prerendering ? listen(["prerenderingchange"], callback) : queueMicrotask(() => callSafely(callback));
}

// src/page/numbers/text/notation.ts
var SEPARATOR = "\\s./()\\xad\\xb7\\u200b-\\u2015\\u202a-\\u202e\\u2060-\\u2069\\u2212\\u30fc\\uff08\\uff09\\uff0d-\\uff0f-", OTHER_DIGITS = "\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19", OTHER_DIGIT = new RegExp(`[${OTHER_DIGITS}]`, "g"), ZEROS = [48, 1632, 1776, 65296], plain = (text) => text.replace(OTHER_DIGIT, (digit) => `${digit.charCodeAt(0) & 15}`), withZero = (text, zero) => text.replace(/\d/g, (digit) => String.fromCharCode(zero + +digit));

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
  let digits = number.slice(1), code = SHORT_CODES.exec(digits)?.[0] || digits.slice(0, 3), trunk = NO_TRUNK.test(code) ? "" : "0", national = (trunk + digits.slice(code.length)).replace(/\B(?=(\d\d)+$)/g, " ");
  return { code, trunk, national };
}

// src/page/numbers/text/sought.ts
var INTERNATIONAL = "0_(?:0_\\d?|(?:0_)?1_[01])".replaceAll("_", `${"\u2060"}{0,9}`), planOf = (number, alike) => site.plans[number] || guessPlan(number);
function soughtOf(number, owner) {
  let plan = planOf(number, owner);
  return { number, owner, plan, length: number.length - 1 - plan.code.length };
}
function sourceOf({ number, plan: { code, trunk, optional }, length }, digits = [...number.slice(-length)]) {
  let gap = `[${SEPARATOR}]*`, spaced = (text) => text.replace(/\d/g, `$&${gap}`);
  return `((?:(?:[+\\uff0b]|${INTERNATIONAL})${gap}${spaced(code)}(?:${spaced(trunk)})?|${spaced(trunk)})${optional ? "?" : ""}${digits.join(gap)})`;
}

// src/page/numbers/assigned.ts
var swaps = [], shown = [], soughtNumbers = [], rough = /(?!)/, exact = /(?!)/g, longestFirst = (a, b) => b.length - a.length;
function assign2(next) {
  swaps = next, shown = [...next, ...shown].filter(
    ({ tracked }, at, all) => at === all.findIndex((other) => other.tracked === tracked) && // What is an owner's number itself is no copy.
    !next.some(({ number }) => number === tracked)
  ), soughtNumbers = [...next.map(({ number }) => soughtOf(number, number)).sort(longestFirst), ...shown.map((swap2) => soughtOf(swap2.tracked, swap2.number)).sort(longestFirst)];
  let digits = soughtNumbers.map(({ number, length }) => [...number.slice(-length)].join("\\D*"));
  rough = new RegExp([...digits, `[${OTHER_DIGITS}]`].join("|")), exact = new RegExp(soughtNumbers.map((each) => sourceOf(each)).join("|") || "(?!)", "g");
}
var isNeeded = () => !!soughtNumbers[0], shownFor = (number) => swaps.find((swap2) => swap2.number === number)?.tracked || number, ownerOf = (number) => soughtNumbers.find((each) => each.number === number && each.owner === number), tails = (isNew) => new Set(
  soughtNumbers.slice(0, isNew ? soughtNumbers.length : swaps.length).map(({ number }) => number.slice(-2))
), mayHold = (text) => rough.test(text);
function findAll(text, isNew, accepts) {
  let all = [];
  exact.lastIndex = 0;
  for (let match = exact.exec(text); match; match = exact.exec(text)) {
    let each = soughtNumbers[match.findIndex((group, at) => at && group) - 1];
    (isNew || each.number === each.owner) && accepts(each, match.index, match[0]) ? all.push([each, match.index, match[0]]) : exact.lastIndex = match.index + 1;
  }
  return all;
}

// src/page/numbers/hydration.ts
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
].join(), SUSPENSE_MS = 500, SUSPENSE_MARKED = 'boolean(//comment()[starts-with(.,"$")])', BOOLEAN_TYPE = 3, IDLE_FALLBACK_MS = 100, isSettled, isWaiting = !1, wasSeen = !1, idle = (next) => "requestIdleCallback" in window ? requestIdleCallback(next) : setTimeout(next, IDLE_FALLBACK_MS);
function whenSettled(callback) {
  addEventListener(
    "load",
    () => idle(() => {
      let late = document.evaluate(SUSPENSE_MARKED, document, null, BOOLEAN_TYPE);
      setTimeout(idle, late.booleanValue ? SUSPENSE_MS : 0, callback);
    })
  );
}
function mustWait(callback) {
  return isSettled === void 0 && (isSettled = document.readyState === "complete", whenSettled(() => {
    isSettled = !0, isWaiting && callSafely(callback);
  })), isSettled ? !1 : (isWaiting ||= site.swapAt === "load" || site.swapAt === "auto" && !(wasSeen && document.readyState === "complete") && !!document.querySelector(MARKS), wasSeen ||= !!document.body, isWaiting);
}

// src/page/numbers/text/regroup.ts
var written = ({ national }) => national.replace(/\D/g, "").length;
function regroup(raw, ascii, { number, plan, length }, other, target, fits) {
  let significant = target.slice(1 + other.code.length), separators = ascii.replaceAll("\u2060", "").split(/\d+/).slice(1, -1), same = separators.at(-1)?.replace(/[()]/g, "") || "", inScript = (text) => withZero(text, raw.charCodeAt(ascii.search(/\d/)) & -16), digits = ascii.replace(/\D/g, ""), isAbroad = other.code !== plan.code, isNational = !/^[+\uff0b]/.test(raw) && digits.length - length <= plan.trunk.length;
  if (fits && !isAbroad && target.length === number.length && !(isNational && written(plan) !== written(other)))
    return;
  let groups = other.national?.match(/\d+/g) || [significant];
  (!fits || isAbroad || !isNational) && groups.splice(
    0,
    1,
    (fits && !isAbroad && /^0/.test(ascii) ? digits.slice(0, digits.indexOf(plan.code, 2)) : "+") + other.code,
    // Abroad the trunk prefix is not dialled.
    groups[0].slice(groups.join("").length - significant.length)
  );
  let shown2 = groups.filter(Boolean);
  return inScript(
    shown2.map(
      (group, at) => fits && shown2.length === separators.length + 1 ? group + (separators[at] || "") : group + // What closes a parenthesis that opened before the number stays.
      (at || !fits || !/^[^(]*\)/.test(raw) ? "" : ")") + (shown2[at + 1] ? same : "")
    ).join("")
  );
}

// src/page/numbers/text/project.ts
function project(raw, sought, target, fits) {
  let chars = raw.split(""), ascii = plain(raw);
  {
    let text = regroup(raw, ascii, sought, planOf(target, sought.owner), target, fits);
    if (text) return chars.map((_, at) => at ? "" : text);
  }
  let { length } = sought, last3 = target.length;
  for (let at = chars.length; at-- && length; )
    ascii.charAt(at) >= "0" && ascii.charAt(at) <= "9" && (length--, chars[at] = String.fromCharCode(raw.charCodeAt(at) & -16 | +target.charAt(--last3)));
  return chars;
}

// src/page/numbers/text/standsAlone.ts
var MAX_NEIGHBOUR = 200, LETTER = "a-zA-Z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f", MONEY = "$\\xa2-\\xa5\\u058f\\u060b\\u0e3f\\u20a0-\\u20cf\\ufdfc\\uff04\\uffe0-\\uffe6", SIGN = `${"\u2060"}*[\\d_@=#${MONEY}]`, OTHER_LETTER = /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc])[\p{L}\p{M}]/u, isOtherLetter = (char = "") => char > "\u024F" && !/[\u2000-\u206f]/.test(char) && OTHER_LETTER.test(char), JOINT = "[.,/\\u066b\\u066c\\u2010-\\u2015-]", WORD = `[^\\s${"\u2060"}]*`, SIGN_BEFORE = `[\\d_@=#${MONEY}]${"\u2060"}*$`, LETTER_BEFORE = `[${LETTER}+]$`, JOINED_BEFORE = `\\d${JOINT}$`, ADDRESS_BEFORE = `(?://|(?:^|[\\s${"\u2060"}])[wW]{3}\\.|[@?&]|[^\\d.\\s]\\.[^\\d./\\s]+/)${WORD}$`, BEFORE = new RegExp(`${SIGN_BEFORE}|${LETTER_BEFORE}|${JOINED_BEFORE}|${ADDRESS_BEFORE}`), LETTER_AFTER = `(?![xX]\\d{1,6}(?![\\w-]))[${LETTER}]`, MONEY_AFTER = `${"\u2060"}*\\s${"\u2060"}*[${MONEY}]`, ADDRESS_AFTER = `${WORD}@|\\.[a-z\\xdf-\\xff\\u0430-\\u045f]{2}`, AFTER = new RegExp(`^(?:${SIGN}|${LETTER_AFTER}|${JOINT}\\d|${MONEY_AFTER}|${ADDRESS_AFTER})`), ONE = "(?:[\\s./-]?[()][\\s./-]?|[\\s./-])", DIGITS = `\\+?\\d(?:${ONE}?\\d)*`, LEFT = new RegExp(`([a-zA-Z]?${DIGITS})${ONE}$`), RIGHT = new RegExp(`^${ONE}(${DIGITS})(?![${LETTER}\\d\\u0250-\\u1fff\\u3005-\\ud7af])`), MARKS2 = /[\xad\u061c\u200b-\u200f\u202a-\u202e\u2061-\u2069]/g, withoutMarks = (text) => text.replace(MARKS2, "");
function isPhone(found, { plan: { trunk, optional }, length }) {
  if (!found) return !0;
  let digits = found[1].replace(/[^+\da-z]/gi, "");
  return /^(\+|00)\d{8}/.test(digits) || digits.startsWith(trunk) && digits.length === trunk.length + length || !!optional && /^\d/.test(digits) && digits.length === length;
}
function standsAlone(text, start3, end, sought) {
  let before = withoutMarks(text.slice(Math.max(0, start3 - MAX_NEIGHBOUR), start3)), after = withoutMarks(text.slice(end, end + MAX_NEIGHBOUR));
  if (BEFORE.test(before) || AFTER.test(after) || isOtherLetter(before.at(-1)) || isOtherLetter(after[0]))
    return !1;
  let [left = "", right = ""] = [before, after].map((side) => side.replaceAll("\u2060", ""));
  return (
    // In parentheses of its own it has no neighbours.
    left.endsWith("(") && right.startsWith(")") || isPhone(LEFT.exec(left), sought) && isPhone(RIGHT.exec(right), sought)
  );
}

// src/page/numbers/text/rewrite.ts
var MAX_LENGTH = 2e3, BROKEN = /\D{6}|\d\D*[+\uff0b]/, SPACE = new RegExp(`[\\s${"\u2060"}]+`, "g"), isMeant = ({ owner }, { own }) => !own || own.owner === owner;
function findAny(text, own) {
  let any = new RegExp(
    `(?<!\\d)(?:\\(?${sourceOf(own, Array(own.length).fill("\\d"))}|\\(?[+\\uff0b]?\\d(?:[${SEPARATOR}]{0,5}\\d){5,14})(?!\\d)`,
    "g"
  );
  return [...text.matchAll(any)].map(({ 0: raw, 1: form, index }) => [own, index, raw, !!form]);
}
function rewrite(parts, reading) {
  let raw = parts.join(""), text = plain(raw), sides = [raw.split(""), raw.split("")], found = reading.own && reading.isAny ? findAny(text, reading.own) : findAll(
    text,
    reading.isNew,
    (sought, start3, { length }) => isMeant(sought, reading) && length < MAX_LENGTH && (length < sought.length + 6 || !BROKEN.test(text.slice(start3, start3 + length).replace(SPACE, " "))) && standsAlone(text, start3, start3 + length, sought)
  );
  for (let [sought, start3, { length }, fits = !0] of found)
    for (let [at, target] of [sought.owner, shownFor(sought.owner)].entries())
      (target !== sought.number || at && !fits) && sides[at]?.splice(start3, length, ...project(raw.slice(start3, start3 + length), sought, target, fits));
  return sides.map((chars) => {
    let end = 0;
    return parts.map(({ length }) => {
      let start3 = end;
      return end += length, chars.slice(start3, end).join("");
    });
  });
}

// src/page/numbers/text/relink.ts
var SCHEME = /^\s*(?:tel|sms|callto):/i, NUMBER = new RegExp(`^(?:[+\\d${SEPARATOR}]|%2[0Bb])*\\d`);
function dialled(href, reading) {
  let scheme = SCHEME.exec(href)?.[0];
  if (!scheme) return;
  let rest = href.slice(scheme.length), [number = ""] = NUMBER.exec(plain(rest)) || [], digits = decodeURIComponent(number).replace(/[^+\d]/g, ""), sought = digits && reading.isAny ? reading.own : findAll(
    digits,
    reading.isNew,
    (each, _, { length }) => length === digits.length && isMeant(each, reading)
  )[0]?.[0];
  return sought && [sought, (other) => scheme + other + rest.slice(number.length)];
}
function relink(href, reading) {
  let [sought, dialling] = dialled(href, reading) || [];
  return !sought || !dialling ? [href, href] : [sought.number === sought.owner ? href : dialling(sought.owner), dialling(shownFor(sought.owner))];
}
var ownerIn = (href) => dialled(href, { isNew: !0, selector: "" })?.[0].owner;

// src/page/numbers/places/nodes.ts
var INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tspan u var wbr".split(
    " "
  )
), UNSEEN = /* @__PURE__ */ new Set(["script", "style", "template"]), isInline = (node) => INLINE.has(node.localName), isUnseen = (node) => UNSEEN.has(node.localName), getterOf = (name) => {
  let get;
  return (node) => (get ||= Object.getOwnPropertyDescriptor(Node.prototype, name)?.get, get.call(node));
}, typeOf2 = getterOf("nodeType"), textOf = getterOf("textContent"), firstIn = getterOf("firstChild"), nextOf = getterOf("nextSibling"), is = (element, selector) => Element.prototype.matches.call(element, selector), closest = (element, selector) => Element.prototype.closest.call(element, selector), attributeOf = (element, name) => Element.prototype.getAttributeNode.call(element, name), isInRun = (node) => typeOf2(node) !== 1 || isInline(node) || isUnseen(node);
function endsRun(node) {
  for (let next = nextOf(node); next; next = nextOf(next)) {
    if (!isInRun(next)) return !0;
    if (typeOf2(next) !== 8 && !isUnseen(next) && /\S/.test(textOf(next))) return !1;
  }
  return !(node.parentNode && isInline(node.parentNode)) || endsRun(node.parentNode);
}

// src/page/numbers/written.ts
var MAX_FIGHTS = 50, FIGHT_MS = 99, written2 = /* @__PURE__ */ new WeakMap(), touched = [], attributeNodes = /* @__PURE__ */ new WeakMap(), isWritten = (node) => written2.has(node), isShown = (node) => written2.get(node)?.text === node.nodeValue;
function originalOf(node) {
  let record = written2.get(node);
  return record?.text === node.nodeValue ? record.original : node.nodeValue;
}
function grow(node) {
  let record = written2.get(node), value = node.nodeValue;
  if (!record || !value.startsWith(record.text)) return;
  let rest = value.slice(record.text.length);
  !record.isOpen && /\d/.test(rest) || (record.original += rest, record.text = value);
}
function write(node, before, after) {
  let value = node.nodeValue, record = written2.get(node);
  if (before === after) written2.delete(node);
  else {
    if (!record) {
      record = { original: "", text: "", isOpen: !1, times: 0, at: 0 };
      let { ownerElement, name } = node;
      if (ownerElement) {
        let nodes = attributeNodes.get(ownerElement) || /* @__PURE__ */ new Map();
        attributeNodes.set(ownerElement, nodes), record = { ...written2.get(nodes.get(name)) || record }, nodes.set(name, node);
      }
      written2.set(node, record), touched.push(new WeakRef(node));
    }
    if (value !== after) {
      let at = Date.now();
      if (record.times = value === record.original && at - record.at < FIGHT_MS ? record.times + 1 : 0, record.at = at, record.times > MAX_FIGHTS) return 0;
    }
    record.original = before, record.text = after, record.isOpen = document.readyState === "loading" && endsRun(node);
  }
  return value === after ? 0 : (node.nodeValue = after, 1);
}
var writtenNodes = () => touched.map((ref) => ref.deref()).filter((node) => node && isWritten(node));
function restoreAll() {
  let restored = writtenNodes();
  for (let node of restored) write(node, originalOf(node), originalOf(node));
  return touched = [], restored;
}

// src/page/numbers/places/excluded.ts
var FORCED = "data-mgt-swap", NOT_SWAPPED = "[data-mgt-noswap]", EXCLUDED = `${NOT_SWAPPED},[contenteditable]:not([contenteditable="false" i])`, UNREAD = `noscript,textarea,${EXCLUDED}`;

// src/page/numbers/places/swapImage.ts
function swapImage(element, shownFor2) {
  let picture = element.closest("picture"), image = picture?.querySelector("img") || element, source = image.getAttributeNode("src"), original = source && originalOf(source), found = original && (rules.image(original) || rules.image(new URL(original, document.baseURI).href)), own = found && site.numbers.find(({ id }) => id === found.number), after = own && found.srcFor[shownFor2(own.number)], changed = 0;
  if (after) {
    changed = write(source, original, after);
    for (let other of [image, ...picture?.querySelectorAll("source") || []]) {
      let set = other.getAttributeNode("srcset");
      set && (changed += write(set, originalOf(set), after));
    }
  }
  return changed;
}

// src/page/numbers/places/swapTexts.ts
var MIN_DIGITS = 5;
function swapRun(run2, reading) {
  let parts = run2.map((node) => node ? originalOf(node) : "\u2060");
  if (!reading.isAny && !mayHold(parts.join("")) && !run2.some((node) => node && isWritten(node))) return 0;
  let [before, after] = rewrite(parts, reading), changed = 0;
  for (let [at, node] of run2.entries())
    node && (changed += write(node, before[at], after[at]));
  return changed;
}
function* swapTexts(top, reading, from) {
  let skipped = `${reading.own ? NOT_SWAPPED : UNREAD},[${FORCED}]`, blocks = [top], isLeft = (block) => !reading.isAny && // The body's text is the page's: to copy it only in order to know that would be a waste.
  block.localName !== "body" && !mayHold(textOf(block)) || is(block, skipped), swapBlock = (block) => {
    let inner = [], changed = 0, run2 = [], length = 0, end = () => {
      length >= MIN_DIGITS && (changed += swapRun(run2, reading)), length && (run2 = []), length = 0;
    }, gather = (first, isWhole) => {
      for (let node = first; node && (isWhole || isInRun(node)); node = nextOf(node)) {
        let type = typeOf2(node);
        type === 3 ? (run2.push(node), length += isWritten(node) ? MIN_DIGITS : node.length) : type === 1 && !isUnseen(node) && (isInline(node) ? is(node, skipped) ? end() : (run2.push(void 0), gather(firstIn(node), !0), run2.push(void 0)) : (end(), inner.push(node)));
      }
    };
    for (from && block === top ? gather(from, !1) : gather(firstIn(block), !0), end(); inner[0]; ) blocks.push(inner.pop());
    return changed;
  };
  for (let block = blocks.pop(); block; block = blocks.pop())
    yield block !== top && isLeft(block) ? 0 : callSafely(swapBlock, block) || 0;
}

// src/page/numbers/places/swapAttributes.ts
var attributes = () => [
  "href",
  "aria-label",
  "title",
  "alt",
  "value",
  "src",
  "srcset",
  ...site.attributes
];
function selectorOf(isNew) {
  let zeros = /^(ar|ckb|fa|ja|ko|ps|ur|zh)/i.test(document.documentElement.lang) ? ZEROS : [48];
  return [...tails(isNew)].flatMap((tail) => zeros.map((zero) => withZero(tail, zero))).flatMap(
    (tail) => attributes().map(
      (name) => name === "href" ? (
        // A page's other links are many.
        `[href*="${tail}"]:not([href^="/"],[href^=http])`
      ) : `${name === "value" ? "input" : ""}[${CSS.escape(name)}*="${tail}"]`
    )
  ).concat(`[${FORCED}]`, "img,source").join();
}
var isEdited = (field) => field.matches(":not(input),:focus,[type=hidden i],[type=password i],[type=checkbox i],[type=radio i]") || field.value !== field.defaultValue;
function swapAttribute(attribute, reading) {
  let { name } = attribute, element = attribute.ownerElement;
  return !element || !reading.own && closest(element, EXCLUDED) ? 0 : /^src/.test(name) ? swapImage(element, shownFor) : name === "href" ? write(attribute, ...relink(originalOf(attribute), reading)) : name === "value" && isEdited(element) ? 0 : swapRun([attribute], reading);
}
function swapAttributes(element, reading) {
  let changed = 0;
  for (let name of attributes()) {
    let value = element.getAttribute(name);
    value && (reading.isAny || /^(href|src)/.test(name) || mayHold(value)) && (changed += swapAttribute(element.getAttributeNode(name), reading));
  }
  return changed;
}

// src/page/numbers/places/swapUnder.ts
function swapForced(element, given) {
  let id = element.getAttribute(FORCED), own = ownerOf(site.numbers.find((number) => number.id === id)?.number);
  if (!own) return 0;
  let isItsOwn = (inner) => closest(inner, `${NOT_SWAPPED},[${FORCED}]`) === element, texts = document.createTreeWalker(element, 4), text = "";
  for (; texts.nextNode(); )
    isItsOwn(texts.currentNode.parentElement) && (text += originalOf(texts.currentNode));
  let isAny = !findAll(plain(text), !0, ({ owner }) => owner === own.owner)[0], reading = { ...given, own, isAny }, changed = 0;
  for (let inner of [element, ...element.querySelectorAll("*")])
    isItsOwn(inner) && (changed += callSafely(swapAttributes, inner, reading) || 0);
  for (let step of swapTexts(element, reading)) changed += step;
  return changed;
}
function* swapTextsAt(top, reading, done) {
  let block = top, from;
  for (; block.parentNode && isInRun(block) && typeOf2(block) < 9; )
    from = block, block = block.parentNode;
  let element = typeOf2(top) === 1 ? top : top.parentElement;
  if (!(element && (element !== top && isUnseen(element) || closest(element, UNREAD)))) {
    for (let node = from; node && isInRun(node); node = node.previousSibling) {
      if (done.has(node)) return;
      done.add(node), from = node;
    }
    yield* swapTexts(block, reading, from);
  }
}
function* swapUnder(root, reading, done) {
  if ((root.ownerDocument || root).designMode === "on") return;
  let step = (swap2, node) => callSafely(swap2, node, reading) || 0, force = (element2) => {
    let name = attributeOf(element2, FORCED);
    return done.has(name) ? 0 : (done.add(name), step(swapForced, element2));
  }, top = root.documentElement || root, isElement = typeOf2(top) === 1, element = isElement ? top : root.ownerElement || root.parentElement, forced = element && closest(element, `[${FORCED}]`);
  if (forced ? yield force(forced) : typeOf2(root) === 2 ? yield step(swapAttribute, root) : (yield* swapTextsAt(top, reading, done), isElement && (yield step(swapAttributes, top))), "querySelectorAll" in top)
    for (let inner of top.querySelectorAll(reading.selector))
      is(inner, `[${FORCED}]`) ? yield force(inner) : closest(inner, `[${FORCED}]`) || (yield step(swapAttributes, inner));
}

// src/page/numbers/places/trees.ts
var LOOKING_MS = 3, trees = /* @__PURE__ */ new Set(), patchedWindows = /* @__PURE__ */ new WeakSet(), onTree;
function foundTrees() {
  for (let tree of trees)
    (!tree.isConnected || !(tree.ownerDocument || tree).defaultView) && trees.delete(tree);
  return trees;
}
function adopt(owner, tree) {
  if (!tree || !onTree || trees.has(tree)) return;
  for (let host = owner; host; host = host.getRootNode().host)
    if (closest(host, NOT_SWAPPED)) return;
  trees.add(tree), onTree(tree), tree.addEventListener("load", onLoad, !0);
  let { defaultView } = tree;
  defaultView && hear(defaultView), findTrees([tree]);
}
function look(element) {
  if (adopt(element, element.shadowRoot), element.nodeName === "IFRAME") {
    let { contentDocument, contentWindow } = element;
    contentDocument?.readyState === "complete" && !contentWindow.mgt && adopt(element, contentDocument);
  }
}
var onLoad = ({ target }) => callSafely(look, target), waiting = [], isLooking = !1;
function lookOn() {
  if (isLooking) return;
  isLooking = !0;
  let start3 = Date.now();
  for (; onTree && waiting[0] && Date.now() - start3 <= LOOKING_MS; ) {
    let [walker] = waiting;
    walker.nextNode() ? callSafely(look, walker.currentNode) : waiting.shift();
  }
  isLooking = !1, onTree && waiting[0] && (window.requestIdleCallback || setTimeout)(lookOn);
}
function findTrees(roots2) {
  for (let root of roots2)
    root.nodeType === 1 && callSafely(look, root), waiting.unshift(document.createTreeWalker(root, 1));
  lookOn();
}
function hear(view) {
  if (patchedWindows.has(view)) return;
  patchedWindows.add(view);
  let { prototype } = view.Element, { attachShadow } = prototype;
  prototype.attachShadow = function(options2) {
    let root = attachShadow.call(this, options2);
    return options2.mode === "open" && callSafely(adopt, this, root), root;
  };
}
function hearTrees(callback) {
  onTree = callback;
  for (let tree of foundTrees()) callback(tree);
  hear(window), document.addEventListener("load", onLoad, !0), findTrees([document]);
}
function ignoreTrees() {
  onTree = void 0, waiting.length = 0;
}

// src/page/numbers/watchPage.ts
var MAX_ROOTS = 200, LOOKS_PER_FRAME = 9, roots = /* @__PURE__ */ new Set(), last2, isRead = !0, isAwaited = !1, looks = 0, options, onChange, observer;
function onRecords(records) {
  collect(records), looks < LOOKS_PER_FRAME && document.readyState !== "loading" && flush(), looks++;
}
var nodeOf = ({ target, attributeName }) => attributeName && attributeOf(target, attributeName) || target;
function collect(records) {
  let wasRead = isRead;
  if (isRead = document.readyState === "loading", !!records[0]) {
    isAwaited || (isAwaited = !0, (document.hidden ? setTimeout : requestAnimationFrame)(() => {
      isAwaited = !1, looks = 0, flush();
    }));
    for (let record of records) {
      let { type, target, removedNodes } = record;
      if (wasRead && type === "characterData" && grow(target), !(roots.size > MAX_ROOTS)) {
        if (type !== "childList") roots.add(nodeOf(record));
        else if (!last2?.contains(target))
          for (let node of record.addedNodes)
            (node.nodeType === 3 ? /\S/.test(node.nodeValue) : node.nodeType === 1 && !isUnseen(node)) && (roots.add(node), last2 = node);
        if (removedNodes[0]) {
          isInline(target) && roots.add(target);
          for (let near of [record.previousSibling, record.nextSibling])
            near && isInRun(near) && roots.add(near);
        }
      }
    }
  }
}
function takeRoots() {
  let batch = roots;
  return roots = /* @__PURE__ */ new Set(), last2 = void 0, batch.size > MAX_ROOTS ? [document] : batch;
}
function flush() {
  roots.size && callSafely(onChange, takeRoots());
}
function writing(write2) {
  collect(observer.takeRecords());
  let result = write2();
  return collect(observer.takeRecords().filter((record) => record.type === "childList" || !isShown(nodeOf(record)))), result;
}
function watchPage(attributeFilter, callback) {
  onChange = callback, options = {
    childList: !0,
    subtree: !0,
    characterData: !0,
    attributeFilter: [...attributeFilter, "data-mgt-swap"]
  }, watchTree(document);
}
function watchTree(tree) {
  observer.observe(tree, options);
}
function stopWatching() {
  return observer ||= new MutationObserver(onRecords), collect(observer.takeRecords()), observer.disconnect(), takeRoots();
}

// src/page/numbers/show.ts
var TASK_MS = 20, STEPS_PER_CLOCK_READ = 25, shownKey = "[]", onSwap, subscriptions = /* @__PURE__ */ new Set();
function* stepsOf(roots2, isNew = !1) {
  let reading = { isNew, selector: selectorOf(isNew) }, all = new Set(roots2);
  if (all.has(document)) {
    for (let tree of foundTrees()) all.add(tree);
    for (let node of writtenNodes())
      node.isConnected && !mayHold(node.nodeValue) && all.add(node);
  }
  let done = /* @__PURE__ */ new Set();
  for (let root of all)
    try {
      yield* swapUnder(root, reading, done);
    } catch (error) {
      report(error);
    }
}
function run(steps, limit = Number.POSITIVE_INFINITY) {
  let start3 = Date.now(), changed = 0, count = 0;
  return writing(() => {
    for (; ; ) {
      let { value, done } = steps.next();
      if (done) return;
      if (changed += value, ++count % STEPS_PER_CLOCK_READ === 0 && Date.now() - start3 > limit) {
        setTimeout(callSafely, 0, run, steps, limit);
        return;
      }
    }
  }), changed && onSwap(changed), changed;
}
var swap = (root = document) => isNeeded() ? run(stepsOf([root])) : 0;
function scan(roots2, isNew) {
  mustWait(swap) || callSafely(run, stepsOf(roots2, isNew), TASK_MS);
}
function show(swaps2, callback) {
  onSwap = callback;
  let next = JSON.stringify(swaps2);
  if (next === shownKey) return;
  shownKey = next;
  let changed = stopWatching();
  ignoreTrees();
  let restored = restoreAll();
  if (assign2(swaps2), isNeeded()) {
    let scanNew = (roots2) => {
      let [first] = roots2;
      scan(roots2, document.readyState !== "loading" && first !== document);
    };
    watchPage(attributes(), (roots2) => {
      scanNew(roots2), findTrees(roots2);
    }), scan([document, ...restored]), scanNew(changed), hearTrees((tree) => {
      watchTree(tree), scan([tree]);
    });
  }
  for (let tell of subscriptions) tell();
}
function subscribe(number, callback) {
  let told = "", tell = () => {
    let tracked = shownFor(number);
    tracked !== told && (told = tracked, callSafely(callback, tracked));
  };
  return subscriptions.add(tell), tell(), () => {
    subscriptions.delete(tell);
  };
}
function dialledIn(href) {
  let number = ownerIn(href);
  return ownerOf(number) && { number, tracked: shownFor(number) };
}

// src/page/visit/standing.ts
var isNo = (status) => status === "denied" || status === "not_applicable", wordOf = (status, isAsked) => isNo(status) ? "no" : status === "granted" || !isAsked ? "yes" : "undecided", endedByNo = { when: { word: "no" }, gives: "awaited" }, spokenAnew = { when: { hasSpoken: !0 }, gives: "in force" }, usedUpByErasure = { when: { wasErased: !0, latestYes: "in force" }, gives: "used up" }, firstYes = { when: { word: "yes", latestYes: "awaited" }, gives: "in force" }, YES_ROWS = [
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

// src/vocabulary/cleanUrl.ts
var EMAIL = "[^\\s/@?&=]{1,64}@[^\\s/@?&=]{1,255}", PHONE = "(\\+|%2B|\\b00?)[1-9]([\\s().-]{0,3}\\d){7,15}", EMAIL_OR_PHONE = /* @__PURE__ */ new RegExp(`${EMAIL}|${PHONE}`, "g"), JWT = "eyJ[\\w.-]{9,}", UUID = "([\\da-fA-F]{4,8}-){4}[\\da-fA-F]{12}", KEY = "(?=[A-Za-z_]{0,40}\\d)(?=\\d{0,40}[A-Za-z_])\\w{20,}", TOKEN = /* @__PURE__ */ new RegExp(`${JWT}|${UUID}|${KEY}`, "g");
function cleanUrl({ keeps, keepsAsItIs }, href) {
  let url = parseUrl(href);
  if (!url) return "";
  let cut = (text, mayHoldToken) => {
    let safe = text.replace(EMAIL_OR_PHONE, "*");
    return mayHoldToken ? safe : safe.replace(TOKEN, "*");
  }, query = [...url.searchParams].filter(([name]) => keeps(name)).map(([name, value]) => [name, cut(value, keepsAsItIs(name))]), path = cut(url.pathname.replace(/%40/g, "@"));
  return `${url.protocol}//${url.host}${path}${`?${new URLSearchParams(query)}`.replace(/^\?$/, "")}`;
}

// src/page/entry/decide.ts
function decide(policy, reference, view, lastTouch) {
  let rule = (url2, host, channel) => {
    let facts = { url: url2, host, channel, view };
    return { ...facts, condition: policy.winner(facts) };
  }, url = new URL(view.url), from = hostOf(view.referrer), isInside = from === url.hostname || policy.isInside(from), isOutside = !!from && !isInside || hasCampaign(url), entry = reference ? view.arrival && isOutside : isOutside || !isInside, own = rule(url, from, entry ? channelOf(url, isInside ? "" : from) : "internal"), stays = reference && !(entry && lastTouch && (policy.entry === "last" || own.condition?.touch));
  return {
    entry,
    own,
    inForce: stays ? rule(new URL(reference.landing), hostOf(reference.referrer), reference.channel) : own
  };
}

// src/page/entry/advance.ts
var named = ({ condition, channel }) => ({
  condition: condition?.id || "",
  source: condition?.source || channel,
  channel
});
function advance(policy, site2, session, view, lastTouch, readIds) {
  let { url, at, pages } = view, { entry, own, inForce } = decide(policy, session.pages ? session : void 0, view, lastTouch), isEntry = entry || pages < 2, landing = cleanUrl(policy, url), arrival = {
    landing,
    referrer: cleanUrl(policy, view.referrer) || "direct",
    tracking_ids: readIds && isEntry ? readIds(new URL(url)) : {}
  };
  return {
    entry,
    arrived: isEntry && { ...arrival, ...named(own) },
    session: {
      ...session,
      ...own === inForce && arrival,
      ...named(inForce),
      last_action: at,
      last_url: landing,
      to_swap: swapsOf(site2, inForce.condition),
      pages,
      since: session.since || at,
      pending: [...session.pending]
    }
  };
}

// src/vocabulary/trackingIds.ts
var URL_IDS = "gclid gbraid wbraid fbclid msclkid", VALUE_TRACKS = "campaignid adgroupid creative matchtype network device devicemodel placement target keyword adposition loc_interest_ms loc_physical_ms feeditemid extensionid";
function addCookieIds(ids, cookies2) {
  for (let name of Object.keys(cookies2)) {
    let raw = cookies2[name].slice(0, 512), part = (pattern) => pattern.exec(raw)?.[1] || "";
    name === "_ga" && (ids[name] = { raw, client_id: part(/(\d+\.\d+)$/) }), /^_pk_id/.test(name) && (ids._pk_id = { raw, visitor_id: part(/^([^.]+)/) }), /^_ga_/.test(name) && (ids[name] = {
      raw,
      session_id: part(/(?:^GS1\.\d+\.|[.$]s)(\d+)/),
      session_number: part(/(?:^GS1\.\d+\.\d+\.|[.$]o)(\d+)/)
    });
  }
}

// src/page/ids/trackingIds.ts
var readPath = (path) => path.replace(/^window\./, "").split(".").reduce((at, name) => Object.getOwnPropertyDescriptor(Object(at), name)?.value, window);
function present(names, read) {
  let found = {};
  for (let name of names.split(" ")) {
    let value = read(name);
    (typeof value == "string" || typeof value == "number") && value !== "" && (found[name] = `${value}`.slice(0, 512));
  }
  return found;
}
function trackingIds({ searchParams }) {
  let param = (name) => searchParams.get(name), ids = present(URL_IDS, param), valueTracks = present(
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

// src/page/visit/takeView.ts
function takeView(before, view, keep, events) {
  let { at } = view, pages = before.pages + 1;
  view.pages = pages;
  let step = advance(rules, site, before, view, !0, MODE_HAS.events && keep && trackingIds), { session, arrived } = step;
  return MODE_HAS.events ? arrived && events.push({ id: uuid(), type: "entry", at, ...arrived }) : session.tracking_ids = {}, MODE_HAS.pagesEvents && events.push({ id: uuid(), type: "pages", at, pages }), MODE_HAS.pageEvents && events.push({ id: uuid(), type: "page", at, url: session.last_url, pages }), step;
}

// src/page/visit/visit.ts
var MAX_HELD_VIEWS = 100;
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
      script: "01a109850013"
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
    let step = { session: found || BLANK, entry: !1 };
    for (let view of held) step = takeView(step.session, view, isKept, events);
    standing = { ...step, isStored: isKept || !!found };
  }
  function keep(visitor, events) {
    let { session } = standing;
    if (site.endpoint && (MODE_HAS.consent && !session.consent && (session.consent = uuid(), session.pending.push(record("granted", session.consent, visitor))), session.pending.push(...events)), isErased = !remember(session, visitor), !isErased && (held = [], outbox.openOutbox(), MODE_HAS.events))
      for (let event of events) event.type === "entry" && onEntry(event);
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
    replay(found, does("keep"), events), does("keep") && keep(found ? visitorId() : uuid(), events);
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
      let session = outbox.isOpen() && site.endpoint ? remembered() : void 0;
      session && (session.pending.push(event), remember(session), outbox.openOutbox());
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
function mayAskNumbers({ status, manager }) {
  return status === "denied" ? !(manager === "gpc" || manager === "objection") && site.probabilistic !== "off" : site.probabilistic === "always";
}
function startVisit(adapters, assign3) {
  let engine = createEngine(adapters), outbox = createOutbox(), visit = createVisit(engine, outbox, (event) => emit("entry", event)), isActive = !1, questions = 0, countedUrl = "";
  async function ask({ session, entry, isStored }) {
    let question = ++questions;
    if (isStored || !site.endpoint || !mayAskNumbers(engine.consentInForce())) return;
    let { condition, source, channel } = session, answer = await askNumbers({ condition, source, method: entry ? "entry" : "" });
    answer && question === questions && callSafely(assign3, {
      level: 1,
      condition: answer.condition,
      source: answer.source,
      channel,
      to_swap: answer.to_swap
    });
  }
  let settle = (hasSpoken) => callSafely(() => {
    let standing = visit.settle(isActive, hasSpoken), { condition, source, channel, to_swap } = standing.session;
    assign3({ level: standing.isStored ? 2 : 0, condition, source, channel, to_swap }), MODE_HAS.probabilistic && isActive && ask(standing);
  });
  function view(url) {
    visit.addView(createView(!1, url)), settle();
  }
  let first = createView(isArrival(), location.href);
  return visit.addView(first), engine.hearManagers((isAct) => {
    settle(isAct);
    let { status, manager } = engine.consentInForce();
    emit("consent", { status, manager });
  }), settle(), whenActivated(() => {
    isActive = !0, first.at = Date.now(), settle(), MODE_HAS.storage && listen(["storage"], () => {
      outbox.isOpen() && !remembered() && settle();
    }), onPageView(() => {
      countedUrl = location.href, view(countedUrl);
    });
  }), {
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
  let assignment;
  function assign3(next) {
    let isFirst = !assignment;
    assignment = next, isFirst && emit("ready", { ...next, mode: site.mode }), show(next.to_swap, (changed) => emit("swap", { ...assignment, changed }));
  }
  let visit = MODE_HAS.conditions ? startVisit(adapters, assign3) : void 0;
  return visit || assign3({ level: 0, condition: "", source: "", channel: "", to_swap: rules.always }), onCallClick((href) => {
    let found = dialledIn(href);
    if (!found) return;
    let { number, tracked } = found, call = { number, tracked, condition: assignment.condition };
    MODE_HAS.callClicks && visit?.collectEvent({ id: uuid(), type: "call_click", at: Date.now(), ...call }), emit("call", call);
  }), { on, off, swap, number: subscribe, ...visit?.commands };
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
  return typeof document > "u" ? noPage() : (configureAtStart(pageDefaults(input)), start(adaptersFor(site)));
}
export {
  start2 as start
};
