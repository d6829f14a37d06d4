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
function mayStore({ mode, probabilistic }) {
  return MODES[mode].storage && probabilistic !== "always";
}
function collectedTypes(site2) {
  let mode = MODES[site2.mode];
  return mayStore(site2) ? mode.callClicks && site2.callClicks ? [...mode.collects, "call_click"] : mode.collects : [];
}
function needsConsent(site2) {
  let { consent: consent2 } = MODES[site2.mode];
  return (consent2 === "required" || consent2 === "optional" && site2.consent.rotation === "required") && mayStore(site2);
}

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
var pageOf = ({ url, page: page6 }) => new URL(page6 || url);
function matches(when, facts) {
  let { url, host, view: view2 } = facts;
  if ("all" in when) return when.all.every((child) => matches(child, facts));
  if ("any" in when) return when.any.some((child) => matches(child, facts));
  if ("not" in when) return !matches(when.not, facts);
  if ("param" in when) {
    let value = url.searchParams.get(when.param);
    return !!value && compares(when, value);
  }
  if ("referrer" in when) return !!host && matchesHost(when.referrer, host);
  if ("channel" in when) return [when.channel].flat().includes(facts.channel);
  if ("landing" in when) return matchesPattern(when.landing, url.pathname);
  if ("page" in when) return matchesPattern(when.page, pageOf(view2).pathname);
  if ("pages" in when) {
    let { min = 0, max = 1 / 0 } = when.pages;
    return view2.pages >= min && view2.pages <= max;
  }
  return "language" in when ? view2.language.split("-")[0]?.toLowerCase() === when.language.toLowerCase() : "device" in when ? view2.device === when.device : "hours" in when && isWithinHours(when.hours, view2.at);
}

// src/page/entry/swapsOf.ts
function swapsOf({ numbers }, condition) {
  return numbers.flatMap(({ id, number, tracked: fallback }) => {
    let tracked = condition?.numbers[id] || fallback;
    return tracked ? { number, tracked } : [];
  });
}

// src/page/entry/rulesOf.ts
function rulesOf(site2) {
  let { params, conditions, entry } = site2, inside = insideHosts(site2);
  return {
    isInside: (host) => inside.some((own) => matchesHost(own, host)),
    keeps: (name) => params.some((pattern) => matchesPattern(pattern, name)),
    keepsAsItIs: (name) => params.includes(name),
    winner: (facts) => conditions.find(({ when }) => matches(when, facts)),
    always: swapsOf(site2),
    entry
  };
}

// src/page/site.ts
var site = {}, rules = {};
function configure(found) {
  Object.assign(site, found), Object.assign(rules, rulesOf(found));
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
  "systempay.fr",
  "payplug.com",
  "adyen.com",
  "mollie.com",
  "klarna.com"
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

// src/vocabulary/managers.ts
var MANAGER_SETTINGS = {
  manual: [],
  axeptio: ["key"],
  didomi: ["key"],
  tarteaucitron: ["key"],
  tcf: ["vendor", "purposes"],
  piwikpro: ["category"],
  klaro: ["key"],
  orejime: ["key"],
  cookieconsent: ["key", "category"],
  onetrust: ["category"],
  cookiebot: ["category"],
  usercentrics: ["key"],
  complianz: ["category"],
  wordpress: ["category"],
  google: ["category"]
}, MANAGERS = Object.keys(MANAGER_SETTINGS), ADAPTED = MANAGERS.filter((name) => name !== "manual");
function heardManagers(manager6) {
  return ADAPTED.filter((name) => manager6 === "auto" ? name !== "google" : name === manager6);
}

// src/page/consent/adapters/axeptio.ts
var page = window, choices, axeptio = {
  name: "axeptio",
  tier: 0,
  // Not `_axcb`, which we create.
  detect: () => page.axeptioSDK || page.axeptioSettings,
  install(hear) {
    page._axcb ||= [], page._axcb.push((sdk2) => {
      let take = (now) => {
        choices = now, hear();
      };
      sdk2.on("cookies:complete", take), take(sdk2.userPreferencesManager?.choices);
    });
  },
  // A widget left half-way holds what was ticked in it: that is no decision.
  read: ({ key }) => choices?.$$completed === !1 ? void 0 : choices?.[key],
  // Nothing of what was chosen for others, nor `$$token`: an id of the visitor would outlive ours.
  describe: ({ key }) => ({ signal: JSON.stringify(choices, [key, "$$date"]) })
};

// src/page/consent/adapters/complianz.ts
var page2 = window, nameOf = (category) => category === "analytics" ? "statistics" : category, complianz = {
  name: "complianz",
  tier: 2,
  // The consent type is set once the visitor's region is known.
  detect: () => page2.wp_consent_type && page2.cmplz_get_cookie,
  // The second comes last, also when a new policy has made it forget the choice.
  events: () => ["cmplz_status_change", "cmplz_fire_categories"],
  read({ category }) {
    let { complianz: settings, cmplz_get_cookie: stored } = page2, name = nameOf(category), value = stored(name);
    return settings.consenttype === "other" ? null : value === "deny" ? !1 : value === "allow" && !(settings.forceEnableStats && name === "statistics") || void 0;
  },
  describe: ({ category }) => ({
    key: nameOf(category),
    signal: `${nameOf(category)}=${page2.cmplz_get_cookie?.(nameOf(category))}`,
    version: `${page2.complianz?.version || ""}`
  })
};

// src/page/consent/adapters/cookiebot.ts
var manager = () => window.Cookiebot, nameOf2 = (category) => category === "analytics" ? "statistics" : category, cookiebot = {
  name: "cookiebot",
  tier: 2,
  // Its script tag has the id `Cookiebot`: until it has run, the global is that element.
  detect: () => manager()?.consent,
  // Not what opens its dialog: `renew()` forgets the choice before there is a new one.
  events: () => ["ConsentReady", "Accept", "Decline"].map((event) => `CookiebotOn${event}`),
  read({ category }) {
    let { consent: consent2, hasResponse } = manager();
    return hasResponse === !0 && consent2?.method === "explicit" ? consent2[nameOf2(category)] : void 0;
  },
  // The signal is the plain choice: `consent` also holds a `stamp`, an id of the visitor, and other choices.
  describe: ({ category }) => ({
    key: nameOf2(category),
    signal: `${nameOf2(category)}=${manager()?.consent?.[nameOf2(category)]}`
  })
};

// src/page/consent/adapters/cookieconsent.ts
var library = () => window.CookieConsent, isService = !1, cookieconsent = {
  name: "cookieconsent",
  get tier() {
    return isService ? 0 : 2;
  },
  events: () => ["cc:onConsent", "cc:onChange"],
  // Old builds of Cookiebot use the same global. It has no settings before it is run.
  detect: () => typeof library()?.validConsent == "function" && library().getConfig("categories"),
  read({ category, key }) {
    let { acceptedCategory, acceptedService, getConfig, validConsent } = library(), found = getConfig("categories")?.[category];
    return isService = !!found?.services?.[key], found && !found.readOnly && validConsent() === !0 ? isService ? acceptedService(key, category) : acceptedCategory(category) : void 0;
  }
};

// src/page/consent/adapters/didomi.ts
var page3 = window, sdk, didomi = {
  name: "didomi",
  tier: 0,
  detect: () => page3.Didomi || page3.didomiConfig || page3.didomiRemoteConfig,
  install(hear) {
    page3.didomiOnReady ||= [], page3.didomiOnReady.push((ready) => {
      sdk = ready, hear();
    }), page3.didomiEventListeners ||= [], page3.didomiEventListeners.push({ event: "consent.changed", listener: hear });
  },
  read({ key }) {
    if (!sdk) return;
    let { regulation = "gdpr", vendors } = sdk.getCurrentUserStatus();
    return sdk.isConsentRequired?.() === !1 || !/^gdpr$/i.test(regulation) ? null : (sdk.shouldUserStatusBeCollected || sdk.shouldConsentBeCollected || sdk.isUserStatusPartial)?.call(sdk) === !1 ? vendors[key]?.enabled : void 0;
  },
  describe: ({ key }) => ({
    version: sdk?.version || "",
    // Nothing of what was chosen for others, nor `user_id`: an id of the visitor would outlive ours.
    signal: JSON.stringify(sdk?.getCurrentUserStatus(), ["vendors", key, "enabled", "updated"])
  })
};

// src/page/callSafely.ts
function callSafely(callback, ...args) {
  try {
    return callback(...args);
  } catch (error) {
    console.error("mgt:", error);
    return;
  }
}

// src/page/consent/adapters/google.ts
var layer = () => window.dataLayer, typeOf = (category) => category === "analytics" ? "analytics_storage" : category, said, google = {
  name: "google",
  tier: 3,
  detect: () => layer()?.push,
  watch(hear, { category }) {
    let found = layer(), take = (entry) => {
      let choices2 = entry?.[0] === "consent" && entry[1] === "update" ? entry[2] : void 0, choice2 = choices2?.[typeOf(category)];
      return choice2 && (said = choice2 === "granted" && choices2?.region ? "" : choice2), choice2;
    };
    found.forEach(take);
    let { push } = found;
    found.push = (...entries) => {
      let length = push.apply(found, entries);
      return callSafely(() => entries.filter(take)[0]) && hear(), length;
    };
  },
  read: () => said === "granted" ? !0 : said === "denied" ? !1 : void 0,
  describe: ({ category }) => ({ key: typeOf(category), signal: `${typeOf(category)}=${said}` })
};

// src/page/consent/adapters/klaro.ts
var library2 = () => window.klaro, manager2, klaro = {
  name: "klaro",
  tier: 0,
  // Klaro's own element has the id "klaro", which makes it a property of `window` too.
  detect: () => library2()?.getManager,
  watch(hear) {
    let found = library2(), watcher = { update: hear };
    found.addEventListener("render", (config) => {
      manager2 = found.getManager(config), manager2.watch(watcher), hear();
    });
  },
  // Before the visitor has confirmed, the values are the owner's defaults; a required service is always on.
  read: ({ key }) => manager2?.confirmed === !0 && !manager2.getService(key)?.required ? manager2.savedConsents[key] : void 0,
  describe: () => ({ version: library2()?.version() || "" })
};

// src/page/consent/adapters/onetrust.ts
var page4 = window, groupOf = (category) => category === "analytics" ? "C0002" : category, onetrust = {
  name: "onetrust",
  tier: 2,
  // Before its SDK has come, `OneTrust` can hold settings only, or be an element with that id.
  detect: () => page4.OneTrust?.IsAlertBoxClosed,
  events: () => ["OneTrustGroupsUpdated"],
  // Comes later than the event, when the banner counts as closed.
  watch: (hear) => page4.OneTrust?.OnConsentChanged(hear),
  read({ category }) {
    let { OneTrust: manager6, OnetrustActiveGroups: active2 } = page4, { ConsentModel, Groups } = manager6.GetDomainData(), id = groupOf(category), group = Groups.find(({ CustomGroupId }) => CustomGroupId === id);
    if (!(!group || (manager6.IsAlertBoxClosedAndValid || manager6.IsAlertBoxClosed).call(manager6) !== !0))
      return active2.split(",").includes(id) && // Where a group is on without being asked for, closing the banner leaves it on: that is no yes.
      (!/always|out|impl|notice/i.test(`${group.Status}${ConsentModel?.Name}`) || void 0);
  },
  describe: ({ category }) => ({
    key: groupOf(category),
    signal: `${page4.OnetrustActiveGroups}`,
    version: /OptanonConsent=[^;]*version=([\d.]+)/.exec(document.cookie)?.[1] || ""
  })
};

// src/page/consent/adapters/orejime.ts
var manager3, orejime = {
  name: "orejime",
  tier: 0,
  install(hear) {
    addEventListener(
      "orejime.loaded",
      ({ detail }) => {
        manager3 = detail?.manager, manager3?.on("dirty", hear), hear();
      },
      !0
    );
  },
  // An element with this id, where Orejime may have been told to show itself, is a property of `window` too.
  detect: () => manager3 ??= window.orejime?.manager,
  watch: (hear) => manager3?.on("dirty", hear),
  read: ({ key }) => manager3?.isDirty() === !1 ? manager3.getConsent(key) : void 0
};

// src/page/consent/adapters/piwikpro.ts
var manager4 = () => window.ppms?.cm, cookies = () => `${document.cookie.match(/ppms_privacy_[^;]*/g)}`, piwikpro = {
  name: "piwikpro",
  tier: 2,
  detect: () => manager4()?.api,
  watch(hear) {
    let seen = cookies(), look2 = () => {
      seen !== cookies() && (seen = cookies(), hear());
    };
    setInterval(look2, 1e3), addEventListener("click", () => [10, 200].map((wait) => setTimeout(look2, wait)), !0);
  },
  read: ({ category }) => new Promise((resolve, reject) => {
    manager4()?.api?.("getComplianceSettings", resolve, reject);
  }).then(({ consents }) => {
    let status = consents?.[category]?.status;
    return status === 1 || (status === 0 ? !1 : void 0);
  })
};

// src/page/consent/adapters/tarteaucitron.ts
var manager5 = () => window.tarteaucitron, tarteaucitron = {
  name: "tarteaucitron",
  tier: 0,
  detect: () => manager5()?.services,
  events: ({ key }) => ["added", "allowed", "disallowed"].map((event) => `${key}_${event}`),
  read({ key }) {
    let { parameters, services, state } = manager5() || {};
    return parameters?.serviceDefaultState === !0 || services?.[key]?.needConsent === !1 ? void 0 : state?.[key];
  },
  describe: () => ({ version: `${manager5()?.version || ""}` })
};

// src/page/consent/adapters/tcf.ts
var LOCATOR = "__tcfapiLocator", api = () => {
  let { __tcfapi: found } = window;
  return typeof found == "function" ? found : void 0;
};
function locatorFrame() {
  for (let frame = window; frame !== frame.parent; ) {
    frame = frame.parent;
    try {
      if (frame.frames[LOCATOR]) return frame;
    } catch {
    }
  }
}
function allows(data, { vendor, purposes }) {
  let given = (flags, id) => flags?.[id] === !0, { consents, disclosedVendors, vendorsDisclosed } = data.vendor || {}, disclosed = disclosedVendors || vendorsDisclosed || {};
  return (
    // Nothing to ask about is nothing consented.
    (vendor > 0 || purposes.length > 0) && purposes.every(
      (purpose) => given(data.purpose?.consents, purpose) && // 0: not allowed; 2: legitimate interest, which never allows storing.
      ![0, 2].includes(data.publisher?.restrictions?.[purpose]?.[vendor])
    ) && // Strings older than TCF 2.3 disclose nobody: the object is absent or empty.
    (!vendor || given(consents, vendor) && (!Object.keys(disclosed)[0] || given(disclosed, vendor)))
  );
}
var choice, proof, tcf = {
  name: "tcf",
  tier: 1,
  detect: () => api() || locatorFrame(),
  read: () => choice,
  describe: () => proof,
  watch(hear, settings) {
    let { vendor, purposes } = settings, listener = (data, success) => {
      if (!success || !/^(tcloaded|useractioncomplete)$/.test(data?.eventStatus || "")) return;
      let { gdprApplies, isServiceSpecific, tcString = "", cmpId, cmpVersion } = data;
      choice = gdprApplies === !1 ? null : (
        // A string for a group of sites has been invalid since TCF 2.2.
        isServiceSpecific === !1 ? void 0 : allows(data, settings)
      ), proof = {
        own: vendor > 0,
        key: `${vendor}`,
        signal: vendor ? tcString : `purposes ${purposes} ${tcString}`,
        version: `${cmpId}.${cmpVersion}`
      }, hear();
    }, found = api();
    if (found) {
      found("addEventListener", 2, listener);
      return;
    }
    let callId = `mgt${Math.random()}`, wait = 50, listenerId, call = (command, parameter, id = callId) => locatorFrame()?.postMessage({ __tcfapiCall: { command, version: 2, parameter, callId: id } }, "*"), ask2 = () => {
      call("ping"), wait = Math.min(wait * 1.5, 2e3), setTimeout(ask2, wait);
    };
    addEventListener("message", ({ data }) => {
      try {
        let answer = (typeof data == "string" ? JSON.parse(data) : data)?.__tcfapiReturn;
        if (answer?.callId !== callId) return;
        let { returnValue, success } = answer;
        returnValue?.cmpLoaded ? call("addEventListener") : returnValue?.listenerId !== void 0 && (listenerId !== void 0 && listenerId !== returnValue.listenerId && call("removeEventListener", listenerId, ""), listenerId = returnValue.listenerId, listener(returnValue, success));
      } catch {
      }
    }), ask2();
  }
};

// src/page/consent/adapters/usercentrics.ts
var page5 = window, proof2;
function judge(given, how, action) {
  return proof2 = how, /^explicit$/i.test(how?.type || "") ? given : action === "onNonEURegion" ? null : void 0;
}
var usercentrics = {
  name: "usercentrics",
  tier: 0,
  detect: () => page5.__ucCmp || page5.UC_UI,
  events: () => [
    "UC_UI_INITIALIZED",
    "UC_UI_CMP_EVENT",
    // A click may be told before it is saved: these tell the change, in version 3 and in version 2.
    "UC_CONSENT",
    "UC_SDK_EVENT"
  ],
  read({ key }) {
    if (page5.__ucCmp)
      return page5.__ucCmp.getConsentDetails().then(({ services, consent: consent3 }) => {
        let how2 = services[key]?.consent;
        return judge(how2?.given, how2, consent3?.updatedBy);
      });
    let consent2 = page5.UC_UI?.getServicesBaseInfo().find(({ id }) => id === key)?.consent, how = consent2?.history?.at(-1);
    return judge(consent2?.status, how, how?.action);
  },
  describe: () => ({
    version: proof2?.versions?.application || "",
    signal: JSON.stringify(proof2, ["given", "type", "action"])
  })
};

// src/page/consent/adapters/wordpress.ts
var api2 = () => window, nameOf3 = (category) => category === "analytics" ? "statistics" : category, cookieOf = (category) => document.cookie.split("; ").find(
  (cookie) => cookie.startsWith(`${api2().consent_api?.cookie_prefix || "wp_consent"}_${nameOf3(category)}=`)
) || "", typeSet = () => api2().wp_has_consent && (api2().wp_consent_type ?? api2().wp_fallback_consent_type), wordpress = {
  name: "wordpress",
  tier: 2,
  events: () => ["wp_consent_type_defined", "wp_listen_for_consent_change"],
  detect: typeSet,
  read({ category }) {
    let [, choice2] = cookieOf(category).split("="), type = typeSet();
    return choice2 === "deny" ? !1 : type && !/^opt/.test(type) ? (
      // Complianz has "other" where no law applies, and says yes for the visitor.
      null
    ) : type && choice2 === "allow" ? api2().wp_has_consent?.(nameOf3(category)) : void 0;
  },
  describe: ({ category }) => ({ key: nameOf3(category), signal: cookieOf(category) })
};

// src/page/consent/adapters/all.ts
var ADAPTERS = [
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
];
function adaptersFor({ consent: { manager: manager6 } }) {
  let heard = MODE_HAS.consent || MODE_HAS.probabilistic ? heardManagers(manager6) : [];
  return ADAPTERS.filter(({ name }) => heard.includes(name));
}

// src/page/consent/engine.ts
var UNKNOWN = { status: "unknown", manager: "" }, MAX_SIGNAL = 8192, MAX_VERSION = 64, PATIENCE = 1e3, answers = /* @__PURE__ */ new Map(), adapters = [], missing = [], said2, decided, onChange, consent = UNKNOWN;
function ofManagers() {
  let present2 = [...answers.values()];
  for (let tier of [0, 1, 2, 3])
    for (let status of ["denied", "pending", "granted", "not_applicable"])
      for (let adapter of adapters) {
        let answer = answers.get(adapter);
        if (answer?.status === status && adapter.tier === tier) return answer;
      }
  return UNKNOWN;
}
function settle(isAct) {
  let next = said2 || ofManagers();
  site.consent.gpc && navigator.globalPrivacyControl && // Only a grant for us by name overrides the browser's general objection; a refusal beside it stays one.
  !(next.status === "granted" && next.own) && (next = { status: "denied", manager: "gpc" }), onChange && (isAct || next.status !== consent.status || next.manager !== consent.manager) && (consent = next, onChange(isAct));
}
var statusOf = (choice2, isDetected) => (
  // Nothing but a plain yes is one.
  choice2 === !0 ? "granted" : choice2 === !1 ? "denied" : choice2 === null ? "not_applicable" : isDetected ? "pending" : "unknown"
);
function hold(adapter, choice2, isFirst) {
  let settings = site.consent, own = !adapter.tier, key = own ? settings.key : settings.category, answer = {
    own,
    key,
    signal: `${key}=${choice2 === !0}`,
    ...callSafely(() => adapter.describe?.(settings)),
    status: statusOf(choice2, callSafely(adapter.detect)),
    manager: adapter.name
  };
  answer.signal = `${answer.signal}`.slice(0, MAX_SIGNAL), answer.version = `${answer.version || ""}`.slice(0, MAX_VERSION), answers.set(adapter, answer), look();
  let { status } = ofManagers();
  /^[gd]/.test(status) && status !== decided && (decided = status, !isFirst && said2?.manager === "api" && (said2 = void 0)), settle();
}
function look() {
  missing = missing.filter((isThere) => !isThere());
}
function listenTo(adapter) {
  let settings = site.consent, asked = 0, isFound = !1, hear = () => {
    let turn = ++asked, told = (choice2) => {
      turn === asked && hold(adapter, choice2, turn === 1);
    }, reading = callSafely(adapter.read, settings);
    if (typeof reading?.then == "function") {
      let isAwaited = !0, answer = (choice2) => {
        isAwaited = !1, told(choice2);
      }, giveUp = () => isAwaited && told();
      answers.has(adapter) ? setTimeout(giveUp, PATIENCE) : giveUp(), reading.then(answer, () => answer());
    } else told(reading);
  };
  for (let type of adapter.events?.(settings) || [])
    addEventListener(
      type,
      () => {
        hear(), queueMicrotask(hear);
      },
      !0
    );
  return adapter.install && callSafely(() => adapter.install?.(hear, settings)), () => {
    if (!isFound)
      try {
        isFound = !!adapter.detect(), isFound && (adapter.watch?.(hear, settings), hear());
      } catch {
        isFound = !1;
      }
    return isFound;
  };
}
function hearManagers(heard, callback) {
  adapters = heard, missing = heard.map(listenTo);
  let wait = 50, wake = () => {
    look(), wait = Math.min(wait * 1.5, 2e3), missing[0] && setTimeout(wake, wait);
  };
  wake(), onChange = callback, settle();
}
function sayConsent(granted, manager6 = "api") {
  (granted || said2?.manager !== "objection") && (said2 = { status: granted ? "granted" : "denied", own: !0, manager: manager6 }), settle(!0);
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
        (own) => own.number === number && tracked && [own.tracked, ...conditions.map((condition) => condition.numbers[own.id])].includes(tracked)
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
  function set(name, value, attributes3) {
    attributes3 = assign({}, defaultAttributes, attributes3), typeof attributes3.expires == "number" && (attributes3.expires = new Date(Date.now() + attributes3.expires * 864e5)), attributes3.expires && (attributes3.expires = attributes3.expires.toUTCString()), name = encodeURIComponent(name).replace(/%(2[346B]|5E|60|7C)/g, decodeURIComponent).replace(/[()]/g, escape);
    var stringifiedAttributes = "";
    for (var attributeName in attributes3)
      attributes3[attributeName] && (stringifiedAttributes += "; " + attributeName, attributes3[attributeName] !== !0 && (stringifiedAttributes += "=" + attributes3[attributeName].split(";")[0]));
    return document.cookie = name + "=" + converter.write(value, name) + stringifiedAttributes;
  }
  function get(name) {
    if (!(arguments.length && !name)) {
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
  return {
    set,
    get,
    remove: function(name, attributes3) {
      set(
        name,
        "",
        assign({}, attributes3, {
          expires: -1
        })
      );
    }
  };
}
var api3 = init(defaultConverter, { path: "/" });

// src/vocabulary/parseUrl.ts
function parseUrl(href) {
  try {
    return new URL(href);
  } catch {
    return;
  }
}

// src/page/entry/hosts.ts
var AI_ASSISTANTS = /(?:^|\.)((chatgpt|openai|deepseek|grok|poe)\.com|perplexity\.(ai|com)|(claude|mistral|meta|duck)\.ai|gemini\.google\.com|copilot\.(microsoft\.com|cloud\.microsoft))$/i, SOCIAL_NETWORKS = /(?:^|\.)((facebook|instagram|linkedin|twitter|x|tiktok|youtube|reddit|snapchat|threads|whatsapp)\.com|pinterest\.[a-z.]{2,6}|threads\.net|bsky\.app|lnkd\.in|t\.co|youtu\.be|pin\.it|wa\.me|t\.me|(facebook|instagram|linkedin|twitter|reddit|snapchat)\.(android|katana|frontpage))$|^(fb|ig|msg|an|meta)$/i, SEARCH_ENGINES = /^(?:(?:www\.|m\.|images\.|lens\.)?(google)\.(?:com?\.)?[a-z]{2,3}|(yahoo\.com|com\.google\.android\.googlequicksearchbox))$|(?:^|\.)((bing|duckduckgo|qwant|startpage|baidu|kagi|mojeek|swisscows|search\.(brave|yahoo|aol))\.com|yandex\.[a-z]{2,3}|ya\.ru|(ecosia|lilo|metager)\.org|seznam\.cz|lemoteur\.orange\.fr)$/i;

// src/page/entry/channelOf.ts
var CLICK_IDS = {
  paid_search: /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]/,
  paid_social: /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]/,
  display: /[?&](dclid)=[^&]/,
  email: /[?&](mc_[ce]id)=[^&]/
}, MEDIUMS = {
  paid_social: /^paid.?social|^social.?(paid|ads)/i,
  paid_search: /^(cpc|ppc|sea|sem|paid|paid.?search)$/i,
  organic_search: /^(organic|seo)$/i,
  organic_social: /^(social|sm$)/i,
  ai_assistant: /^(ai|llm|ai.assistant)$/i,
  email: /^(e.?mail|mail|newsletter)/i,
  display: /^(display|banner|cpm|retargeting)/i,
  affiliate: /^affiliat/i,
  referral: /^(referral|partner)/i
}, HOSTS = {
  ai_assistant: AI_ASSISTANTS,
  organic_social: SOCIAL_NETWORKS,
  organic_search: SEARCH_ENGINES
}, SENDERS = { email: /^(newsletter|e.?mail|brevo|mailchimp|mailjet)/i }, isChannel = (name) => Object.hasOwn(MEDIUMS, name) || /^(direct|internal)$/.test(name);
function lookUp(table, text, by) {
  for (let [channel, pattern] of Object.entries(table))
    if (pattern.test(text))
      return { channel };
}
function hostOf(referrer) {
  return parseUrl(referrer)?.hostname || "";
}
function hasCampaign({ search }) {
  return !!lookUp(CLICK_IDS, search) || /[?&](fbclid|utm_\w+)=[^&]/.test(search);
}
function channelOf({ search, searchParams }, from) {
  let param = (name2) => searchParams.get(name2) || "", host = lookUp(HOSTS, from), name = param("utm_source"), source = lookUp(HOSTS, name, "utm_source") || lookUp(HOSTS, `${name}.com`, "utm_source") || lookUp(SENDERS, name, "utm_source"), medium = lookUp(MEDIUMS, param("utm_medium"), "utm_medium");
  return medium?.channel === "paid_search" && (source || host)?.channel === "organic_social" && (medium.channel = "paid_social"), lookUp(CLICK_IDS, search) || medium || source || host || (param("fbclid") ? { channel: "organic_social" } : { channel: from ? "referral" : "direct" });
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
}, SESSION = "mgt_session", MAX_PENDING = 50, MAX_PENDING_LENGTH = 16384, MAX_LENGTH = 65536, shape = (session) => JSON.stringify(Object.entries(session).map(([key, value]) => key + Object.prototype.toString.call(value)));
function readSession() {
  try {
    let text = localStorage.getItem(SESSION), session = JSON.parse(text), age = Date.now() - session.since;
    return text.length < MAX_LENGTH && // As we write it: the same keys in the same order, of the same types.
    shape(session) === shape(BLANK) && /^(https?|file):/.test(new URL(session.landing).protocol) && isChannel(session.channel) && Number.isInteger(session.pages) && session.pages > 0 && session.pending.every(({ id }) => id) && // A day's tolerance for a clock that was set back.
    age > -864e5 && age < site.visitorDays * 864e5 ? session : void 0;
  } catch {
    return;
  }
}
function writeSession(session) {
  let { pending } = session;
  for (; pending.length > MAX_PENDING || JSON.stringify(pending).length > MAX_PENDING_LENGTH; ) {
    let last2 = pending.findLastIndex((item) => "type" in item);
    if (last2 < 0) throw Error();
    pending.splice(last2, 1);
  }
  localStorage.setItem(SESSION, JSON.stringify(session));
}

// src/page/terminal/remember.ts
var VISITOR = "mgt_visitor", attributes = (domain) => ({
  sameSite: "Lax",
  secure: location.protocol === "https:",
  ...domain && { domain }
});
function remembered() {
  let session = readSession(), visitor = session && api3.get(VISITOR) || "";
  return session && /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(visitor) ? { visitor, session } : void 0;
}
function remember({ visitor, session }) {
  try {
    if (writeSession(session), api3.get(VISITOR) !== visitor && api3.set(VISITOR, visitor, {
      ...attributes(site.cookieDomain),
      expires: new Date(session.since + site.visitorDays * 864e5)
    }), remembered()) return !0;
  } catch {
  }
  return forgetAll(), !1;
}
function forgetAll() {
  try {
    api3.get(VISITOR) && api3.remove(VISITOR, attributes()), api3.get(VISITOR) && api3.remove(VISITOR, attributes(site.cookieDomain)), localStorage.getItem(SESSION) && localStorage.removeItem(SESSION);
  } catch {
  }
}
function onForgotten(callback) {
  addEventListener("storage", ({ key, newValue }) => {
    (key === SESSION || !key) && !newValue && callback();
  });
}

// src/page/delivery/outbox.ts
var MAX_WAIT = 300, MAX_ASKED = 86400, busy = /* @__PURE__ */ new Set(), abortion = new AbortController(), failures = 0, notBefore = 0, timer, isOpen = !1;
async function post(route, body, signal) {
  try {
    return await fetch(site.endpoint + route, {
      method: "POST",
      body: JSON.stringify(body),
      keepalive: !0,
      // Only the answer to events sets the cookie.
      credentials: site.cookie === "server" && /ev/.test(route) ? "include" : "omit",
      signal
    });
  } catch {
    return;
  }
}
async function deliver(route, body, items, isLeaving) {
  let ids = items.map(({ id }) => id);
  for (let id of ids) busy.add(id);
  if (isLeaving && navigator.sendBeacon?.(site.endpoint + route, JSON.stringify(body))) return;
  let { signal } = abortion, answer = await post(route, body, signal);
  if (!signal.aborted) {
    for (let id of ids) busy.delete(id);
    if (answer && answer.status < 500 && answer.status !== 429) {
      failures = notBefore = 0;
      let found = remembered();
      found && (found.session.pending = found.session.pending.filter(({ id }) => !ids.includes(id)), remember(found));
    } else {
      let wait = Math.max(
        Math.min(Number(answer?.headers.get("Retry-After")) || 0, MAX_ASKED) * 1e3,
        Math.min(2 ** failures++, MAX_WAIT) * (500 + Math.random() * 1e3)
      );
      notBefore = Math.max(notBefore, Date.now() + wait), clearTimeout(timer), timer = setTimeout(() => send(), notBefore - Date.now());
    }
  }
}
function send(isLeaving) {
  let found = isOpen && (isLeaving || Date.now() >= notBefore) && remembered();
  if (!found) return;
  let { visitor, session } = found, events = [];
  for (let item of session.pending)
    busy.has(item.id) || ("status" in item ? deliver("/v1/consents", item, [item], isLeaving) : events.push(item));
  if (MODE_HAS.events && events[0]) {
    let body = { site: site.key, visitor, sent: Date.now(), consent: session.consent, events };
    deliver("/v1/events", body, events, isLeaving);
  }
}
function flush() {
  isOpen = !0, send();
}
function closeOutbox() {
  isOpen = !1, abortion.abort(), abortion = new AbortController(), busy.clear();
}
function watchLeaving() {
  addEventListener("pagehide", () => send(!0)), document.addEventListener("visibilitychange", () => {
    document.hidden || busy.clear(), send(document.hidden);
  }), addEventListener("online", () => {
    notBefore = 0, send();
  });
}

// src/page/emit.ts
var last = {}, listeners = [];
function emit(name, detail) {
  last[name] = detail, document.dispatchEvent(new CustomEvent(`mgt:${name}`, { detail }));
  for (let [wanted, callback] of listeners) wanted === name && callSafely(callback, detail);
}
function on(name, callback) {
  listeners.push([name, callback]), /[yt]$/.test(name) && last[name] && callSafely(callback, last[name]);
}
function off(name, callback) {
  listeners = listeners.filter(([wanted, known]) => wanted !== name || known !== callback);
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
      let link = target.closest?.('a[href^="tel:" i]');
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
    addEventListener("popstate", () => check());
  }
}
function isArrival() {
  let [navigation] = performance.getEntriesByType?.("navigation") || [];
  return !/^(re|b)/.test(navigation?.type || "");
}

// src/page/lifecycle/whenActivated.ts
function whenActivated(callback) {
  document.prerendering ? document.addEventListener("prerenderingchange", callback, { once: !0 }) : queueMicrotask(callback);
}

// src/page/numbers/hydration.ts
var MARKS = '#__next,#__nuxt,#___gatsby,[data-reactroot],astro-island,[data-sveltekit-preload-data],[src*="/_next/"]';
function mustWait() {
  return document.readyState !== "complete" && (site.swapAt === "load" || site.swapAt === "auto" && !!document.querySelector(MARKS));
}
function whenSettled(callback) {
  addEventListener("load", () => (window.requestIdleCallback || setTimeout)(callback));
}

// src/page/numbers/guessPlan.ts
var SHORT_CODES = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/, NO_TRUNK = /^(1|3[0469]|4[578]|35[124]|37[0-8]|420|50\d|52|65|852|97[34])$/;
function guessPlan(number) {
  let digits = number.slice(1), code = SHORT_CODES.exec(digits)?.[0] || digits.slice(0, 3), trunk = NO_TRUNK.test(code) ? "" : "0", national = (trunk + digits.slice(code.length)).replace(/\B(?=(\d\d)+$)/g, " ");
  return { code, trunk, national };
}

// src/page/numbers/recognise.ts
var GAP = "(?:[\\s./()\\xad\\u200b-\\u2015\\u202a-\\u202e\\u2060-\\u2069-]|%20){0,5}", GLUE = "[^\\P{L}\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]|[\\p{M}\\p{Sc}\\d_@=#]", BEFORE = `(?=[+\\d])(?<!${GLUE}|\\d\u2060+|\\+|\\d[.,/\\u2010-\\u2015-]|(//|www\\.|@|[?&]|\\p{L}\\.\\p{L}+/)[^\\s\u2060]*)`, AFTER = `(?!${GLUE}|\u2060+\\d|[.,/\\u2010-\\u2015-]\\d|\\s\\p{Sc}|[^\\s\u2060]*@|\\.\\p{Ll}{2})`, LEFT = /(\+?\d(?:[\s./()-]?\d)*)[\s./()-]$/, RIGHT = /^[\s./()-](\+?\d(?:[\s./()-]?\d)*)(?![\p{L}\d])/u;
function createRecogniser({ number, tracked }, plan) {
  let spaced = (digits) => [...digits].join(GAP), { code, trunk } = plan, significant = number.slice(1 + code.length), core = `(?:(?:\\+|00)${GAP + spaced(code) + GAP}(?:${trunk + GAP})?|${trunk && trunk + GAP})${spaced(significant)}`;
  return {
    number,
    tracked,
    plan,
    size: significant.length,
    pattern: new RegExp(BEFORE + core + AFTER, "gu"),
    link: new RegExp(`^(\\s*(?:tel|sms|callto):[\\s/]*)${core.replace("\\+|", "\\+|%2B|")}(?!\\d)`, "iu")
  };
}
function recognise(text, { pattern, plan: { trunk }, size }) {
  let isPhone = (found) => {
    let digits = found && found[1].replace(/[^+\d]/g, "");
    return !digits || /^(\+|00)\d{8}/.test(digits) || digits.startsWith(trunk) && digits.length === trunk.length + size;
  };
  return [...text.matchAll(pattern)].filter(
    ({ 0: raw, index }) => isPhone(LEFT.exec(text.slice(0, index).replaceAll("\u2060", ""))) && isPhone(RIGHT.exec(text.slice(index + raw.length).replaceAll("\u2060", "")))
  );
}

// src/page/numbers/project.ts
function project(raw, { plan, size, tracked }, other) {
  if (other && (other.code !== plan.code || tracked.length !== 1 + plan.code.length + size)) {
    let separator = /\d(\D*)\d+$/.exec(raw)?.[1]?.replaceAll("\u2060", ""), [local = "", ...groups] = other.national.match(/\d+/g) || [], text = (other.code !== plan.code || /^(\+|00)/.test(raw) ? [`+${other.code}`, local.slice(other.trunk.length), ...groups] : [local, ...groups]).filter(Boolean).join(separator).concat(/^[^(]*\)/.test(raw) ? ")" : "");
    return [...raw].map((_, at) => at ? "" : text);
  }
  let left = raw.replace(/\D/g, "").length;
  return raw.split("").map((char) => /\d/.test(char) && left-- <= size ? tracked.at(-1 - left) : char);
}

// src/page/numbers/swapper.ts
var INLINE = /^(a|abbr|b|bd[io]|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|su[bp]|time|u|var|wbr)$/i, SKIPPED = "script,style,noscript,textarea,[data-mgt-noswap]", MAX_FIGHTS = 50, written = /* @__PURE__ */ new WeakMap(), touched = [], active = [], query = "", attributes2 = () => [
  "href",
  "aria-label",
  "title",
  "alt",
  ...site.attributes
], planOf = (number) => site.plans[number] || guessPlan(number);
function write(node, text) {
  let value = node.nodeValue;
  if (text === value) return 0;
  let record2 = written.get(node);
  record2 || (record2 = { original: "", text: "", times: 0, at: 0 }, written.set(node, record2), touched.push(new WeakRef(node)));
  let at = Date.now();
  return record2.times = value === record2.original && at - record2.at < 99 ? record2.times + 1 : 0, record2.at = at, record2.times > MAX_FIGHTS ? 0 : (value !== record2.text && (record2.original = value), node.nodeValue = record2.text = text, 1);
}
function swapRun(run) {
  let text = run.map((node) => node ? node.nodeValue : "\u2060").join(""), chars = text.split("");
  for (let recogniser of active)
    for (let { 0: raw, index = 0 } of recognise(text, recogniser))
      chars.splice(index, raw.length, ...project(raw, recogniser, planOf(recogniser.tracked)));
  let changed = 0;
  for (let node of run)
    node ? changed += write(node, chars.splice(0, node.nodeValue.length).join("")) : chars.shift();
  return changed;
}
var isSkipped = (element) => !!element.closest(SKIPPED) || element.isContentEditable;
function swapBlock(block) {
  let changed = 0, run = [], end = () => {
    changed += swapRun(run), run = [];
  }, walk = (parent) => {
    for (let node of parent.childNodes)
      node.nodeType === 3 ? run.push(node) : INLINE.test(node.nodeName) && !isSkipped(node) ? (run.push(void 0), walk(node), run.push(void 0)) : node.nodeType === 1 && end();
  };
  return (block.nodeType !== 1 || !isSkipped(block)) && (walk(block), end()), changed;
}
function swapAttribute(attribute) {
  let { ownerElement, name, value } = attribute;
  if (ownerElement?.closest("[data-mgt-noswap]") || ownerElement?.isContentEditable)
    return 0;
  if (name !== "href") return swapRun([attribute]);
  let found = active.find(({ link }) => link.test(value));
  return found ? write(attribute, value.replace(found.link, `$1${found.tracked}`)) : 0;
}
function assign2(swaps) {
  active = swaps.map((swap2) => createRecogniser(swap2, planOf(swap2.number)));
  let tails = swaps.map(({ number }) => `contains(.,"${number.slice(-2)}")`).join(" or ");
  query = [".//text()", ...attributes2().map((name) => `descendant-or-self::*/@${name}`)].map((path) => `${path}[${tails}]`).join("|");
  for (let ref of touched) {
    let node = ref.deref(), record2 = node && written.get(node);
    record2 && (node.nodeValue === record2.text && (node.nodeValue = record2.original), written.delete(node));
  }
  touched = [];
}
function swapUnder(root) {
  let changed = 0, blocks = /* @__PURE__ */ new Set(), visit = (node) => {
    if (node.nodeType === 2) changed += swapAttribute(node);
    else {
      let block = node.parentNode;
      for (; block?.parentNode && INLINE.test(block.nodeName); ) block = block.parentNode;
      block && blocks.add(block);
    }
  };
  if (active[0])
    if (root.nodeType === 2 || root.nodeType === 3) visit(root);
    else if (root.nodeType === 11) for (let child of root.childNodes) changed += swapUnder(child);
    else {
      let found = document.evaluate(query, root, null, 6);
      for (let at = 0; at < found.snapshotLength; ) visit(found.snapshotItem(at++));
    }
  for (let block of blocks) changed += callSafely(swapBlock, block) || 0;
  return changed;
}
var shownFor = (number) => active.find((recogniser) => recogniser.number === number)?.tracked || number, dialledIn = (href) => active.find(({ link, tracked }) => href.includes(tracked) || link.test(href));

// src/page/numbers/watchPage.ts
var MANY = 20, roots = /* @__PURE__ */ new Set(), onChange2, observer = new MutationObserver(collect);
function collect(records) {
  if (records[0]) {
    roots.size || (document.hidden ? setTimeout : requestAnimationFrame)(flush2);
    for (let { type, target, addedNodes, attributeName } of records) {
      if (roots.size > MANY) return;
      if (attributeName) roots.add(target.getAttributeNode(attributeName) || target);
      else if (type === "childList") for (let node of addedNodes) roots.add(node);
      else roots.add(target);
    }
  }
}
function flush2() {
  let batch = roots;
  roots = /* @__PURE__ */ new Set(), callSafely(onChange2, batch.size > MANY ? [document] : batch);
}
function writing(write2) {
  collect(observer.takeRecords());
  let result = write2();
  return observer.takeRecords(), result;
}
function watchPage(attributeFilter, callback) {
  onChange2 = callback, observer.observe(document, { childList: !0, subtree: !0, characterData: !0, attributeFilter });
}
function stopWatching() {
  observer.disconnect();
}

// src/page/numbers/show.ts
var shown = "[]", isWaiting = !1, onSwap, subscriptions = /* @__PURE__ */ new Set();
function swap(root = document) {
  let changed = writing(() => swapUnder(root));
  return changed && onSwap(changed), changed;
}
function scan(roots2) {
  if (isWaiting || mustWait())
    isWaiting || whenSettled(() => {
      isWaiting = !1, callSafely(swap);
    }), isWaiting = !0;
  else for (let root of roots2) swap(root);
}
function show(swaps, callback) {
  onSwap = callback;
  let next = JSON.stringify(swaps);
  if (next !== shown) {
    shown = next, stopWatching(), assign2(swaps), swaps[0] && (watchPage(attributes2(), scan), scan([document]));
    for (let tell of subscriptions) tell();
  }
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

// src/page/uuid.ts
function uuid() {
  return "10000000-1000-4000-8000-100000000000".replace(
    /[018]/g,
    (digit) => (+digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> +digit / 4).toString(16)
  );
}

// src/vocabulary/cleanUrl.ts
var EMAIL_OR_PHONE = /[^\s/@?&=]{1,64}@[^\s/@?&=]{1,255}|(\+|%2B|\b00?)[1-9]([\s().-]{0,3}\d){7,15}/g, TOKEN = /eyJ[\w.-]{9,}|([\da-fA-F]{4,8}-){4}[\da-fA-F]{12}|(?=[A-Za-z_]{0,40}\d)(?=\d{0,40}[A-Za-z_])\w{20,}/g;
function cleanUrl(href, keeps, keepsAsItIs) {
  let url = parseUrl(href);
  if (!url) return "";
  let { protocol, host, pathname, searchParams } = url, cut = (text, isToken = !0) => {
    let safe = text.replace(EMAIL_OR_PHONE, "*");
    return isToken ? safe.replace(TOKEN, "*") : safe;
  }, query2 = new URLSearchParams();
  for (let [name, value] of searchParams)
    keeps(name) && query2.append(name, cut(value, !keepsAsItIs(name)));
  let path = pathname.replace(/%40/g, "@").split("/");
  return `${protocol}//${host}${path.map((part) => cut(part)).join("/")}${`?${query2}`.replace(/^\?$/, "")}`;
}

// src/page/entry/cleanUrl.ts
var cleanUrl2 = (href) => cleanUrl(href, rules.keeps, rules.keepsAsItIs);

// src/page/entry/decide.ts
function decide(rules2, reference, view2) {
  let rule = (url2, host2, classified2) => {
    let facts = { url: url2, host: host2, channel: classified2.channel, view: view2 };
    return { ...classified2, condition: rules2.winner(facts) };
  }, url = new URL(view2.url), from = hostOf(view2.referrer), isInside = from === url.hostname || rules2.isInside(from), isOutside = !!from && !isInside || hasCampaign(url), entry = reference ? view2.arrival && isOutside : isOutside || !isInside, own = rule(url, from, entry ? channelOf(url, isInside ? "" : from) : { channel: "internal" });
  if (!reference || entry && (rules2.entry === "last" || own.condition?.touch))
    return { entry, own, inForce: own };
  let landing = new URL(reference.landing), host = hostOf(reference.referrer), { channel } = reference;
  return { entry, own, inForce: rule(landing, host, { channel }) };
}

// src/page/entry/trackingIds.ts
var MAX_LENGTH2 = 512, URL_IDS = "gclid gbraid wbraid fbclid msclkid", VALUE_TRACKS = "campaignid adgroupid creative matchtype network device devicemodel placement target keyword adposition loc_interest_ms loc_physical_ms feeditemid extensionid", readPath = (path) => path.replace(/^window\./, "").split(".").reduce((at, name) => Object.getOwnPropertyDescriptor(Object(at), name)?.value, window);
function present(names, read) {
  let found = {};
  for (let name of names.split(" ")) {
    let value = read(name);
    /^[sn]/.test(typeof value) && value !== "" && (found[name] = `${value}`.slice(0, MAX_LENGTH2));
  }
  return found;
}
function trackingIds({ searchParams }) {
  let param = (name) => searchParams.get(name), ids = present(URL_IDS, param), valueTracks = present(
    VALUE_TRACKS,
    (name) => param(site.valueTrack[name] || name)
  );
  Object.keys(valueTracks)[0] && (ids.valueTracks = valueTracks);
  let cookies2 = api3.get();
  for (let name of Object.keys(cookies2)) {
    let raw = cookies2[name].slice(0, MAX_LENGTH2), part = (pattern) => pattern.exec(raw)?.[1] || "";
    name === "_ga" && (ids[name] = { raw, client_id: part(/(\d+\.\d+)$/) }), /^_pk_id/.test(name) && (ids._pk_id = { raw, visitor_id: part(/^([^.]+)/) }), /^_ga_/.test(name) && (ids[name] = {
      raw,
      session_id: part(/(?:^GS1\.\d+\.|[.$]s)(\d+)/),
      session_number: part(/(?:^GS1\.\d+\.\d+\.|[.$]o)(\d+)/)
    });
  }
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

// src/page/entry/advance.ts
function advance(session, view2, keep2, events) {
  let { url, at } = view2, pages = session.pages + 1;
  view2.pages = pages;
  let { entry, own, inForce } = decide(rules, session.pages ? session : void 0, view2), isEntry = entry || pages < 2, landing = cleanUrl2(url), arrival = {
    landing,
    referrer: cleanUrl2(view2.referrer) || "direct",
    tracking_ids: MODE_HAS.events && keep2 && isEntry ? trackingIds(new URL(url)) : {}
  }, ruling = ({ condition, channel }) => ({
    condition: condition?.id || "",
    source: condition?.source || channel,
    channel
  });
  return MODE_HAS.events && isEntry && events.push({ id: uuid(), type: "entry", at, ...arrival, ...ruling(own) }), MODE_HAS.pagesEvents && events.push({ id: uuid(), type: "pages", at, pages }), MODE_HAS.pageEvents && events.push({ id: uuid(), type: "page", at, url: landing, pages }), {
    entry,
    session: {
      ...session,
      ...own === inForce && arrival,
      ...!MODE_HAS.events && { tracking_ids: {} },
      ...ruling(inForce),
      last_action: at,
      last_url: landing,
      to_swap: swapsOf(site, inForce.condition),
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
  isHalted = !0, isKept = !1, closeOutbox(), held = [.../* @__PURE__ */ new Set([first, latest])];
}
function hearAnew() {
  isHalted = !1;
}
function haltIfKept() {
  let concerns = isKept && !remembered();
  return concerns && halt(), concerns;
}
var record = (status, receipt, visitor) => ({
  id: uuid(),
  site: site.key,
  ...MODE_HAS.events && visitor && { visitor },
  receipt,
  at: Date.now(),
  status,
  manager: consent.manager,
  // What is undefined is left out of the JSON.
  manager_version: consent.version,
  key: consent.key,
  signal: consent.signal,
  notice: site.consent.notice,
  script: "6ce9b0152d7b"
});
function replay(keep2) {
  let found = MODE_HAS.storage && !isHalted && !/^(de|no)/.test(consent.status) ? remembered() : void 0, events = [], step = { session: found?.session || BLANK, entry: !1 };
  for (let view2 of held) step = advance(step.session, view2, keep2, events);
  return standing = { ...step, isStored: !!found }, events;
}
function keep() {
  let visitor = remembered()?.visitor;
  if (isKept && !visitor) return !1;
  let events = replay(!0), { session } = standing, id = visitor || uuid();
  if (site.endpoint && (MODE_HAS.consent && !session.consent && (session.consent = uuid(), session.pending.push(record("granted", session.consent, id))), session.pending.push(...events)), !remember({ visitor: id, session })) return !1;
  standing.isStored = isKept = !0, held = [], flush();
  for (let event of events) event.type === "entry" && emit("entry", event);
  return !0;
}
function settleVisit(mayAct) {
  let { status } = consent, isGranted = status === "granted";
  if (isGranted && !wasGranted && (isHalted = !1), /^[dgn]/.test(status) && (wasGranted = isGranted), MODE_HAS.storage && mayAct)
    if (/^[dn]/.test(status)) {
      let receipt = readSession()?.consent;
      halt(), forgetAll(), MODE_HAS.consent && receipt && site.endpoint && post("/v1/consents", record("withdrawn", receipt));
    } else if (isGranted || !MODE_HAS.consent) {
      if (!isHalted && (!held[0] || keep())) return standing;
      halt();
    } else
      isKept = !1, closeOutbox();
  return replay(!1), standing;
}
function collect2(event) {
  let found = isKept && site.endpoint && remembered();
  found && (found.session.pending.push(event), remember(found), flush());
}
async function postWish(route) {
  let visitor = MODE_HAS.events && site.endpoint && remembered()?.visitor;
  return visitor ? post(route, { site: site.key, visitor }) : void 0;
}
function forgetVisitor() {
  postWish("/v1/forget"), halt(), forgetAll();
}
async function copyVisitor() {
  let answer = isKept ? await postWish("/v1/export") : void 0;
  return answer?.ok ? answer.json() : null;
}

// src/page/main.ts
var assignment, isActive = !1, question = 0, counted = "";
function assign3(next) {
  let isFirst = !assignment;
  assignment = next, isFirst && emit("ready", { ...next, mode: site.mode }), show(next.to_swap, (changed) => emit("swap", { ...assignment, changed }));
}
async function ask({ session, entry, isStored }) {
  let { status, manager: manager6 } = consent, asked = ++question, isWanted = status === "denied" && manager6 !== "gpc" && manager6 !== "objection" ? site.probabilistic !== "off" : site.probabilistic === "always" && status !== "denied";
  if (isStored || !site.endpoint || !isWanted) return;
  let { condition, source, channel } = session, answer = await askNumbers({ condition, source, method: entry ? "entry" : "" });
  answer && asked === question && callSafely(assign3, {
    level: 1,
    condition: answer.condition,
    source: answer.source,
    channel,
    to_swap: answer.to_swap
  });
}
function settle2() {
  let standing2 = settleVisit(isActive), { condition, source, channel, to_swap } = standing2.session;
  assign3({ level: standing2.isStored ? 2 : 0, condition, source, channel, to_swap }), MODE_HAS.probabilistic && isActive && ask(standing2);
}
function view(url) {
  addView(createView(!1, url)), settle2();
}
function startVisit(adapters2) {
  let first2 = createView(isArrival(), location.href);
  addView(first2), hearManagers(adapters2, (isAct) => {
    isAct && hearAnew(), callSafely(settle2), emit("consent", { status: consent.status, manager: consent.manager });
  }), settle2(), whenActivated(() => {
    isActive = !0, first2.at = Date.now(), callSafely(settle2), callSafely(onPageView, () => {
      counted = location.href, callSafely(view, counted);
    }), MODE_HAS.storage && (watchLeaving(), onForgotten(() => {
      haltIfKept() && callSafely(settle2);
    }));
  });
}
function countCall(href) {
  let found = dialledIn(href);
  if (!found) return;
  let { number, tracked } = found, call = { number, tracked, condition: assignment.condition };
  MODE_HAS.callClicks && collect2({ id: uuid(), type: "call_click", at: Date.now(), ...call }), emit("call", call);
}
function start(adapters2) {
  let mgt = { on, off, swap, number: subscribe };
  return MODE_HAS.conditions ? (startVisit(adapters2), mgt.consent = (granted) => sayConsent(granted === !0), mgt.object = () => sayConsent(!1, "objection"), mgt.page = (url) => {
    let { href } = new URL(url || "", location.href);
    href !== counted && view(href), counted = "";
  }, mgt.forget = () => {
    forgetVisitor(), settle2();
  }, mgt.export = async (callback) => callSafely(callback, await copyVisitor().catch(() => null))) : assign3({ level: 0, condition: "", source: "", channel: "", to_swap: rules.always }), onCallClick((href) => callSafely(countCall, href)), mgt;
}

// src/page/index.ts
function start2(input) {
  return configureAtStart(siteDefaults(input)), start(adaptersFor(site));
}
export {
  start2 as start
};
